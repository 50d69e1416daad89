import { html, svg, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import type { Facts } from '../playback/facts.js';
import { pauseIcon, playIcon } from './icons.js';
import { plain, type Reading } from './reading.js';

/** What the stage shows. */
export interface StageView {
  readonly dialogue: Dialogue;
  readonly facts: Facts;
  readonly reading: Reading;
}

/**
 * The series' one picture, with the play button in it: two forms, and the third way where they overlap. They differ by
 * shape as well as by colour: a circle, and a square that stands on its corner. Without a tension there is one form.
 */
export function playStage({ dialogue, facts, reading }: StageView, toggle: () => void): TemplateResult {
  const { phrases } = reading;
  // An element that failed still says that it was not paused; nothing is heard all the same.
  const silent = facts.paused || facts.error;
  return html`<div class="stage" part="stage" lang=${phrases.language}>
    <svg class="art" part="art" viewBox="0 0 320 132" aria-hidden="true">
      ${
        dialogue.tension
          ? svg`<circle class="a" cx="122" cy="66" r="60"></circle>
            <rect class="b" x="150" y="18" width="96" height="96" rx="22" transform="rotate(45 198 66)"></rect>`
          : svg`<circle class="third" cx="160" cy="66" r="60"></circle>`
      }
    </svg>
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
