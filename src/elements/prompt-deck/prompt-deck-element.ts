import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { DialogueElement } from '../dialogue-element.js';
import { plain, type Reading } from '../reading.js';
import { dealt } from './deal.js';
import { PromptDeckChangedEvent, PromptDeckChangeEvent } from './prompt-deck-events.js';
import { promptDeckWords } from './prompt-deck-words.js';

/**
 * The questions of a dialogue, for a team to take into its own meeting: one at a time, or all as a list. Each may have
 * a moment of the dialogue to hear.
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
 * @csspart position - Which prompt of how many.
 * @csspart next - The button that goes on.
 * @csspart retry - The Retry button.
 */
export class PromptDeckElement extends DialogueElement {
  static override properties: PropertyDeclarations = {
    layout: {},
    shuffle: { type: Boolean },
  };

  /** `deck`: one prompt at a time; `list`: all of them. */
  layout: 'deck' | 'list' = 'deck';

  /** Deals the prompts in an order left to chance. */
  shuffle = false;

  /** The prompts' numbers, in the order in which they are dealt. */
  #order: readonly number[] = [];
  /** Which of the deck lies on top, from 0. */
  #position = 0;

  constructor() {
    super();
    // A search in the page has found words on a card that waits.
    this.addEventListener('beforematch', (event) => {
      const found = this.#cards().findIndex((card) => card.contains(event.target as Node));
      if (found >= 0) this.#turnTo(this.#order.indexOf(found));
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
    this.#order = dealt(this.subject.prompts.length, { shuffle: this.shuffle });
    this.#position = 0;
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return promptDeckWords(dialogue, this.layout, reading);
  }

  protected override machinery(_dialogue: Dialogue, { phrases }: Reading): TemplateResult {
    const words = html`<slot name="words"></slot>`;
    if (this.layout === 'list') return words;
    const button = (part: 'previous' | 'next', sign: string, to: number) =>
      html`<button
        type="button"
        part=${part}
        aria-label=${phrases[part]}
        aria-disabled=${!(to in this.#order)}
        @click=${() => this.#ask(to)}
      >
        ${sign}
      </button>`;
    return html`${words}
      <div class="machine" part="base" lang=${phrases.language}>
        ${button('previous', '←', this.#position - 1)}
        <span part="position">${this.#said()}</span>
        ${button('next', '→', this.#position + 1)}
      </div>`;
  }

  protected override updated(): void {
    this.#cards().forEach((card, i) => {
      const isShown = this.layout === 'list' || i === this.#order[this.#position];
      card.hidden = isShown ? false : 'until-found';
    });
  }

  #cards(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > [data-dialogue-words] [data-prompts] > li')];
  }

  #said(): string {
    return this.phrases.position(this.#position + 1, this.#order.length);
  }

  /** A person asks for another card. At either end there is none, and nothing happens. */
  #ask(position: number): void {
    const prompt = this.subject?.prompts[this.#order[position] ?? -1];
    if (!prompt || !this.dispatchEvent(new PromptDeckChangeEvent(prompt, position))) return;
    this.#turnTo(position);
    announce(`${this.#said()}: ${plain(prompt.text, this.reading!)}`, this.phrases.language);
    void this.updateComplete.then(() => this.dispatchEvent(new PromptDeckChangedEvent(prompt, position)));
  }

  #turnTo(position: number): void {
    this.#position = position;
    this.requestUpdate();
  }
}
