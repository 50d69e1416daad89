import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { markCue, walkCues } from '../../context/lines.js';
import { TranscriptSource } from '../../context/transcript-source.js';
import { DialogueElement } from '../dialogue-element.js';
import { retryButton } from '../retry-button.js';
import type { Reading } from '../reading.js';
import { dialogueTranscriptWords } from './dialogue-transcript-words.js';

/**
 * The words of a dialogue with their speakers. The line that is being heard is marked; a press on a line plays from it;
 * arrow keys, Home and End walk the lines.
 *
 * @summary The words of a dialogue, which follow the sound.
 * @tagname dialogue-transcript
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class DialogueTranscriptElement extends DialogueElement {
  static override properties: PropertyDeclarations = {
    noFollow: { type: Boolean, attribute: 'no-follow' },
  };

  /** Leaves the list where the reader scrolled it, while the sound goes on. */
  noFollow = false;

  readonly #script = this.follow(new TranscriptSource());
  constructor() {
    super();
    this.addEventListener('keydown', walkCues);
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return dialogueTranscriptWords(dialogue, this.#script.from(dialogue, reading), reading);
  }

  /** Words that cannot be had are all that there is to fail. */
  protected override get broken(): boolean {
    return this.subject !== null && this.#script.from(this.subject, this.reading!).face === 'failed';
  }

  protected override machinery(_dialogue: Dialogue, { phrases }: Reading): TemplateResult {
    return html`<slot name="words"></slot
      >${this.broken ? html`<div class="machine">${retryButton(phrases, () => this.#script.retry())}</div>` : nothing}`;
  }

  protected override updated(): void {
    if (this.wordsBox) markCue(this.wordsBox, this.#heard(), { follow: !this.noFollow });
  }

  protected override slice(): unknown {
    return this.#heard();
  }

  #heard(): number {
    return this.#script.heard(this.facts);
  }
}
