import { css } from 'lit';

/**
 * The custom properties of the whole set, read in a chain, and the machinery's own type.
 *
 * Text and lines take the host's own colour (`currentColor`), so that they are right on light and on dark without
 * asking. The colours of the poles keep 3:1 on white and on near-black where they mean something: on the timeline. Line height, letter and word spacing are
 * never set: a reader who widens them is obeyed.
 */
export const machinery = css`
  :host {
    --_a: var(--dialogue-pole-a, #b9552f);
    --_b: var(--dialogue-pole-b, #2a7f86);
    --_third: var(--dialogue-third-way, #8560a8);
    --_wash: var(--dialogue-wash, color-mix(in srgb, currentColor 8%, transparent));
    --_line: var(--dialogue-line, color-mix(in srgb, currentColor 55%, transparent));
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .machine {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    font-family: var(--dialogue-font, system-ui, sans-serif);
    font-size: 16px;
    font-style: normal;
    font-weight: 400;
    text-align: start;
    text-transform: none;
  }
  button,
  select,
  .tool {
    box-sizing: border-box;
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: 22px;
    background: var(--_wash);
    color: inherit;
    font: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  select:hover,
  .tool:hover {
    border-color: currentColor;
  }
  [aria-pressed='true'] {
    background: var(--_line);
    box-shadow: inset 0 0 0 2px currentColor;
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  [aria-disabled='true'] {
    opacity: 0.5;
  }
  :focus-visible {
    outline: 3px solid var(--dialogue-focus, currentColor);
    outline-offset: 2px;
  }
  .machine + slot {
    display: block;
  }
  .machine + slot,
  slot + .machine {
    margin-block-start: 16px;
  }
  .stage {
    position: relative;
    display: grid;
    flex: 1 0 100%;
    place-items: center;
  }
  .art {
    width: 100%;
    max-height: 240px;
  }
  .a {
    fill: var(--_a);
  }
  .b {
    fill: var(--_b);
    fill-opacity: 0.85;
  }
  .third {
    fill: var(--_third);
  }
  .play {
    position: absolute;
    width: 72px;
    height: 72px;
    padding: 3px;
    border-radius: 50%;
    background: none;
    fill: currentColor;
  }
  .play[aria-busy='true'] {
    opacity: 0.6;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      background: Highlight;
    }
  }
  @media print {
    .machine {
      display: none;
    }
  }
`;
