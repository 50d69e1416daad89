import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Dialogue, Prompt } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { addressAt, copyText } from '../../context/clipboard.js';
import { Jottings } from '../../context/jottings.js';
import { printAlone } from '../../context/paper.js';
import { machinery } from '../../styles/machinery.js';
import { button } from '../button.js';
import { controlsStyles } from '../controls-styles.js';
import { DialogueElement } from '../dialogue-element.js';
import { keepingOptions, noteField } from '../keeping.js';
import { plain, say, type Reading } from '../reading.js';
import { numberFrom, placeControls } from '../seek-controls.js';
import { dealt } from './deal.js';
import { PromptDeckChangedEvent, PromptDeckChangeEvent } from './prompt-deck-events.js';
import { promptDeckWords } from './prompt-deck-words.js';

/** How far, in pixels, a finger must go across a card to turn it. */
const SWIPE = 60;

/**
 * The questions of a dialogue, for a team to take into its own meeting: one at a time, or all as a list. Each may have
 * a moment of the dialogue to hear: just that is played, and the dialogue then waits where it was before.
 *
 * A person may write a private note to each question. Notes live as long as the page does; only with `remember`, and after
 * a person's own press, they are kept on the device.
 *
 * The questions that are not on top wait as `hidden="until-found"`, so that a search in the page deals them.
 *
 * @summary Deals one prompt at a time from a dialogue's deck, or lists them.
 * @tagname prompt-deck
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @fires {PromptDeckChangeEvent} prompt-deck-change - Before a person is dealt another prompt; cancelable.
 * @fires {PromptDeckChangedEvent} prompt-deck-changed - After a person was dealt another prompt.
 * @csspart base - The row of buttons.
 * @csspart previous - The button that goes back.
 * @csspart position - The choice of the prompt, which says which one of how many it is.
 * @csspart next - The button that goes on.
 * @csspart shuffle - The toggle that leaves the order to chance, and brings it back.
 * @csspart copy - The button that copies the prompt, and where to hear its moment.
 * @csspart print-cards - The button that prints the prompts alone, as cards to cut out.
 * @csspart notes - The native `details` with the notes.
 * @csspart note - The field for the note to one prompt.
 * @csspart where - Where the notes are.
 * @csspart remember - The checkbox that has the notes kept on this device.
 * @csspart kept - What is kept.
 * @csspart forget - The button that has all of it forgotten.
 * @csspart retry - The Retry button.
 */
export class PromptDeckElement extends DialogueElement {
  static override styles = [...machinery, controlsStyles];

  static override properties: PropertyDeclarations = {
    layout: {},
    shuffle: { type: Boolean },
    remember: { type: Boolean },
  };

  /** `deck`: one prompt at a time; `list`: all of them. */
  layout: 'deck' | 'list' = 'deck';

  /** Deals the prompts in an order left to chance, to begin with. A person may have them in the bundle's order again. */
  shuffle = false;

  /**
   * Offers to keep the notes, and the place in the sound, on this device. Nothing is kept before a person asks for it
   * there, and a person can have all of it forgotten.
   */
  remember = false;

  readonly #jottings = new Jottings(this);

  /** The prompts' numbers, in the order in which they are dealt. */
  #order: readonly number[] = [];
  /** Which of the deck lies on top, from 0. */
  #position = 0;
  /** Whether the order is left to chance now. */
  #isShuffled = false;
  /** How far across the page a finger came down. */
  #touchedAt = 0;

