import { html, type TemplateResult } from 'lit';
import { writeClock } from '../bundle/clock.js';
import { writeDeepLink } from '../bundle/deep-link.js';
import type { Dialogue } from '../bundle/schema.js';
import { plain, say, type Reading } from './reading.js';

/** The way to a dialogue: its title as a link that plays it from its beginning. */
export function dialogueLink({ id, title }: Dialogue, reading: Reading): TemplateResult {
  return html`<a href=${writeDeepLink(id, 0)}>${say(title, reading)}</a>`;
}

/** The same in a list of things to hear, where a sign, and a name for those who hear the page, say that it plays. */
export function playLink(dialogue: Dialogue, reading: Reading): TemplateResult {
  const { id, title } = dialogue;
  return html`<a data-play href=${writeDeepLink(id, 0)} aria-label=${reading.phrases.play(plain(title, reading))}
      >${say(title, reading)}</a
    >
    ${lengthWords(dialogue)}`;
}

/** How long a dialogue is; nothing where nobody knows. */
export function lengthWords({ audio: { duration } }: Dialogue): TemplateResult | string {
  if (!duration) return '';
  return html`<span data-quiet translate="no">${writeClock(duration)}</span>`;
}
