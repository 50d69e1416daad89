import { problemAt, type Problem } from '../../bundle/problems.js';
import type { Bundle } from '../../bundle/schema.js';
import type { Telling } from './texts.js';

/** `en` of `en-GB`. */
export function primaryTag(language: string): string {
  return language.toLowerCase().split('-')[0]!;
}

/** A language as people call it: `Welsh (cy)`. */
export function nameOfLanguage(language: string): string {
  try {
    const name = new Intl.DisplayNames('en-GB', { type: 'language' }).of(language);
    return name && name !== language ? `${name} (${language})` : language;
  } catch {
    return language;
  }
}

/** Counts, for each language that the bundle speaks at all, what it does not say in it. */
export function checkTranslations(texts: readonly Telling[], bundle: Bundle): readonly Problem[] {
  const { language: own, dialogues } = bundle;
  const spoken = new Map<string, string>();
  const note = (language: string): unknown =>
    spoken.has(primaryTag(language)) || spoken.set(primaryTag(language), language);
  note(own);
  // A text in another language alone, such as a quotation, makes no translation of the rest.
  for (const { all } of texts)
    if (all.length > 1) for (const { language } of all) if (language !== null) note(language);

  const problems: Problem[] = [];
  for (const [primary, language] of spoken) {
    const lacking = texts.filter(
      ({ key, all }) =>
        // A name, and a plain text of the bundle's own language, need no translation to be read in it.
        !(key === 'name' && all[0]?.language === null) &&
        !all.some((told) => primaryTag(told.language ?? own) === primary),
    );
    if (lacking[0]) {
      const sentence = `has no ${nameOfLanguage(language)} words for ${among(lacking.length, texts.length, 'text')}: ${someOf(
        lacking.map(({ path }) => path),
      )}. Add them under "${language}"`;
      problems.push(problemAt('warning', '', sentence));
    }
  }
  const heard = new Map(
    dialogues.flatMap(({ transcript }) => transcript.map(({ language }) => [primaryTag(language), language] as const)),
  );
  for (const [primary, language] of heard) {
    const lacking = dialogues.filter(
      ({ transcript }) => transcript[0] && !transcript.some((file) => primaryTag(file.language) === primary),
    );
    if (!lacking[0]) continue;
    const sentence = `have no ${nameOfLanguage(language)} transcript in ${among(lacking.length, dialogues.length, 'dialogue')}, while others have: ${someOf(lacking.map(({ id }) => id))}. Add them, or say on the page what is missing`;
    problems.push(problemAt('warning', 'dialogues', sentence));
  }
  return problems;
}

function among(count: number, all: number, noun: string): string {
  return `${count} of ${all} ${noun}${all === 1 ? '' : 's'}`;
}

/** The first three of a list, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const more = names.length - 3;
  return `${names.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
