import { css } from 'lit';

/** Ranges over a picture, checkboxes, disclosures: for the player, and for all that looks like it. */
export const controlsStyles = css`
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
    stroke-width: 6;
  }
  .line .b {
    fill: var(--_b);
    stroke: var(--_b);
    stroke-width: 6;
  }
  .line .third {
    fill: var(--_third);
    stroke: currentColor;
  }
  .line .bead {
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 7;
  }
  input[type='range'] {
    min-height: 44px;
    margin: 0;
    background: linear-gradient(var(--_line), var(--_line)) center / 100% 4px no-repeat;
    color: inherit;
    appearance: none;
    cursor: pointer;
  }
  /* The thumb is wide enough for a finger, and yet a thin bar with a halo, which hides nothing. */
  .line input[type='range'] {
    --_thumb: 24px;
    --_bar:
      linear-gradient(currentColor, currentColor) center / 3px no-repeat,
      linear-gradient(var(--_wash), var(--_wash)) center / 13px no-repeat;
    background: none;
    direction: ltr;
  }
  input::-webkit-slider-thumb {
    width: var(--_thumb, 20px);
    height: 56px;
    border: 0;
    background: var(--_bar, radial-gradient(circle, currentColor 10px, transparent 10.5px));
    appearance: none;
  }
  input::-moz-range-thumb {
    width: var(--_thumb, 20px);
    height: 56px;
    border: 0;
    border-radius: 0;
    background: var(--_bar, radial-gradient(circle, currentColor 10px, transparent 10.5px));
  }
  .row {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
  }
  details {
    flex: 1 0 100%;
    min-width: 0;
  }
  .tool {
    display: inline-flex;
    align-items: center;
  }
  summary {
    width: fit-content;
    padding: 13px 8px;
    border-radius: 22px;
    cursor: pointer;
  }
  .options,
  label {
    display: grid;
    justify-items: start;
    gap: var(--_space);
    min-width: 0;
  }
  .options {
    box-sizing: border-box;
    flex: 1 0 100%;
    padding: 4px 8px;
  }
  label {
    gap: 4px;
    width: 100%;
  }
  textarea.tool {
    width: 100%;
    min-height: 96px;
    border-color: var(--_line);
    background: none;
    cursor: auto;
  }
  .ticked {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
  }
  .ticked input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: currentColor;
  }
  select {
    max-width: 100%;
    padding-inline: 6px;
  }
  ul {
    margin: 0;
    padding-inline-start: 20px;
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
  }
`;
