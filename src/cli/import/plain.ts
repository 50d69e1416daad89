import { decodeHTML } from 'entities';

const blocks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|hr|pre)\b[^>]*>/gi;
const unseen = /<(script|style|iframe|template)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

/** How long a summary is at most, in letters. */
export const MOST_SUMMARY = 400;

/** HTML, as feeds write descriptions, as paragraphs of plain text. Plain text stays as it is. */
export function plainOf(html: string | undefined): string {
  const words = (html ?? '')
    .replace(unseen, ' ')
    .replace(blocks, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  return decodeHTML(words)
    .split(/\r?\n/)
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** Words that are to stand in a bundle, where `*` and `[ ](…)` are markup. */
export function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\]\(/g, '] (').trim();
}

/** The beginning of a text, to the end of a sentence within `most` letters; the whole where it is short. */
export function beginningOf(text: string, most: number): string {
  const line = lineOf(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const end = Math.max(...['. ', '? ', '! ', '… '].map((mark) => cut.lastIndexOf(mark)));
  return end > most / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
