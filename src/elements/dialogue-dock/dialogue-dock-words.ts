import { html, type TemplateResult } from 'lit';
import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Dialogue } from '../../bundle/schema.js';
import { say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';

/** The dock's words: what is heard, as a link to it, and why the sound does not play. */
export function dialogueDockWords(dialogue: Dialogue, trouble: string | null, reading: Reading): TemplateResult {
  return html`<div data-stack>
    <p><a data-heard href=${writeDeepLink(dialogue.id, 0)}>${say(dialogue.title, reading)}</a></p>
    ${troubleWords(dialogue, trouble, reading)}
  </div>`;
}
