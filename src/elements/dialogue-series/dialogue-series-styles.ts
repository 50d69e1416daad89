import { css } from 'lit';

export const seriesStyles = css`
  :host {
    display: block;
  }
  .machine {
    justify-content: end;
  }
  /* All pairs of the series in a row, as small as they must be to stay in one. */
  .frieze {
    display: flex;
    flex: 1 1 240px;
    gap: var(--_space);
    max-width: 36em;
    margin-inline-end: auto;
  }
  .frieze > * {
    flex: 1;
    min-width: 0;
  }
`;
