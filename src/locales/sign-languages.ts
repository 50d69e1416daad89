import type { PagePhrases } from './page-phrases.js';

/** A sign language as people call it; its tag where nobody here knows its name. */
export function nameOfSigns(tag: string, { signLanguages, language }: PagePhrases): string {
  try {
    // An older way to write one, `sgn-GB`, becomes `bfi`.
    const [known = tag] = Intl.getCanonicalLocales(tag);
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    return signLanguages[new Intl.Locale(known).language] ?? names.of(known) ?? tag;
  } catch {
    return tag;
  }
}
