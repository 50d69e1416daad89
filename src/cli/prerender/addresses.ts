import { posix } from 'node:path';
import { readDeepLink } from '../../bundle/deep-link.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { escapeHtml } from '../../bundle/plain-text.js';

/** Where pages go. */
export interface Site {
  /** The folder they are written into; ends in `/`. */
  readonly folder: string;
  /** Where that folder will be published; ends in `/`. Null where nobody knows. */
  readonly base: string | null;
}

/** A file's address as it is written in a page in `folder`; an address on the web stays what it is. */
export function nearAddress(address: string, folder: string): string {
  if (!address.startsWith('file:')) return address;
  const { hash, pathname, search } = new URL(address);
  const path = (posix.relative(new URL(folder).pathname, pathname) || '.') + (pathname.endsWith('/') ? '/' : '');
  // To a browser, `a:b.mp3` is an address of the kind `a:`.
  return (/^[^/]*:/.test(path) ? './' : '') + path + search + hash;
}

/** An address as it is told to others, such as search engines: whole where it is known where the pages will be. */
export function toldAddress(address: string, { folder, base }: Site): string {
  const near = nearAddress(address, folder);
  return base === null ? near : new URL(near, base).href;
}

/** The same HTML with other addresses. In HTML that we wrote, no text can look like an attribute: its quotes are escaped. */
export function mapAddresses(html: string, change: (address: string) => string): string {
  return html.replace(/(\s)(href|src)="([^"]*)"/g, (whole, gap: string, name: string, written: string) => {
    const address = unescapeHtml(written);
    const changed = change(address);
    return changed === address ? whole : `${gap}${name}="${escapeHtml(changed)}"`;
  });
}

/** What a link of the words that leads to a moment of a dialogue shall lead to instead. */
export type Leading = (dialogue: Dialogue, start: number, end: number | null) => string;

/** Where a link leads: one to a moment as `leading` says, any other to where it did. */
export function momentAddress(address: string, { bundle, leading }: { bundle: Bundle; leading: Leading }): string {
  const [file = '', fragment = ''] = address.split('#');
  // In prose, an author's own link to a moment has become one of the bundle's file.
  if (!fragment.startsWith('dialogue=') || (file && file !== bundle.base)) return address;
  const moment = readDeepLink(fragment);
  const dialogue = moment && findDialogue(bundle, moment.dialogue);
  return dialogue ? leading(dialogue, moment.start, moment.end) : address;
}

/** A moment of the sound file itself, which browsers play by themselves (Media Fragments, W3C). */
export function soundAddress({ audio }: Dialogue, start: number, end: number | null): string {
  const times = end === null ? `${start}` : `${start},${end}`;
  return `${audio.sources[0].src.replace(/#.*/s, '')}#t=${times}`;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name]!);
}
