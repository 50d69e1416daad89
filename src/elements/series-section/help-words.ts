import { html, nothing, type TemplateResult } from 'lit';
import { entryWords, titleLink } from '../entry-words.js';
import { heading, paragraphs, type Reading } from '../reading.js';

/** Where people find help: each line with its number to call, and its title as the way to its own page. */
export function helpWords(reading: Reading): TemplateResult {
  const { bundle, phrases, level } = reading;
  return html`<section data-stack>
    ${heading(level, phrases.help)}
    <ul data-people role="list">
      ${bundle.help.map((line) => {
        const { body, phone } = line;
        const content = html`${paragraphs(body, reading)}
        ${phone ? html`<p><a href=${telephone(phone)} translate="no">${phone}</a></p>` : nothing}`;
        return entryWords(titleLink(line, reading), content, reading);
      })}
    </ul>
  </section>`;
}

/** The address of a number that people write with spaces and brackets; behind +44, a (0) is not to be dialled. */
function telephone(number: string): string {
  return `tel:${number.replace(/(?!^)\(0\)|[^\d+]/g, '')}`;
}
