import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDeepLink } from '../../bundle/deep-link.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Bundle } from '../../bundle/schema.js';

/** A file's address as it is written in a page in `folder`; an address on the web stays what it is. */
export function nearAddress(address: string, folder: string): string {
  if (!address.startsWith('file:')) return address;
  const { hash } = new URL(address);
  const path = relative(fileURLToPath(folder), fileURLToPath(address.replace(/#.*/, '')));
  return path.split(/[\\/]/).map(encodeURIComponent).join('/') + hash;
}

/**
 * Where a link of the words leads in a page without script: a moment is one of the sound file (Media Fragments, W3C), the
 * beginning of another dialogue is that dialogue's page.
 */
export function plainLinks(html: string, bundle: Bundle, pageOf: (id: string) => string): string {
  return html.replace(/href="(#dialogue=[^"]*)"/g, (whole, written: string) => {
    const moment = readDeepLink(written.replaceAll('&amp;', '&'));
    const dialogue = moment && findDialogue(bundle, moment.dialogue);
    if (!dialogue) return whole;
    const { start, end } = moment;
    const times = end === null ? `${start}` : `${start},${end}`;
    return `href="${start || end ? `${dialogue.audio.sources[0].src}#t=${times}` : pageOf(dialogue.id)}"`;
  });
}

/** The same HTML with the addresses of files as a page in `folder` writes them. */
export function nearAddresses(html: string, folder: string): string {
  return html.replace(/\b(href|src|content)="(file:[^"]*)"/g, (_, name: string, address: string) => {
    return `${name}="${nearAddress(address, folder)}"`;
  });
}
