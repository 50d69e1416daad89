import { css } from 'lit';

export const seriesStyles = css`
  :host,
  .machine {
    display: block;
  }
  .machine {
    text-align: end;
  }
`;
