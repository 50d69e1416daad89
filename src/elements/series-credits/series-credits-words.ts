import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { entryWords, titleLink } from '../entry-words.js';
import { heading, paragraphs, plain, say, type Reading } from '../reading.js';

/** Whom the series thanks, under which terms it is given, and what it says of its sound; where else there is more. */
export function seriesCreditsWords(reading: Reading): TemplateResult {
  const { bundle, phrases, level } = reading;
  const { credits, subscribe, related } = bundle;
  return html`<section data-stack>
    ${heading(level, phrases.credits)} ${soundNotes(reading)}
    <ul data-people role="list">
      ${credits.map(({ title, body, licence }) => {
        const terms = licence && html`<p><a rel="license" href=${licence.url}>${say(licence.name, reading)}</a></p>`;
        return entryWords(say(title, reading), html`${paragraphs(body, reading)} ${terms}`, reading);
      })}
      ${
        subscribe.length
          ? entryWords(
              phrases.elsewhere,
              subscribe.map(({ name: title, url }) => html`<p>${titleLink({ title, url }, reading)}</p>`),
              reading,
            )
          : nothing
      }
      ${
        related.length
          ? entryWords(
              phrases.related,
              related.map((one) => html`<p>${titleLink(one, reading)}: ${say(one.summary, reading)}</p>`),
              reading,
            )
          : nothing
      }
    </ul>
  </section>`;
}

/** What is said of the dialogues' sound, such as that it is synthetic: once, and of which, where it is not all of them. */
function soundNotes(reading: Reading): TemplateResult[] {
  const { dialogues } = reading.bundle;
  const notes = new Map<string, Dialogue[]>();
  for (const dialogue of dialogues) {
    const words = plain(dialogue.audio.note ?? '', reading);
    notes.set(words, [...(notes.get(words) ?? []), dialogue]);
  }
  notes.delete('');
  return [...notes.values()].map((those) => {
    const titles = those.map(({ title }, i) => html`${i ? ', ' : ''}${say(title, reading)}`);
    const note = say(those[0]!.audio.note!, reading);
    return html`<p data-quiet>${those.length < dialogues.length ? html`${titles}: ` : ''}${note}</p>`;
  });
}
