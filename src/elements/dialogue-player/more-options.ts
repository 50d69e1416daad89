import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { button } from '../button.js';
import type { Reading } from '../reading.js';
import type { QuestionsView } from './moment-prompts.js';
import type { Voices } from '../voices.js';
import { listeningChoices } from './listening-choices.js';

/** What stands behind More. */
export interface OptionsView {
  readonly dialogue: Dialogue;
  readonly reading: Reading;
  readonly voices: Voices;
  /** Whether the page offers to remember. */
  readonly remember: boolean;
  readonly noDownload: boolean;
  readonly questions: QuestionsView;
}

/** What a person can do there beside the choices for the whole page. */
export interface OptionsActions {
  readonly copy: () => void;
}

/** The quieter options of a player: how to listen, a link, the sound file. */
export function moreOptions(
  view: OptionsView,
  { copy }: OptionsActions,
  sound: TemplateResult | typeof nothing,
): TemplateResult {
  const { dialogue, reading, noDownload } = view;
  const { phrases } = reading;
  return html`<details part="more">
    <summary>${phrases.more}</summary>
    <div class="options">
      ${sound} ${listeningChoices(view)} ${button('copy', phrases.copyMoment, copy)}
      ${
        noDownload
          ? nothing
          : html`<a class="tool" part="download" href=${dialogue.audio.sources[0].src} download>${phrases.download}</a>`
      }
    </div>
  </details>`;
}
