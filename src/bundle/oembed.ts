import type { Bundle, Dialogue } from './schema.js';
import { escapeHtml, plainText } from './plain-text.js';

/** An oEmbed answer, version 1.0, of type `rich`: what a content system asks for to show an address as more than a link. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

/** Where a dialogue is to be found. All are absolute: they are read on somebody else's site. */
export interface OEmbedPlaces {
  /** The page that is about the dialogue: who cannot show frames shows a link to it. */
  readonly page: string;
  /** The embed page, `…/embed/index.html`. */
  readonly embed: string;
  /** The bundle; not to be given for the one that is built in. */
  readonly bundle?: string;
}

/** A size at which the player is good before it has told its height, or where nobody listens to that. */
const WIDTH = 600;
const HEIGHT = 480;

/**
 * What a content system shows of a dialogue. Pure, and without a DOM: the build and the command line write it.
 *
 * WordPress keeps of an unknown site's HTML one `blockquote` with links and one `iframe`, and closes the frame into a
 * sandbox with nothing but scripts. So this is written as WordPress would leave it, for all who ask: what is kept is what
 * was meant, and the frame works like that.
 */
export function oEmbedOf(bundle: Bundle, dialogue: Dialogue, { page, embed, bundle: address }: OEmbedPlaces): OEmbed {
  const title = plainText(dialogue.title, bundle);
  const fields = new URLSearchParams({ show: 'dialogue-player', dialogue: dialogue.id });
  if (address) fields.set('bundle', address);
  if (bundle.language !== 'en-GB') fields.set('lang', bundle.language);
  const [name, src, link] = [title, `${embed}?${fields}`, page].map(escapeHtml);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: plainText(bundle.title, bundle),
    provider_url: bundle.url ?? new URL('.', page).href,
    cache_age: 86_400,
    width: WIDTH,
    height: HEIGHT,
    html:
      `<blockquote class="wp-embedded-content"><a href="${link}">${name}</a></blockquote>` +
      `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${src}" ` +
      `width="${WIDTH}" height="${HEIGHT}" title="${name}" frameborder="0"></iframe>`,
  };
}
