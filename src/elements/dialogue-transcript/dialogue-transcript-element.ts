import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { machinery } from '../../styles/machinery.js';
import { DialogueElement } from '../dialogue-element.js';
import { retryButton } from '../retry-button.js';
import type { Reading } from '../reading.js';
import { TranscriptDesk } from '../transcript-desk.js';
import { deskStyles } from '../transcript-desk-styles.js';
import { dialogueTranscriptWords } from './dialogue-transcript-words.js';

/**
 * The words of a dialogue with their speakers. The line that is being heard is marked; a press on a line plays from it;
 * arrow keys, Home and End walk the lines. The words can be searched, and taken away as text or WebVTT. Selected words can
 * be copied as a quote with a link to their moment, or played.
 *
 * The list follows the sound until the reader scrolls it or selects words in it; a button leads back to the sound.
 *
 * @summary The words of a dialogue, which follow the sound.
 * @tagname dialogue-transcript
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart search - The field for words to search.
 * @csspart previous - To the previous find.
 * @csspart next - To the next find.
 * @csspart count - Which find it is, of how many.
 * @csspart language - The choice of language, where there are several.
 * @csspart download-words - The buttons that take the words away as a file.
 * @csspart print-words - The button that prints the words alone, in large type. Not in `listen.js`.
 * @csspart back-to-sound - The button that follows the sound again.
 * @csspart copy-quote - Copies the selected words, who said them, and where to hear them.
 * @csspart copy-link - Copies the address of the selected words.
 * @csspart play-selection - Plays the selected words.
 * @csspart retry - The Retry button.
 */
export class DialogueTranscriptElement extends DialogueElement {
  static override styles = [...machinery, deskStyles];

  static override properties: PropertyDeclarations = {
    noFollow: { type: Boolean, attribute: 'no-follow' },
  };

  /** Leaves the list where the reader scrolled it, while the sound goes on. */
  noFollow = false;

  readonly #desk = this.follow(new TranscriptDesk(this, this.reword));

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return dialogueTranscriptWords(dialogue, this.#desk.show(dialogue, reading), reading);
  }

  /** Words that cannot be had are all that there is to fail. */
  protected override get broken(): boolean {
    return this.#desk.isBroken || !this.subject?.transcript[0];
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    return html`<div class="machine tools" lang=${phrases.language}>${this.#desk.tools(dialogue, reading)}</div>
      <slot name="words"></slot>
      ${
        this.#desk.isBroken
          ? html`<div class="machine">
              ${retryButton(phrases, () => {
                this.#desk.retry();
                // The button goes, and the keyboard must not be left nowhere.
                this.focusFirst();
              })}
            </div>`
          : this.#desk.bar(dialogue, reading, !this.noFollow)
      }`;
  }

  protected override updated(): void {
    this.#desk.mark(this.#heard(), !this.noFollow);
  }

  protected override slice(): unknown {
    return this.#heard();
  }

  #heard(): number {
    return this.#desk.heard(this.facts);
  }
}
