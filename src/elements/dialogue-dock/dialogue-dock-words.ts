import { html, type TemplateResult } from 'lit';
import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Dialogue } from '../../bundle/schema.js';
import { say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';

/** What of the sound the words tell: where it is, in seconds, and why it does not play. */
export interface DockTelling {
  readonly time: number;
  readonly trouble: string | null;
}

/** The dock's words: what is heard, as a link to its moment, and why the sound does not play. */
export function dialogueDockWords(
  dialogue: Dialogue,
  { time, trouble }: DockTelling,
  reading: Reading,
): TemplateResult {
  return html`<div data-stack>
    <p><a data-heard href=${writeDeepLink(dialogue.id, time)}>${say(dialogue.title, reading)}</a></p>
    ${troubleWords(dialogue, trouble, reading)}
  </div>`;
}
