import { css } from 'lit';

export const playerStyles = css`
  .line {
    display: grid;
    flex: 1 0 100%;
    align-items: center;
    gap: 8px;
    min-width: 0;
    grid-template-columns: auto 1fr auto;
    font-variant-numeric: tabular-nums;
  }
  .lean,
  .line input {
    grid-area: 1 / 2;
    min-width: 0;
  }
  .lean {
    display: flex;
    gap: 2px;
    height: 24px;
  }
  i {
    flex: 1 1 0;
    align-self: center;
    height: 4px;
    border-radius: 6px;
    background: var(--_line);
    outline: 1px solid transparent;
  }
  /* Above the middle for the first pole, below it for the second, both for the third way: shape says what colour says. */
  [data-leans] {
    align-self: start;
    height: 12px;
    background: var(--_a);
  }
  [data-leans='b'] {
    align-self: end;
    background: var(--_b);
  }
  [data-leans='third'] {
    height: 24px;
    background: var(--_third);
    box-shadow: inset 0 0 0 2px currentColor;
  }
  input {
    min-height: 44px;
    margin: 0;
    background: linear-gradient(var(--_line), var(--_line)) center / 100% 4px no-repeat;
    color: inherit;
    appearance: none;
    cursor: pointer;
  }
  .lean ~ input {
    background: none;
  }
  input::-webkit-slider-thumb {
    width: 20px;
    height: 20px;
    border: 0;
    border-radius: 50%;
    background: currentColor;
    appearance: none;
  }
  input::-moz-range-thumb {
    width: 20px;
    height: 20px;
    border: 0;
    border-radius: 50%;
    background: currentColor;
  }
  select {
    padding-inline: 6px;
  }
  [part='volume'] {
    flex: 0 1 72px;
    min-width: 0;
  }
  .tool {
    display: inline-flex;
    align-items: center;
  }
  :host([layout='compact']) .machine {
    flex: 1 0 100%;
  }
  :host([layout='compact']) .stage {
    flex: none;
    width: 104px;
  }
  :host([layout='compact']) .play {
    width: 44px;
    height: 44px;
    padding: 9px;
  }
  :host([layout='compact']) .line {
    flex: 1 0 calc(100% - 112px);
  }
  @media (forced-colors: active) {
    input {
      --_line: GrayText;
      color: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
