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
  if (typeof text === 'string') return { words: text, lang: markFor(own, wanted) };
  const tags = Object.keys(text);
  const tag =
    tags.find((each) => each.toLowerCase() === wanted.toLowerCase()) ??
    tags.find((each) => primary(each) === primary(wanted)) ??
    tags.find((each) => each.toLowerCase() === own.toLowerCase()) ??
    tags.find((each) => primary(each) === primary(own)) ??
    tags[0] ??
    own;
  return { words: text[tag] ?? '', lang: markFor(tag, wanted) };
}

function markFor(tag: string, wanted: string): string | null {
  return primary(tag) === primary(wanted) ? null : tag;
}

/** `en` of `en-GB`. */
function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? '';
}
