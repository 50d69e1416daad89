import { css } from 'lit';

export const tensionLineStyles = css`
  .machine {
    max-width: 640px;
  }
  .line > svg,
  .line input {
    height: 144px;
  }
  /* Quiet enough for the marks. The two forms stand apart from the page, and would cover what comes after them. */
  .line .art {
    opacity: 0.45;
  }
  .art ~ * {
    position: relative;
  }
  .line path {
    stroke: currentColor;
  }
  .line .way {
    stroke-width: 5;
  }
  .line .bead {
    stroke-width: 12;
  }
  /* A ring on light and on dark. */
  .line .heart {
    stroke: gray;
    stroke-width: 7;
  }
`;
