import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { findDialogue, findParticipant, participantsOf } from '../../bundle/finding.js';
import type { Participant } from '../../bundle/schema.js';
import { MomentsController } from '../../context/moments-controller.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { ContentElement, type Sight } from '../content-element.js';
import { missingDialogue } from '../missing.js';
import type { Reading } from '../reading.js';
import { participantListWords } from './participant-list-words.js';

/**
 * The people of the series, or of one dialogue.
 *
 * @summary Everyone who is heard, or those of one dialogue.
 * @tagname participant-list
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart failure - The sentence that says what is missing, with Retry.
 * @csspart retry - The Retry button.
 */
export class ParticipantListElement extends ContentElement<readonly Participant[]> {
  static override styles = [tokens, machinery];

  /** The id of a dialogue; without it, everyone is shown. */
  @property({ reflect: true }) dialogue = '';

  constructor() {
    super();
    new MomentsController(this, () => this.reading?.bundle ?? null);
  }

  protected override look({ bundle, phrases }: Reading): Sight<readonly Participant[]> {
    if (!this.dialogue) return seen(bundle.participants, phrases.noParticipants);
    const dialogue = findDialogue(bundle, this.dialogue);
    if (!dialogue) return { missing: missingDialogue(bundle, this.dialogue, phrases) };
    const narrator = dialogue.narrator === undefined ? null : findParticipant(bundle, dialogue.narrator);
    const speakers = participantsOf(bundle, dialogue);
    // A dialogue that nobody but the narrator speaks in still has somebody to show.
    return seen(speakers.length || !narrator ? speakers : [narrator], phrases.noParticipants);
  }

  protected override words(people: readonly Participant[], reading: Reading): TemplateResult {
    return participantListWords(people, reading);
  }
}

function seen(people: readonly Participant[], otherwise: string): Sight<readonly Participant[]> {
  return people.length ? { subject: people } : { missing: otherwise };
}
