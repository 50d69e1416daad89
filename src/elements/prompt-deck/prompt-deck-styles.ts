import { css } from 'lit';

export const promptDeckStyles = css`
  textarea.tool {
    width: 100%;
    min-height: 96px;
    border-color: var(--_line);
    background: none;
    cursor: auto;
  }
  label {
    width: 100%;
  }
  @media (forced-colors: none) {
    [aria-pressed='true'] {
      background: var(--_wash);
    }
  }
`;
