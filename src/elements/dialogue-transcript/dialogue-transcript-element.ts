import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { markCue, walkCues } from '../../context/lines.js';
import { recordingOf } from '../../context/recording.js';
import { TranscriptController } from '../../context/transcript-controller.js';
import { VoiceController } from '../../context/voice-controller.js';
import { DialogueElement } from '../dialogue-element.js';
import type { Reading } from '../reading.js';
import { dialogueTranscriptWords } from './dialogue-transcript-words.js';

/**
 * The words of a dialogue with their speakers. The line that is being heard is marked; a press on a line plays from it;
 * arrow keys, Home and End walk the lines.
 *
 * @summary The words of a dialogue, which follow the sound.
 * @tagname dialogue-transcript
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart failure - The sentence that says what is missing, with Retry.
 * @csspart retry - The Retry button.
 */
export class DialogueTranscriptElement extends DialogueElement {
  static override properties: PropertyDeclarations = {
    noFollow: { type: Boolean, attribute: 'no-follow' },
  };

  /** Leaves the list where the reader scrolled it, while the sound goes on. */
  noFollow = false;

  readonly #script = new TranscriptController(this, () => this.reword());
  readonly #voice: VoiceController = new VoiceController(this, () => this.#heard());

  constructor() {
    super();
    this.addEventListener('keydown', walkCues);
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return dialogueTranscriptWords(dialogue, this.#script.of(dialogue, reading), reading);
  }

  protected override updated(): void {
    if (this.wordsBox) markCue(this.wordsBox, this.#heard(), { follow: !this.noFollow });
  }

  #heard(): number {
    return this.subject ? this.#script.heard(this.#voice.voice.of(recordingOf(this.subject))) : -1;
  }
}
