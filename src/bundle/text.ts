import type { Text } from './schema.js';

/** Words in one language, ready to be shown. */
export interface Words {
  readonly words: string;
  /** The language tag the words are in where it is not the wanted one, for a `lang` attribute; else null. */
  readonly lang: string | null;
}

/**
 * The words of a text in the `wanted` language: those with that very tag, else with the same primary
 * language, else in the bundle's `own` language, else the first there are. A plain string is in `own`.
 */
export function wordsIn(text: Text, wanted: string, own: string): Words {
  const words: Exclude<Text, string> = typeof text === 'string' ? { [own]: text } : text;
  const tags = Object.keys(words);
  const closest = (language: string): string | undefined =>
    tags.find((tag) => tag.toLowerCase() === language.toLowerCase()) ??
    tags.find((tag) => primary(tag) === primary(language));
  const tag = closest(wanted) ?? closest(own) ?? tags[0] ?? own;
  return { words: words[tag] ?? '', lang: primary(tag) === primary(wanted) ? null : tag };
}

/** `en` of `en-GB`. */
function primary(tag: string): string | undefined {
  return tag.toLowerCase().split('-')[0];
}
