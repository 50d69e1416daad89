import { css } from 'lit';

export const playerStyles = css`
  :host {
    container-type: inline-size;
  }
  .machine {
    display: grid;
    gap: 12px;
  }
  .line {
    display: grid;
    align-items: center;
    gap: 12px;
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  .time {
    font-variant-numeric: tabular-nums;
  }
  .timeline {
    position: relative;
    min-height: 44px;
  }
  .lean {
    position: absolute;
    display: flex;
    gap: 2px;
    inset: 8px 0;
    pointer-events: none;
  }
  .lean i {
    flex: 1 1 0;
    align-self: center;
    height: 4px;
    border-radius: 2px;
    background: var(--_line);
  }
  /* Above the middle for the first pole, below it for the second, both for the third way: shape says what colour says. */
  .lean [data-leans='a'] {
    height: 12px;
    margin-bottom: 12px;
    border-radius: 12px 12px 2px 2px;
    background: var(--_a);
  }
  .lean [data-leans='b'] {
    height: 12px;
    margin-top: 12px;
    border-radius: 2px;
    background: var(--_b);
  }
  .lean [data-leans='third'] {
    height: 20px;
    border-radius: 10px;
    background: var(--_third);
  }
  input[type='range'] {
    width: 100%;
    min-height: 44px;
    margin: 0;
    background: none;
    color: inherit;
    appearance: none;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: var(--_line);
  }
  input[type='range']::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: var(--_line);
  }
  .timeline input {
    position: absolute;
    inset: 0;
  }
  .timeline.leaning input::-webkit-slider-runnable-track {
    background: none;
  }
  .timeline.leaning input::-moz-range-track {
    background: none;
  }
  input[type='range']::-webkit-slider-thumb {
    width: 20px;
    height: 20px;
    margin-top: -8px;
    border: 0;
    border-radius: 50%;
    background: currentColor;
    appearance: none;
  }
  input[type='range']::-moz-range-thumb {
    width: 20px;
    height: 20px;
    border: 0;
    border-radius: 50%;
    background: currentColor;
  }
  input[type='range'][aria-disabled='true'] {
    cursor: default;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    text-decoration: none;
  }
  .volume {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .volume input {
    width: 96px;
  }
  .end {
    margin-inline-start: auto;
  }
  .notice {
    min-height: 1px;
  }
  slot[name='words'] {
    display: block;
    margin-block-start: 20px;
  }

  :host([layout='compact']) .machine {
    align-items: center;
    grid-template-columns: auto minmax(0, 1fr);
  }
  :host([layout='compact']) .art {
    display: none;
  }
  :host([layout='compact']) .play {
    position: static;
    width: 56px;
    height: 56px;
  }
  :host([layout='compact']) .play svg {
    width: 48px;
    height: 48px;
  }
  :host([layout='compact']) .tools,
  :host([layout='compact']) .notice {
    grid-column: 1 / -1;
  }
  :host([layout='compact']) slot[name='words'] {
    margin-block-start: 8px;
  }
  @container (max-width: 480px) {
    .volume input {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .lean i {
      border: 1px solid CanvasText;
    }
    input[type='range']::-webkit-slider-thumb {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .machine {
      display: none;
    }
  }
`;
