import { html, type TemplateResult } from 'lit';
import type { Participant } from '../../bundle/schema.js';
import { participantCardWords } from '../participant-card/participant-card-words.js';
import type { Reading } from '../reading.js';

/** The people, in the order in which the bundle or the dialogue names them. */
export function participantListWords(people: readonly Participant[], reading: Reading): TemplateResult {
  return html`<ul data-people role="list">
    ${people.map((participant) => html`<li>${participantCardWords(participant, reading)}</li>`)}
  </ul>`;
}
