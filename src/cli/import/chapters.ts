import { parseChapters } from '../../bundle/chapters.js';
import type { Chapter } from '../../bundle/schema.js';
import { fieldsOf, listOf } from '../places.js';
import type { ImportDesk } from './import-desk.js';
import { lineOf } from './plain.js';
import type { Episode } from './show.js';

/** The chapters of an episode, in order. `name` is what the editor is told it is called. */
export async function chaptersOf({ chapters }: Episode, name: string, desk: ImportDesk): Promise<readonly object[]> {
  let input: unknown = { version: '1.2.0', chapters };
  let { base } = desk;
  if (typeof chapters === 'string') {
    const address = desk.vet(chapters, `The chapters of ${name}`);
    const bytes = address && (await desk.fetch(address, `The chapters of ${name}`));
    if (!bytes) return [];
    base = address;
    input = readJson(new TextDecoder().decode(bytes));
  }
  // Judged one by one, so that a bad link of one does not spoil it.
  const all = listOf(fieldsOf(input)['chapters'] ?? input);
  const read = all.flatMap((chapter) => parseChapters({ version: '1.2.0', chapters: [chapter] }, base).chapters);
  if (read.length < all.length || input === null) {
    desk.leftOut.push(`The chapters of ${name} could ${read.length ? 'only in part' : 'not'} be read.`);
  }
  return [...read].sort((one, other) => one.startTime - other.startTime).map((chapter) => writtenChapter(chapter));
}

/** A chapter without what says nothing, and without pictures of the machine it was imported on. */
function writtenChapter({ title, img, url, toc, ...times }: Chapter): object {
  const words = typeof title === 'string' ? lineOf(title) : title;
  const isFar = (address: string | undefined): boolean => /^https?:/.test(address ?? '');
  return {
    ...times,
    ...(words && { title: words }),
    ...(isFar(img) && { img }),
    ...(isFar(url) && { url }),
    ...(words && !toc && { toc }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return null;
  }
}
