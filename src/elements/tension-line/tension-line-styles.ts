import { css } from 'lit';

export const tensionLineStyles = css`
  /* Where people stand is said below the line: above it, more words would move the line under somebody's finger. */
  :host {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
  }
  slot[name],
  ::slotted([slot]) {
    display: contents;
  }
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
