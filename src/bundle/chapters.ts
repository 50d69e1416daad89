import { judge, openDoor } from './door.js';
import { problemAt, problemFrom, type Problem } from './problems.js';
import { chaptersFileSchema, type Chapter } from './schema.js';

/**
 * Reads a chapters file, as text or as data: Podcasting 2.0 JSON chapters 1.2
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md).
 * Addresses are resolved against `base`, the file's own. Never throws.
 */
export function parseChapters(
  input: unknown,
  base?: string,
): { readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[] } {
  try {
    const data: unknown = typeof input === 'string' ? JSON.parse(input.replace(/^\uFEFF/, '')) : input;
    const { value, issues } = judge(chaptersFileSchema, data, openDoor(base));
    return { chapters: value?.chapters ?? [], problems: issues.map(problemFrom) };
  } catch {
    return { chapters: [], problems: [problemAt('error', '', 'The chapters file cannot be read: it must be JSON')] };
  }
}
