import { html, type TemplateResult } from 'lit';
import { heading, say, type Reading } from '../reading.js';

/** What the words of the series mean. */
export function glossaryWords(reading: Reading): TemplateResult {
  const { bundle, phrases, level } = reading;
  return html`<section data-stack>
    ${heading(level, phrases.glossary)}
    <dl data-people>
      ${bundle.glossary.map(
        ({ term, meaning }) =>
          html`<div>
            <dt>${say(term, reading)}</dt>
            <dd>${say(meaning, reading)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
