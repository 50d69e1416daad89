import { css, unsafeCSS, type CSSResult } from 'lit';
import { light, pairs } from './art.js';

/** The colours of each pair, and the light; a page's own come first. */
const colors = pairs
  .map(
    ([a, b], i) =>
      `:host([data-pair='${i}']),[data-pair='${i}']{--_a:var(--dialogue-pole-a,${a.color});--_b:var(--dialogue-pole-b,${b.color})}`,
  )
  .concat(`:host{--_third:var(--dialogue-third-way,${light})}`)
  .join('');

/**
 * The custom properties of the whole set, read in a chain, and the machinery's own type. A page sets any of these on an
 * element, or on anything around it; `themes/` holds a few whole sets. The manifest takes them from here, and their
 * defaults from the rules.
 *
 * Text and lines take the host's own colour (`currentColor`), so that they are right on light and on dark without
 * asking. Line height, letter and word spacing are never set: a reader who widens them is obeyed.
 *
 * @cssproperty --dialogue-pole-a - The form of pole A, its places on the timeline, the mark beside its words.
 * @cssproperty --dialogue-pole-b - The form of pole B, its places on the timeline, the mark beside its words.
 * @cssproperty --dialogue-third-way - The third way: on the timeline, beside its words, behind a person's initials.
 * @cssproperty --dialogue-third-way-ink - Letters on the third way's colour, as a person's initials.
 * @cssproperty --dialogue-play - The ground of the play button.
 * @cssproperty --dialogue-play-ink - The sign on the play button.
 * @cssproperty --dialogue-wash - Quiet grounds, as behind a button.
 * @cssproperty --dialogue-line - Lines, and the ground of what is pressed.
 * @cssproperty --dialogue-focus - The ring around what has the focus.
 * @cssproperty --dialogue-focus-shadow - A `box-shadow` besides that ring, for house styles that have more than a ring.
 * @cssproperty --dialogue-font - The type of the machinery; words take the page's own. With nothing in it
 *   (`--dialogue-font: ;`) the machinery takes the page's own too.
 * @cssproperty --dialogue-size - The size of the machinery's type.
 * @cssproperty --dialogue-space - The step that gaps are made of.
 * @cssproperty --dialogue-radius - How round the buttons are.
 */
const sheet = css`
  :host {
    --_wash: var(--dialogue-wash, color-mix(in srgb, currentColor 8%, transparent));
    --_line: var(--dialogue-line, color-mix(in srgb, currentColor 55%, transparent));
    --_space: var(--dialogue-space, 8px);
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_space)) calc(5 * var(--_space));
  }
  /* Not '!important', or a page could not hide our tags by its own rules. */
  :host([hidden]) {
    display: none;
  }
  slot {
    display: block;
    flex: 2 1 400px;
    min-width: 0;
  }
  .machine {
    display: flex;
    flex: 1 1 280px;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    gap: var(--_space);
    min-width: 0;
    font-family: var(--dialogue-font, system-ui, sans-serif);
    font-size: var(--dialogue-size, 16px);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-break: normal;
  }
  slot ~ .machine {
    flex: 1 0 100%;
  }
  button,
  select,
  .tool {
    box-sizing: border-box;
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 10px 12px;
    border: 1px solid transparent;
    border-radius: var(--dialogue-radius, 22px);
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
    box-shadow: var(--dialogue-focus-shadow);
  }
  .stage {
    display: grid;
    flex: 1 0 100%;
    place-items: center;
  }
  .stage > * {
    grid-area: 1 / 1;
  }
  .art {
    width: 100%;
    max-height: 240px;
    isolation: isolate;
  }
  /* Round corners come from the stroke, so that a form is a few straight lines. */
  .art path {
    fill: var(--_a);
    stroke: var(--_a);
    stroke-linejoin: round;
    stroke-width: 12;
  }
  .art .b {
    fill: var(--_b);
    stroke: var(--_b);
    mix-blend-mode: plus-lighter;
  }
  .play {
    z-index: 1;
    width: clamp(56px, 22%, 72px);
    height: auto;
    padding: 14px;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--dialogue-play, #fffaf0);
    color: var(--dialogue-play-ink, #1c1917);
    fill: currentColor;
  }
  :host([data-layout='compact']) .stage {
    flex: none;
    width: 104px;
  }
  :host([data-layout='compact']) .play {
    width: 44px;
    height: 44px;
    padding: 9px;
  }
  .play[aria-busy='true'] svg {
    opacity: 0.4;
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

export const machinery: readonly CSSResult[] = [unsafeCSS(colors), sheet];
