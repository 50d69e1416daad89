import { judge } from './door.js';
import type { Problem } from './problems.js';
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
  const { value, problems } = judge(chaptersFileSchema, input, base);
  return { chapters: value ?? [], problems };
}