  constructor() {
    super();
    // A search in the page has found words on a card that waits.
    this.addEventListener('beforematch', (event) => {
      const found = this.#cards().findIndex((card) => card.contains(event.target as Node));
      if (found >= 0) this.#turnTo(this.#order.indexOf(found));
    });
    this.addEventListener('pointerdown', ({ clientX }) => (this.#touchedAt = clientX));
    this.addEventListener('pointerup', ({ pointerType, clientX, target }) => {
      // A mouse may have been pressed elsewhere; a finger is let go where it came down.
      const across = clientX - this.#touchedAt;
      const isOnWords = this.layout === 'deck' && this.wordsBox?.contains(target as Node);
      // Up and down, the browser scrolls, and says no more.
      if (pointerType === 'touch' && isOnWords && Math.abs(across) >= SWIPE) {
        this.#ask(this.#position - Math.sign(across));
      }
    });
  }

  protected override look(reading: Reading): Dialogue | string {
    const dialogue = super.look(reading);
    return typeof dialogue === 'string' || dialogue.prompts.length ? dialogue : reading.phrases.empty;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = this.subject;
    super.willUpdate(changed);
    if (!this.subject || (this.subject === before && !changed.has('shuffle'))) return;
    this.#isShuffled = this.shuffle;
    this.#order = dealt(this.subject.prompts.length, { shuffle: this.shuffle });
    this.#position = 0;
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return promptDeckWords(dialogue, this.layout, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const isList = this.layout === 'list';
    const { memory, remember } = this.#jottings;
    const shown = isList ? dialogue.prompts : [this.#onTop!];
    return html`<slot name="words"></slot>
      <div class="machine" part="base" lang=${phrases.language}>
        ${isList ? nothing : this.#deck(dialogue, reading)}
        ${button('print-cards', phrases.printCards, () =>
          printAlone(this.wordsBox!.querySelector('ol')!, 'cards', plain(dialogue.title, reading)),
        )}
        <details part="notes">
          <summary>${phrases.notes}</summary>
          <div class="options">
            ${shown.map((prompt) => this.#note(prompt, reading))} ${keepingOptions(memory, reading, remember)}
          </div>
        </details>
      </div>`;
  }

  /** All that turns the deck. */
  #deck({ id }: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const turn = (part: string, sign: string, { label, by }: { readonly label: string; readonly by: number }) => {
      const to = this.#position + by;
      return button(part, sign, () => this.#ask(to), { label, isOff: !(to in this.#order) });
    };
    return html`${turn('previous', '←', { label: phrases.previous, by: -1 })}
      <select
        part="position"
        aria-label=${phrases.questionNow}
        data-value=${this.#position}
        @change=${numberFrom((to) => this.#ask(to))}
      >
        ${this.#order.map((_, i) => html`<option value=${i}>${this.#said(i)}</option>`)}
      </select>
      ${turn('next', '→', { label: phrases.next, by: 1 })}
      ${button('shuffle', phrases.shuffle, this.#shuffle, { isPressed: this.#isShuffled })}
      ${button('copy', phrases.copy, () => {
        const { text, moment } = this.#onTop!;
        const times = moment ? [moment.start, moment.end] : [0];
        void copyText(`${plain(text, reading)}\n${addressAt(id, ...times)}`, phrases);
      })}`;
  }

  #note({ id, text }: Prompt, reading: Reading): TemplateResult {
    const name = `${this.recording.key} ${id}`;
    return noteField(say(text, reading), this.#jottings.of(name), (note) => this.#jottings.jot(name, note));
  }

  protected override updated(): void {
    this.#cards().forEach((card, i) => {
      const isShown = this.layout === 'list' || i === this.#order[this.#position];
      card.hidden = isShown ? false : 'until-found';
    });
    placeControls(this.renderRoot);
  }

  #cards(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > [data-dialogue-words] [data-prompts] > li')];
  }

  get #onTop(): Prompt | undefined {
    return this.subject?.prompts[this.#order[this.#position]!];
  }

  #said(position: number): string {
    const { questionNow, place } = this.phrases;
    return `${questionNow} ${place(String(position + 1), String(this.#order.length))}`;
  }

  /** A person asks for another card, or another order. At either end there is none, and nothing happens. */
  #ask(position: number, order = this.#order): void {
    const prompt = this.subject?.prompts[order[position] ?? -1];
    if (!prompt || !this.dispatchEvent(new PromptDeckChangeEvent(prompt, position))) return this.requestUpdate();
    this.#isShuffled = order === this.#order ? this.#isShuffled : !this.#isShuffled;
    this.#order = order;
    this.#turnTo(position);
    announce(`${this.#said(position)}: ${plain(prompt.text, this.reading!)}`, this.phrases.language);
    void this.updateComplete.then(() => this.dispatchEvent(new PromptDeckChangedEvent(prompt, position)));
  }

  /** Deals anew; or goes back to the bundle's order, and stays at the question that is on top. */
  readonly #shuffle = () => {
    const shuffle = !this.#isShuffled;
    this.#ask(shuffle ? 0 : this.#order[this.#position]!, dealt(this.#order.length, { shuffle }));
  };

  #turnTo(position: number): void {
    this.#position = position;
    this.requestUpdate();
  }
}
