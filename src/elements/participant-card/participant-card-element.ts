import type { PropertyDeclarations, TemplateResult } from 'lit';
import { findParticipant } from '../../bundle/finding.js';
import type { Participant } from '../../bundle/schema.js';
import { ContentElement } from '../content-element.js';
import type { Reading } from '../reading.js';
import { participantCardWords } from './participant-card-words.js';

/**
 * One person: role, biography, and the dialogues in which they are heard.
 *
 * @summary One participant.
 * @tagname participant-card
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class ParticipantCardElement extends ContentElement<Participant> {
  static override properties: PropertyDeclarations = { participant: {} };

  /** The id of the participant; without it, the first of the bundle. */
  participant = '';

  protected override look({ bundle, phrases }: Reading): Participant | string {
    const { participant } = this;
    const found = participant ? findParticipant(bundle, participant) : bundle.participants[0];
    return found ?? (participant ? phrases.unknown(participant) : phrases.empty);
  }

  protected override words(participant: Participant, reading: Reading): TemplateResult {
    return participantCardWords(participant, reading);
  }
}
