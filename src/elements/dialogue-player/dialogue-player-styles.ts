import { css } from 'lit';

export const playerStyles = css`
  .line {
    display: grid;
    flex: 1 0 100%;
    align-items: center;
    gap: 0 8px;
    grid-template-columns: auto 1fr auto;
    font-variant-numeric: tabular-nums;
  }
  /* Above the middle for the first pole, below it for the second, both for the third way: shape says what colour says. */
  .lean {
    display: flex;
    grid-column: 2;
    gap: 2px;
    height: 20px;
    margin-inline: 6px;
  }
  i {
    flex: 1 1 0;
    align-self: center;
    height: 4px;
    border-radius: 4px;
    background: var(--_wash);
    outline: 1px solid transparent;
  }
  [data-leans='a'] {
    align-self: start;
    height: 10px;
    background: var(--_a);
  }
  [data-leans='b'] {
    align-self: end;
    height: 10px;
    background: var(--_b);
  }
  [data-leans='third'] {
    height: 20px;
    background: var(--_third);
  }
  input {
    width: 100%;
    min-height: 44px;
    margin: 0;
    accent-color: currentColor;
    cursor: pointer;
  }
  .line input {
    grid-column: 2;
  }
  [part='elapsed'],
  [part='total'] {
    grid-row: 2;
  }
  [part='volume'] {
    width: 96px;
  }
  [part='download'] {
    margin-inline-start: auto;
  }
  :host([layout='compact']) :is(.stage, .line) {
    flex: 0 1 auto;
  }
  :host([layout='compact']) .line {
    flex: 1 1 180px;
  }
  :host([layout='compact']) .art {
    display: none;
  }
  :host([layout='compact']) .play {
    position: static;
  }
`;
