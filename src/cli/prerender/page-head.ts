import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { escapeHtml } from '../../bundle/plain-text.js';
import type { DataTelling } from './json-ld.js';
import { writeData } from './write-html.js';

/** What a page's head tells. */
export interface HeadTelling extends DataTelling {
  /** The page's own name in its folder. */
  readonly page: string;
  /** The dialogue that it is about; without it, it is about the series. */
  readonly dialogue?: Dialogue;
  /** What search engines are told. */
  readonly data: object;
  /** Whether it is known where the page will be, so that it can tell so. */
  readonly isPlaced: boolean;
}

/** The title of a page: of the dialogue and the series, or of the series alone. */
export function titleOf(bundle: Bundle, dialogue: Dialogue | undefined, say: DataTelling['say']): string {
  return dialogue ? `${say(dialogue.title)} – ${say(bundle.title)}` : say(bundle.title);
}

/** What others read of a page before anybody opens it: search engines, services that show a link, content systems. */
export function headOf(bundle: Bundle, telling: HeadTelling): string {
  const { say, told, page, dialogue, data, isPlaced, language } = telling;
  const { title, summary } = dialogue ?? bundle;
  const address = told(page);
  const lines: string[] = [];
  const meta = (property: string, content: string): unknown =>
    lines.push(`<meta property="${property}" content="${escapeHtml(content)}">`);
  lines.push(`<meta name="description" content="${escapeHtml(say(summary))}">`);
  meta('og:title', say(title));
  meta('og:description', say(summary));
  meta('og:site_name', say(bundle.title));
  meta('og:type', dialogue ? 'article' : 'website');
  if (language.includes('-')) meta('og:locale', language.replace('-', '_'));
  if (isPlaced) meta('og:url', address);
  if (dialogue) {
    const { src, type } = dialogue.audio.sources[0];
    meta('og:audio', told(src));
    if (type) meta('og:audio:type', type);
  }
  const image = pictureFor(bundle, dialogue);
  if (image) {
    meta('og:image', told(image.src));
    if (say(image.alt)) meta('og:image:alt', say(image.alt));
  }
  if (isPlaced) lines.push(`<link rel="canonical" href="${escapeHtml(address)}">`);
  if (dialogue) {
    const oEmbed = escapeHtml(told(oEmbedName(dialogue.id)));
    const name = escapeHtml(say(title));
    lines.push(`<link rel="alternate" type="application/json+oembed" href="${oEmbed}" title="${name}">`);
  }
  lines.push(`<script type="application/ld+json">${writeData(data)}</script>`);
  return lines.join('\n');
}

/** The name of the file that answers a content system. */
export function oEmbedName(id: string): string {
  return `${id}.oembed.json`;
}

/** A drawing (SVG) is shown by none of the services that show links, so that the series' picture is told instead. */
function pictureFor(bundle: Bundle, dialogue: Dialogue | undefined): Bundle['image'] {
  const all = [dialogue?.image, bundle.image];
  return all.find((image) => image && !/\.svgz?([?#]|$)/i.test(image.src)) ?? all.find((image) => image);
}
