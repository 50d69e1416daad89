import { html, type TemplateResult } from 'lit';
import { writeClock } from '../bundle/clock.js';
import { writeDeepLink } from '../bundle/deep-link.js';
import type { Dialogue } from '../bundle/schema.js';
import { say, type Reading } from './reading.js';

/** The way to a dialogue: its title as a link to its beginning, and its length. */
export function dialogueLink(dialogue: Dialogue, reading: Reading): TemplateResult {
  return html`<a href=${writeDeepLink(dialogue.id, 0)}>${say(dialogue.title, reading)}</a> ${lengthWords(dialogue)}`;
}

/** How long a dialogue is; nothing where nobody knows. */
export function lengthWords({ audio: { duration } }: Dialogue): TemplateResult | string {
  if (!duration) return '';
  return html`<span data-quiet translate="no">${writeClock(duration)}</span>`;
}
