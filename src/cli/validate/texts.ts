import { isObject } from '../../bundle/door.js';
import { primaryTag } from './languages.js';

/** Words that people will read, in one language, and where they stand in the bundle. */
export interface Told {
  readonly path: string;
  readonly words: string;
  /** The language of a map of languages; null for a plain string, which is in the bundle's own. */
  readonly language: string | null;
}

/** A text, in all its languages. */
export interface Telling {
  readonly path: string;
  readonly key: string;
  readonly all: readonly Told[];
}

// The fields of format 1 that hold words; a string in any other is a name, an address or a time.
const wordFields = new Set(
  'title summary alt role speakers name organisation place biography label body thirdWay note text hint easyRead term meaning'.split(
    ' ',
  ),
);

/** Deeper than any text of format 1 lies. */
const DEEPEST = 20;

/** Every text of a bundle as it is written, good or bad, in the order of the file. */
export function textsIn(bundle: unknown): readonly Telling[] {
  const found: Telling[] = [];
  const look = (value: unknown, path: string, key: string, depth = 0): void => {
    // What nobody would write by hand may be deeper than the machine can follow.
    if (depth > DEEPEST) return;
    if (typeof value === 'string') {
      if (wordFields.has(key) && value.trim()) found.push({ path, key, all: [{ path, words: value, language: null }] });
    } else if (Array.isArray(value)) {
      value.forEach((each, index) => look(each, `${path}[${index}]`, key, depth + 1));
    } else if (isObject(value)) {
      const fields = Object.entries(value);
      const isText = wordFields.has(key) && fields[0] && fields.every(([, each]) => typeof each === 'string');
      if (isText && key !== 'speakers') {
        const all = fields.map(([language, words]) => ({
          path: `${path}${stepTo(language)}`,
          words: String(words),
          language,
        }));
        found.push({ path, key, all: all.filter(({ words }) => words.trim()) });
      } else {
        for (const [name, each] of fields) look(each, `${path}${stepTo(name)}`.replace(/^\./, ''), name, depth + 1);
      }
    }
  };
  look(bundle, '', '');
  return found;
}

/** The words of a text in a bundle's own language; those of the first there are where it has none. */
export function ownWords({ all }: Telling, language: string): string {
  const own = all.find((told) => told.language === null || primaryTag(told.language) === primaryTag(language));
  return (own ?? all[0])?.words ?? '';
}

function stepTo(key: string): string {
  return /^[a-z_$][\w$]*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
