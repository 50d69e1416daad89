import { parseInline } from './inline.js';
import type { Bundle, Text } from './schema.js';
import { wordsIn } from './text.js';

/** A text of a bundle without its inline marks, in a language, or as near as there is. */
export function plainText(text: Text, { language, base }: Bundle, wanted = language): string {
  return parseInline(wordsIn(text, wanted, language).words, base)
    .map((piece) => piece.text)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it is written in HTML, between tags and within quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
