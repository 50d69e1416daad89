import type { PropertyDeclarations, TemplateResult } from 'lit';
import { findParticipant, participantsOf } from '../../bundle/finding.js';
import type { Bundle, Dialogue, Participant } from '../../bundle/schema.js';
import { InParts } from '../../context/in-parts.js';
import { ContentElement } from '../content-element.js';
import { dialogueOrWhy } from '../dialogue-element.js';
import type { Reading } from '../reading.js';
import { participantListWords } from './participant-list-words.js';

/**
 * The people of the series, or of one dialogue.
 *
 * @summary Everyone who is heard, or those of one dialogue.
 * @tagname participant-list
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class ParticipantListElement extends ContentElement<Bundle | Dialogue> {
  static override properties: PropertyDeclarations = { dialogue: {} };

  /** The id of a dialogue; without it, everyone is shown. */
  dialogue = '';

  readonly #parts = new InParts(this.reword);

  protected override look(reading: Reading): Bundle | Dialogue | string {
    const subject = this.dialogue ? dialogueOrWhy(this.dialogue, reading) : reading.bundle;
    return typeof subject === 'string' || peopleIn(subject, reading)[0] ? subject : reading.phrases.empty;
  }

  protected override words(subject: Bundle | Dialogue, reading: Reading): TemplateResult {
    return participantListWords(this.#parts.of(subject, peopleIn(subject, reading)), reading);
  }
}

function peopleIn(subject: Bundle | Dialogue, { bundle }: Reading): readonly Participant[] {
  if ('dialogues' in subject) return subject.participants;
  const speakers = participantsOf(bundle, subject);
  // A dialogue that nobody but the narrator speaks in still has somebody to show.
  const narrator = findParticipant(bundle, subject.narrator ?? '');
  return speakers[0] || !narrator ? speakers : [narrator];
}
