import { css } from 'lit';

export const searchStyles = css`
  .find {
    max-width: none;
    padding: 0;
  }
  [part='search'] {
    padding: 14px 20px;
    font-size: 1.25em;
  }
`;
