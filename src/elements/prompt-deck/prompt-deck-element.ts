import { css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { DialogueElement } from '../dialogue-element.js';
import { nextIcon, previousIcon } from '../icons.js';
import { plain, type Reading } from '../reading.js';
import { inOrder, shuffled, withinDeck, type Order } from './deal.js';
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
 * @fires {PromptDeckChangedEvent} prompt-deck-changed - After.
 * @csspart deck - The row of buttons.
 * @csspart previous - The button that goes back.
 * @csspart position - Which prompt of how many.
 * @csspart next - The button that goes on.
 * @csspart failure - The sentence that says what is missing, with Retry.
 * @csspart retry - The Retry button.
 */
export class PromptDeckElement extends DialogueElement {
  static override styles = [
    tokens,
    machinery,
    css`
      .deck {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-block-start: 20px;
      }
      .deck button {
        display: grid;
        place-items: center;
      }
      .position {
        font-variant-numeric: tabular-nums;
      }
      @media print {
        .deck {
          display: none;
        }
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    layout: { reflect: true },
    shuffle: { type: Boolean, reflect: true },
    position: { state: true },
  };

  /** `deck`: one prompt at a time; `list`: all of them. */
  layout: 'deck' | 'list' = 'deck';

  /** Deals the prompts in an order left to chance. */
  shuffle = false;

  /** Which card of the deck lies on top, from 0. */
  private position = 0;

  #order: Order = [];

  constructor() {
    super();
    // A search in the page has found words on a card that waits.
    this.addEventListener('beforematch', (event) => {
      const found = this.#cards().findIndex((card) => card.contains(event.target as Node));
      if (found >= 0) this.position = this.#order.indexOf(found);
    });
  }

  /** Deals the next prompt. On the last one, nothing happens. */
  next(): void {
    this.position = withinDeck(this.position + 1, this.#order.length);
  }

  /** Goes back to the prompt before. On the first one, nothing happens. */
  previous(): void {
    this.position = withinDeck(this.position - 1, this.#order.length);
  }

  protected override look(reading: Reading): Dialogue | string {
    const dialogue = super.look(reading);
    return typeof dialogue === 'string' || dialogue.prompts.length ? dialogue : reading.phrases.noPrompts;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = this.subject;
    super.willUpdate(changed);
    const { subject } = this;
    if (!subject || (subject === before && !changed.has('shuffle'))) return;
    const size = subject.prompts.length;
    this.#order = this.shuffle ? shuffled(size) : inOrder(size);
    this.position = 0;
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return promptDeckWords(dialogue, this.layout, reading);
  }

  protected override machinery(dialogue: Dialogue, { phrases }: Reading): TemplateResult {
    const total = dialogue.prompts.length;
    if (this.layout === 'list') return html`<slot name="words"></slot>`;
    return html`<slot name="words"></slot>
      <div class="machine deck" part="deck" role="group" aria-label=${phrases.questions} lang=${phrases.language}>
        <button
          type="button"
          part="previous"
          aria-label=${phrases.previous}
          aria-disabled=${this.position === 0}
          @click=${() => this.#ask(this.position - 1)}
        >
          ${previousIcon}
        </button>
        <span class="position" part="position">${phrases.question(this.position + 1, total)}</span>
        <button
          type="button"
          part="next"
          aria-label=${phrases.next}
          aria-disabled=${this.position === total - 1}
          @click=${() => this.#ask(this.position + 1)}
        >
          ${nextIcon}
        </button>
      </div>`;
  }

  protected override updated(): void {
    const top = this.layout === 'deck' ? this.#order[this.position] : null;
    this.#cards().forEach((card, i) => {
      if (top === null || top === i) card.removeAttribute('hidden');
      else card.setAttribute('hidden', 'until-found');
    });
  }

  #cards(): readonly Element[] {
    return this.wordsBox && this.subject ? [...this.wordsBox.querySelectorAll('[data-prompts] > li')] : [];
  }

  /** A person asks for another card. */
  #ask(wanted: number): void {
    const { subject } = this;
    const position = withinDeck(wanted, this.#order.length);
    const prompt = subject?.prompts[this.#order[position]!];
    if (!prompt || position === this.position) return;
    if (!this.dispatchEvent(new PromptDeckChangeEvent(prompt, position))) return;
    this.position = position;
    announce(
      `${this.phrases.question(position + 1, this.#order.length)}: ${plain(prompt.text, this.reading!)}`,
      this.phrases.language,
    );
    void this.updateComplete.then(() => this.dispatchEvent(new PromptDeckChangedEvent(prompt, position)));
  }
}
