import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { findParticipant } from '../../bundle/finding.js';
import type { Participant } from '../../bundle/schema.js';
import { MomentsController } from '../../context/moments-controller.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { ContentElement, type Sight } from '../content-element.js';
import type { Reading } from '../reading.js';
import { participantCardWords } from './participant-card-words.js';

/**
 * One person: role, biography, and the dialogues in which they are heard.
 *
 * @summary One participant.
 * @tagname participant-card
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart failure - The sentence that says what is missing, with Retry.
 * @csspart retry - The Retry button.
 */
export class ParticipantCardElement extends ContentElement<Participant> {
  static override styles = [tokens, machinery];

  /** The id of the participant; without it, the first of the bundle. */
  @property({ reflect: true }) participant = '';

  constructor() {
    super();
    new MomentsController(this, () => this.reading?.bundle ?? null);
  }

  protected override look({ bundle, phrases }: Reading): Sight<Participant> {
    const subject = this.participant ? findParticipant(bundle, this.participant) : bundle.participants[0];
    return subject ? { subject } : { missing: phrases.participantUnknown(this.participant) };
  }

  protected override words(participant: Participant, reading: Reading): TemplateResult {
    return participantCardWords(participant, reading);
  }
}
