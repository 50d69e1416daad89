import { enGB, type Phrases } from './en-GB.js';
import { cy } from './cy.js';

const known = new Map<string, Phrases>([
  ['en', enGB],
  ['cy', cy],
]);

/** The phrases for a BCP 47 language tag, by its primary subtag; British English where there are none. */
export function phrasesFor(language: string): Phrases {
  return known.get(primary(language)) ?? enGB;
}

/** Adds a language, or replaces the one with the same primary subtag. */
export function addPhrases(phrases: Phrases): void {
  known.set(primary(phrases.language), phrases);
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0]!;
}
