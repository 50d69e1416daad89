import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { cueIndexAt } from '../../bundle/cues.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Dialogue } from '../../bundle/schema.js';
import { CurrentController } from '../../context/current-controller.js';
import { MomentsController } from '../../context/moments-controller.js';
import { recordingOf } from '../../context/recording.js';
import { TranscriptController, type Transcript } from '../../context/transcript-controller.js';
import { VoiceController } from '../../context/voice-controller.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { ContentElement, type Sight } from '../content-element.js';
import { missingDialogue } from '../missing.js';
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
export class DialogueTranscriptElement extends ContentElement<Dialogue> {
  static override styles = [tokens, machinery, css``];

  /** The id of the dialogue; without it, the first of the bundle. */
  @property({ reflect: true }) dialogue = '';

  /** Leaves the list where the reader scrolled it, while the sound goes on. */
  @property({ type: Boolean, reflect: true, attribute: 'no-follow' }) noFollow = false;

  readonly #voice = new VoiceController(this, () => this.#cueIndex());
  readonly #script = new TranscriptController(this, () => this.reword());

  constructor() {
    super();
    new MomentsController(this, () => this.reading?.bundle ?? null);
    new CurrentController(this, {
      lines: '[data-cue]',
      index: () => this.#cueIndex(),
      follow: () => !this.noFollow,
      oneTabStop: true,
    });
  }

  protected override look({ bundle, phrases }: Reading): Sight<Dialogue> {
    const subject = findDialogue(bundle, this.dialogue);
    return subject ? { subject } : { missing: missingDialogue(bundle, this.dialogue, phrases) };
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return dialogueTranscriptWords(dialogue, this.#transcript(dialogue), reading);
  }

  protected override machinery(): TemplateResult {
    return html`<slot name="words"></slot>`;
  }

  #transcript(dialogue: Dialogue): Transcript {
    return this.#script.of(dialogue, this.reading?.language ?? '');
  }

  #cueIndex(): number {
    const dialogue = this.subject;
    const transcript = dialogue && this.#transcript(dialogue);
    if (transcript?.face !== 'ready') return -1;
    const { loaded, currentTime } = this.#voice.voice.of(recordingOf(dialogue!));
    return loaded ? cueIndexAt(transcript.content, currentTime) : -1;
  }
}
