import { problemAt, type Problem } from '../../bundle/problems.js';
import { primaryTag } from './languages.js';
import { ownWords, type Telling } from './texts.js';

// What stands in for words that are still to come, in English and Welsh.
const placeholders = [
  /\blorem ipsum\b/i,
  /\b(?:TODO|FIXME)\b/,
  /\bTB[ACD]\b/i,
  /\bx{3,}\b/i,
  /\b(?:coming soon|to be confirmed|to be announced|to follow shortly|placeholder)\b/i,
  /\b(?:i'?w gadarnhau|yn dod yn fuan)\b/i,
  /\b(?:insert|add|put|write) (?:your |a |the )?(?:text|title|name|summary|bio(?:graphy)?|description|words|quote)s? here\b/i,
  /\[(?:insert|add|name|title|date|link|text|todo|tbc)[^\]]*\](?!\()/i,
  /^(?:test|untitled|n\/a|none|-+|\?+|…|\.\.\.)$/i,
];

/** The words that stand in for words to come, as they are written; null where there are none. */
export function placeholderIn(words: string): string | null {
  for (const pattern of placeholders) {
    const found = pattern.exec(words.trim());
    if (found) return found[0];
  }
  return null;
}

// What people do say twice: "had had", "that that", "no no", "very very"; and German, Dutch and French pronouns.
const mayBeDouble = new Set(
  'had that so very no yes bye ha hey now there knock night really many more again well ho la blah tut hear do her far long please die der das sie nous vous'.split(
    ' ',
  ),
);

/** A word that stands twice in a row, as in "it it"; null where there is none that looks like a slip. */
export function doubledIn(words: string): string | null {
  for (const [whole, word] of words.matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+)\s+\1(?![\p{L}\p{N}'’-])/giu)) {
    const [first, second] = whole.split(/\s+/) as [string, string];
    // "Duran Duran" is a name.
    const isName = /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second);
    if (!isName && !mayBeDouble.has(word!.toLowerCase())) return whole.replace(/\s+/, ' ');
  }
  return null;
}

/**
 * The LIX of a text (C. H. Björnsson, 1968): the words in a sentence, and the hundredth part of words that are longer
 * than six letters. It needs no syllables, and so is the same in many languages. 40 is a newspaper, 60 a law. Null where
 * there are too few words to tell.
 */
export function lixOf(words: string): number | null {
  const all = words.replace(/\]\([^)]*\)/g, ']').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (all.length < 30) return null;
  const sentences = words.match(/[.!?…:](?=["'”’)\]]?(?:\s|$))/g)?.length ?? 1;
  const long = all.filter((word) => word.length > 6).length;
  return Math.round(all.length / sentences + (100 * long) / all.length);
}

const HARD = 60;
const LONGEST = 45;
const LONGEST_EASY = 20;

/** What the words themselves get wrong. */
export function checkWording(texts: readonly Telling[], language: string): readonly Problem[] {
  const problems: Problem[] = [];
  const warn = (path: string, sentence: string): unknown => problems.push(problemAt('warning', path, sentence));
  for (const { key, all } of texts) {
    for (const { path, words } of all) {
      const placeholder = placeholderIn(words);
      if (placeholder) warn(path, `holds “${placeholder}” in place of words: write them, or leave the field out`);
      const doubled = doubledIn(words);
      if (doubled) warn(path, `says “${doubled}”: take one of the two words away`);
      const sentences = words.split(/[.!?…](?:\s|$)/).map((one) => one.split(/\s+/).filter(Boolean).length);
      const longest = Math.max(...sentences);
      const most = key === 'easyRead' ? LONGEST_EASY : LONGEST;
      if (longest > most && key !== 'alt') {
        warn(path, `has a sentence of ${longest} words: make two or more of it, of ${most} at most`);
      }
    }
  }
  // A paragraph alone is too short to judge, and a hard one may be balanced by the next.
  const places = new Map<string, string[]>();
  for (const telling of texts) {
    if (!/^(?:summary|body|biography|easyRead|thirdWay)$/.test(telling.key)) continue;
    const place = telling.path.replace(/\[\d+\]$/, '');
    places.set(place, [...(places.get(place) ?? []), ownWords(telling, language)]);
  }
  for (const [place, paragraphs] of places) {
    const lix = lixOf(paragraphs.join('\n'));
    if (lix !== null && lix > HARD && primaryTag(language) !== 'de') {
      warn(
        place,
        `is hard to read: its LIX is ${lix}, and above ${HARD} only experts follow. Use shorter sentences and words`,
      );
    }
  }
  return problems;
}
