import { css } from 'lit';

export const tensionLineStyles = css`
  .line > svg,
  .line input {
    height: 144px;
  }
  .line path {
    stroke: currentColor;
  }
  .line .art {
    opacity: 0.85;
  }
  .way {
    stroke-width: 5;
  }
  .line .bead {
    stroke-width: 15;
  }
  .line .light {
    stroke: var(--_third);
    stroke-width: 9;
  }
  .team .bead {
    stroke-width: 10;
  }
  .team .light {
    stroke-width: 6;
  }
`;
