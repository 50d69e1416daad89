import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Chapter, Dialogue, PoleName } from '../../bundle/schema.js';
import { transcriptWords, type Shown } from '../dialogue-transcript/dialogue-transcript-words.js';
import { heading, say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';

/** How much of a dialogue the player tells. */
export interface PlayerTelling {
  readonly compact: boolean;
  readonly chapters: readonly Chapter[];
  /** `null` when the player shows no transcript. */
  readonly transcript: Shown | null;
  /** Why the sound does not play, in one sentence. */
  readonly trouble: string | null;
}

/** The player's words: what the dialogue is about, its chapters and its transcript. */
export function dialoguePlayerWords(dialogue: Dialogue, telling: PlayerTelling, reading: Reading): TemplateResult {
  const { phrases, level } = reading;
  const { compact, chapters, transcript, trouble } = telling;
  return html`<section data-stack>
    ${heading(level, say(dialogue.title, reading))} ${troubleWords(dialogue, trouble, reading)}
    ${
      compact
        ? nothing
        : html`<p>${say(dialogue.summary, reading)}</p>
            ${dialogue.audio.note && html`<p data-quiet>${say(dialogue.audio.note, reading)}</p>`}
            ${chapters.length ? chaptersWords(dialogue, chapters, reading) : nothing}`
    }
    ${
      transcript
        ? html`<details ?open=${!compact}>
            <summary>${phrases.transcript}</summary>
            ${transcriptWords(dialogue, transcript, reading)}
          </details>`
        : nothing
    }
  </section>`;
}

function chaptersWords(dialogue: Dialogue, chapters: readonly Chapter[], reading: Reading): TemplateResult {
  return html`<details open>
    <summary>${reading.phrases.chapters}</summary>
    <ol data-chapters>
      ${chapters.map(
        ({ startTime, title, pole }) =>
          html`<li data-chapter>
            <a data-line href=${writeDeepLink(dialogue.id, startTime)}
              ><span data-time translate="no">${writeClock(startTime)}</span>
              <span>${say(title, reading)} ${leaning(pole, dialogue, reading)}</span></a
            >
          </li>`,
      )}
    </ol>
  </details>`;
}

/** Which way a chapter leans, in words: the timeline says it by colour, place and shape. */
function leaning(pole: PoleName | undefined, { tension }: Dialogue, reading: Reading): TemplateResult | typeof nothing {
  if (!pole || !tension) return nothing;
  const label = pole === 'third' ? reading.phrases.thirdWay : say(tension.poles[pole === 'a' ? 0 : 1].label, reading);
  return html`<span data-quiet data-pole=${pole}>${label}</span>`;
}
