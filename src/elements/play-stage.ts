import { html, svg, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import type { Facts } from '../playback/facts.js';
import { pairs, type Form } from '../styles/art.js';
import { pauseIcon, playIcon } from './icons.js';
import { pairOf } from './pair-of.js';
import { plain, type Reading } from './reading.js';

/** What the stage shows. */
export interface StageView {
  readonly dialogue: Dialogue;
  readonly facts: Facts;
  readonly reading: Reading;
}

/** The picture of a tension, with the play button in the light where its two forms overlap. */
export function playStage({ dialogue, facts, reading }: StageView, toggle: () => void): TemplateResult {
  const { bundle, phrases } = reading;
  // An element that failed still says that it was not paused; nothing is heard all the same.
  const silent = facts.paused || facts.error;
  return html`<div class="stage" part="stage" lang=${phrases.language}>
    ${pairArt(pairOf(bundle, dialogue))}
    <button
      type="button"
      class="play"
      aria-busy=${facts.waiting}
      part="play"
      aria-label=${(silent ? phrases.play : phrases.pause)(plain(dialogue.title, reading))}
      @click=${toggle}
    >
      ${silent ? playIcon : pauseIcon}
    </button>
  </div>`;
}

/** The picture of one pair of forms, which meet in the light: the nearer, the more of it. */
export function pairArt(pair: number, apart = 33): TemplateResult {
  const [a, b] = pairs[pair]!;
  return html`<svg class="art" part="art" viewBox="0 0 320 160" aria-hidden="true">
    ${form(a, 'a', 160 - apart)}${form(b, 'b', 160 + apart)}
  </svg>`;
}

function form({ path }: Form, name: string, across: number): TemplateResult {
  return svg`<path class=${name} d=${path} transform=${`translate(${across} 80)`}></path>`;
}
