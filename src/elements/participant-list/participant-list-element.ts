import type { PropertyDeclarations, TemplateResult } from 'lit';
import { findParticipant, participantsOf } from '../../bundle/finding.js';
import type { Participant } from '../../bundle/schema.js';
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
export class ParticipantListElement extends ContentElement<readonly Participant[]> {
  static override properties: PropertyDeclarations = { dialogue: {} };

  /** The id of a dialogue; without it, everyone is shown. */
  dialogue = '';

  protected override look(reading: Reading): readonly Participant[] | string {
    const people = this.#people(reading);
    return people.length ? people : reading.phrases.empty;
  }

  protected override words(people: readonly Participant[], reading: Reading): TemplateResult {
    return participantListWords(people, reading);
  }

  #people(reading: Reading): readonly Participant[] | string {
    const { bundle } = reading;
    if (!this.dialogue) return bundle.participants;
    const dialogue = dialogueOrWhy(this.dialogue, reading);
    if (typeof dialogue === 'string') return dialogue;
    const speakers = participantsOf(bundle, dialogue);
    // A dialogue that nobody but the narrator speaks in still has somebody to show.
    const narrator = findParticipant(bundle, dialogue.narrator ?? '');
    return speakers.length || !narrator ? speakers : [narrator];
  }
}
