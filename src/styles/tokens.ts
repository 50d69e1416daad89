import { css } from 'lit';

/**
 * The custom properties of the whole set, read in a chain: a host sets `--dialogue-pole-a`, we read `--_a`.
 *
 * Text and lines take the host's own colour (`currentColor`), so that they are right on light and on dark without
 * asking. The colours of the poles keep 3:1 on white and on near-black.
 */
export const tokens = css`
  :host {
    --_a: var(--dialogue-pole-a, #b9552f);
    --_b: var(--dialogue-pole-b, #2a7f86);
    --_third: var(--dialogue-third-way, #8560a8);
    --_line: var(--dialogue-line, color-mix(in srgb, currentColor 24%, transparent));
    --_wash: var(--dialogue-wash, color-mix(in srgb, currentColor 6%, transparent));
    --_focus: var(--dialogue-focus, currentColor);
    --_radius: var(--dialogue-radius, 14px);
    --_space: var(--dialogue-space, 16px);
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
`;

/**
 * The machinery's own type, so that a host's odd root size does not shrink a button. Line height, letter and word
 * spacing are never set: a reader who widens them is obeyed.
 */
export const machinery = css`
  .machine,
  .failure {
    box-sizing: border-box;
    font-family: var(--dialogue-font, system-ui, sans-serif);
    font-size: var(--dialogue-font-size, 16px);
    font-style: normal;
    font-weight: 400;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  button,
  select,
  .tool {
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 0 12px;
    border: 1px solid transparent;
    border-radius: 22px;
    background: var(--_wash);
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:hover,
  select:hover,
  .tool:hover {
    border-color: currentColor;
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }
  button[aria-disabled='true']:hover {
    border-color: transparent;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  svg {
    display: block;
    fill: currentColor;
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    padding: var(--_space);
    border-inline-start: 4px solid var(--_line);
  }
  @media (forced-colors: active) {
    button,
    select,
    .tool {
      border-color: ButtonText;
    }
    svg {
      forced-color-adjust: auto;
    }
  }
`;
