import { html, type TemplateResult } from 'lit';
import type { Phrases } from '../locales/en-GB.js';
import { phrasesFor } from '../locales/phrases.js';

/** A choice of languages, each by the name that it has in itself. */
export function languageChoice(
  { languages, language }: { readonly languages: readonly string[]; readonly language: string },
  phrases: Phrases,
  choose: (language: string) => void,
): TemplateResult {
  return html`<select
    part="language"
    aria-label=${phrases.wordsIn}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${languages.map(
      (tag) => html`<option value=${tag} lang=${tag} .selected=${tag === language}>${nameOf(tag)}</option>`,
    )}
  </select>`;
}

/** The name of a language, in that language. Browsers do not know all of them; our own phrases know theirs. */
function nameOf(tag: string): string {
  const { language, itself } = phrasesFor(tag);
  try {
    return tag === language ? itself : new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!;
  } catch {
    // Not every tag that is good, such as `zh-yue`, is good for them.
    return tag;
  }
}
