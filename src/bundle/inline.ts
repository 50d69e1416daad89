import { resolveAddress } from './address.js';

/** A run of words: plain, stressed, or a link. Pieces do not nest. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

// `*emphasis*`, or `[words](address)` whose address may hold one pair of brackets, as encyclopaedias' do.
// Each branch stops at the sign that could begin another match, so hostile input is read in linear time.
const markup = /\*(?=\S)([^*]*[^*\s])\*|\[([^[\]]+)\]\(\s*([^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\s*\)/g;

/**
 * The pieces of a text: `*emphasis*` and `[words](address)`, all else literal. Addresses are resolved
 * against `base`, the bundle's own; the words of a link that is not http(s) or relative stay as text.
 */
export function parseInline(words: string, base?: string): readonly InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let plain = '';
  let end = 0;
  const add = (piece: InlinePiece): void => {
    if (plain) pieces.push({ kind: 'text', text: plain });
    plain = '';
    pieces.push(piece);
  };
  for (const match of words.matchAll(markup)) {
    const [whole, emphasis, text = '', address = ''] = match;
    plain += words.slice(end, match.index);
    end = match.index + whole.length;
    const href = emphasis ? null : resolveAddress(address, base);
    if (emphasis) add({ kind: 'emphasis', text: emphasis });
    else if (href) add({ kind: 'link', text, href });
    else plain += text;
  }
  plain += words.slice(end);
  if (plain) pieces.push({ kind: 'text', text: plain });
  return pieces;
}

/** Whether each link in the words leads somewhere that is allowed. */
export function linksAreGood(words: string): boolean {
  // Most texts have no link, and are not read twice.
  if (!words.includes('](')) return true;
  return [...words.matchAll(markup)].every(([, , , address]) => !address || resolveAddress(address) !== null);
}
