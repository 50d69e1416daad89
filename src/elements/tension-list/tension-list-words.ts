import { html, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import type { Reading } from '../reading.js';
import { tensionCardWords } from '../tension-card/tension-card-words.js';

/** The tensions, in the order in which the bundle tells them. In a living page each of them is a card of its own. */
export function tensionListWords(
  dialogues: readonly Dialogue[],
  reading: Reading,
  card = (dialogue: Dialogue) => tensionCardWords(dialogue, null, reading),
): TemplateResult {
  return html`<ul data-people role="list">
    ${dialogues.map((dialogue) => html`<li>${card(dialogue)}</li>`)}
  </ul>`;
}
