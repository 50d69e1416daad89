import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { oEmbedOf } from '../../bundle/oembed.js';
import type { DataTelling } from './json-ld.js';

/** Stands for the folder of the pages while nobody knows where that will be. */
const SOMEWHERE = 'https://folder.invalid/';

/**
 * What a content system shows of a dialogue: the plain page in a frame. oEmbed wants whole addresses; where nobody knows
 * them yet, they are relative to the file.
 */
export function oEmbedFile(bundle: Bundle, dialogue: Dialogue, { say, told, pageOf }: DataTelling): string {
  const page = new URL(told(pageOf(dialogue.id)), SOMEWHERE).href;
  const { url: _, ...others } = bundle;
  const url = bundle.url && new URL(told(bundle.url), SOMEWHERE).href;
  const series = { ...others, title: say(bundle.title), ...(url && { url }) };
  const answer = oEmbedOf(series, { ...dialogue, title: say(dialogue.title) }, { page, embed: page });
  // The page is about nothing else, and need not be told what to show.
  const html = answer.html.replace(/( src="[^"?]*)\?[^"]*"/, '$1"');
  return `${JSON.stringify({ ...answer, html }, null, 2).replaceAll(SOMEWHERE, './')}\n`;
}
