/** A language tag as it is commonly written; `und`, the tag for one that is not known, where it is none. */
export function languageOf(written: string): string {
  try {
    return Intl.getCanonicalLocales(written.trim().replace(/_/g, '-'))[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** Words of ours, which are English whatever the series is in. */
export function inEnglish(words: string, language: string): string | Readonly<Record<string, string>> {
  return /^en\b/i.test(language) ? words : { en: words };
}
