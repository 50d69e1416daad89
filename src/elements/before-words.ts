import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../bundle/clock.js';
import { writeDeepLink } from '../bundle/deep-link.js';
import type { ContentNote, Dialogue } from '../bundle/schema.js';
import { heading, paragraphs, say, type Reading } from './reading.js';
import { deeper, pagePhrases } from './plain-page-words.js';
import { nameOfSigns } from '../locales/sign-languages.js';

/**
 * What a reader may want before the sound: the dialogue in easy words, the film in a sign language, and what may be hard
 * to hear, with where it is. Null where the bundle has none of it.
 *
 * It stands before the player and not inside it, since what is inside goes when the player wakes. There the title is still
 * to come, so that its heading names the dialogue.
 *
 * @param sound where the player is, for those who only came to listen; null where nobody knows
 */
export function beforeWords(dialogue: Dialogue, reading: Reading, sound: string | null): TemplateResult | null {
  const { title, easyRead, contentNotes, signed } = dialogue;
  if (!easyRead[0] && !contentNotes[0] && !signed) return null;
  const own = pagePhrases(reading);
  const { level } = deeper(reading);
  const notes = [...contentNotes].sort((one, other) => one.start - other.start);
  return html`<div data-before lang=${reading.phrases.language}>
    ${heading(reading.level, html`<small>${own.before}</small> ${say(title, reading)}`)}
    ${sound === null ? nothing : html`<p data-past><a href=${sound}>${own.toSound}</a></p>`}
    ${
      signed
        ? html`<p>
            <a href=${signed.src} hreflang=${signed.language}>${own.signed(nameOfSigns(signed.language, own))}</a>
          </p>`
        : nothing
    }
    ${
      easyRead[0]
        ? html`<div data-easy-read>${heading(level, own.easyRead)} ${paragraphs(easyRead, reading)}</div>`
        : nothing
    }
    ${
      notes[0]
        ? html`<div data-content-notes>
            ${heading(level, own.contentNotes)}
            <ul>
              ${notes.map((note) => noteWords(note, dialogue, reading))}
            </ul>
          </div>`
        : nothing
    }
  </div>`;
}

/** What is heard, where it is, and the way past it; where it lasts to the end of the sound there is nothing after it. */
function noteWords({ start, end, text }: ContentNote, { id, audio }: Dialogue, reading: Reading): TemplateResult {
  const { stretch, goOn } = pagePhrases(reading);
  const isLast = audio.duration > 0 && end >= Math.floor(audio.duration);
  return html`<li>
    <p>${say(text, reading)}</p>
    <p>
      <a href=${writeDeepLink(id, start, end)}>${stretch(writeClock(start), writeClock(end))}</a>
    </p>
    ${isLast ? nothing : html`<p data-past><a href=${writeDeepLink(id, end)}>${goOn(writeClock(end))}</a></p>`}
  </li>`;
}
