import { css } from 'lit';

export const playerStyles = css`
  .line {
    display: grid;
    flex: 1 0 100%;
    gap: 4px;
    min-width: 0;
    grid-template-columns: 1fr auto;
    font-variant-numeric: tabular-nums;
  }
  .line > svg,
  .line input {
    grid-area: 1 / 1 / 2 / 3;
    height: 56px;
    min-width: 0;
  }
  /* The picture ends where the middle of the thumb does. */
  .line > svg {
    width: calc(100% - 24px);
    margin-inline: 12px;
    overflow: visible;
  }
  .line path {
    fill: none;
    stroke: var(--_line);
    stroke-width: 2;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  /* Above the thread for the first pole, below it for the second, both for the third way: shape says what colour says. */
  .line .a {
    fill: var(--_a);
    stroke: var(--_a);
  }
  .line .b {
    fill: var(--_b);
    stroke: var(--_b);
  }
  .line .third {
    fill: var(--_third);
    stroke: currentColor;
  }
  .line .tick {
    stroke-width: 1;
  }
  .line .lane {
    stroke-width: 3;
  }
  .line .heard {
    stroke: currentColor;
    stroke-width: 4;
  }
  .line .bead {
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 8;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / 3;
    gap: 0 16px;
    padding-inline: 12px;
    font-size: 0.875em;
  }
  .legend svg {
    width: 14px;
    height: 28px;
    vertical-align: middle;
  }
  [part='elapsed'],
  [part='total'] {
    padding-inline: 12px;
  }
  input[type='range'] {
    min-height: 44px;
    margin: 0;
    background: linear-gradient(var(--_line), var(--_line)) center / 100% 4px no-repeat;
    color: inherit;
    appearance: none;
    cursor: pointer;
  }
  .line input[type='range'] {
    background: none;
    direction: ltr;
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
  /* Wide enough for a finger, and yet a thin bar with a halo, which hides nothing. */
  .line input::-webkit-slider-thumb {
    width: 24px;
    height: 56px;
    border-radius: 0;
    background:
      linear-gradient(currentColor, currentColor) center / 3px no-repeat,
      linear-gradient(var(--_wash), var(--_wash)) center / 15px no-repeat;
  }
  .line input::-moz-range-thumb {
    width: 24px;
    height: 56px;
    border-radius: 0;
    background:
      linear-gradient(currentColor, currentColor) center / 3px no-repeat,
      linear-gradient(var(--_wash), var(--_wash)) center / 15px no-repeat;
  }
  .row {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .quiet,
  summary {
    background: none;
  }
  .row .quiet {
    padding: 8px;
  }
  .row svg {
    display: block;
    width: 28px;
    fill: none;
    stroke: currentColor;
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  text {
    fill: currentColor;
    stroke: none;
    font-size: 22px;
    font-weight: 600;
    text-anchor: middle;
  }
  [part='volume'] {
    flex: 0 1 88px;
    min-width: 0;
  }
  [part='clip'][disabled] {
    visibility: hidden;
  }
  details {
    flex: 1 0 100%;
    min-width: 0;
  }
  .tool {
    display: inline-flex;
    align-items: center;
  }
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    min-height: 44px;
    margin-block: 4px;
  }
  .tick {
    justify-content: start;
    flex-wrap: nowrap;
  }
  .tick input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: currentColor;
  }
  [part='link'] input {
    box-sizing: border-box;
    width: 100%;
    min-height: 44px;
    padding: 8px;
    border: 1px solid;
    background: none;
    color: inherit;
    font: inherit;
  }
  select {
    max-width: 100%;
    padding-inline: 6px;
  }
  ul {
    margin: 4px 0 8px;
    padding-inline-start: 20px;
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
  :host([layout='compact']) .legend {
    display: none;
  }
  @media (forced-colors: active) {
    .line {
      --_a: CanvasText;
      --_b: CanvasText;
      --_third: Canvas;
      --_line: GrayText;
    }
    input[type='range'] {
      --_line: GrayText;
      color: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .machine {
      display: flex;
      flex: 1 0 100%;
    }
    .machine > :not(.line),
    .line input,
    [part='elapsed'] {
      display: none;
    }
    :host .legend {
      display: flex;
    }
  }
`;
