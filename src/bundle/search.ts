/** Where words were found: the index of the text, and the first and last place (exclusive) in it. */
export interface Found {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A text, or what has one. */
type Searched = string | { readonly text: string };

/** A text as it is compared: without case and accents. */
interface Folded {
  readonly text: string;
  /** Where each letter stood before; null when all stand where they stood. */
  readonly origin: readonly number[] | null;
}

// Folding costs more than looking, and the same texts are searched again at every key.
const known = new WeakMap<readonly Searched[], readonly Folded[]>();

/**
 * Finds words in texts, in order, whatever their case and accents: `cafe` finds `Café`, and a straight apostrophe finds
 * a round one. Nothing is found for an empty query.
 *
 * @param texts Kept in memory folded as long as the list itself is.
 */
export function findWords(texts: readonly Searched[], query: string): readonly Found[] {
  const wanted = fold(query.trim()).text;
  if (!wanted) return [];
  let folded = known.get(texts);
  if (!folded) {
    folded = texts.map((one) => fold(typeof one === 'string' ? one : one.text));
    known.set(texts, folded);
  }
  return folded.flatMap(({ text, origin }, index) => {
    const found: Found[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      found.push({ index, start: origin?.[at] ?? at, end: origin?.[end] ?? end });
    }
    return found;
  });
}

function fold(text: string): Folded {
  if (/^[\0-\x7f]*$/.test(text)) return { text: text.toLowerCase(), origin: null };
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    // Taking a letter apart costs a hundred times more than looking whether it must be.
    const bare = letter < '\x80' ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/, "'");
    const plain = bare.toLowerCase();
    for (let i = 0; i < plain.length; i++) origin.push(at);
    folded += plain;
    at += letter.length;
  }
  return { text: folded, origin: [...origin, at] };
}
