import { html, type TemplateResult } from 'lit';
import type { Text } from '../bundle/schema.js';
import { heading, say, type Reading } from './reading.js';

/** One of several entries in a list: what is said under a heading one level below the element's own; below 6 there is none. */
export function entryWords(title: unknown, content: unknown, { level }: Reading): TemplateResult {
  return html`<li><div data-stack>${heading(Math.min(level + 1, 6), title)} ${content}</div></li>`;
}

/** What has a title, and perhaps a page of its own. */
interface Titled {
  readonly title: Text;
  readonly url?: string;
}

/** A title; as the way to its own page, where there is one. */
export function titleLink({ title, url }: Titled, reading: Reading): unknown {
  const words = say(title, reading);
  return url ? html`<a href=${url}>${words}</a>` : words;
}
