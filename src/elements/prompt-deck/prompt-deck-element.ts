import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Dialogue } from '../../bundle/schema.js';
import { announce } from '../../context/announce.js';
import { MomentsController } from '../../context/moments-controller.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { ContentElement, type Sight } from '../content-element.js';
import { nextIcon, previousIcon } from '../icons.js';
import { missingDialogue } from '../missing.js';
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
export class PromptDeckElement extends ContentElement<Dialogue> {
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

  /** The id of the dialogue; without it, the first of the bundle. */
  @property({ reflect: true }) dialogue = '';

  /** `deck`: one prompt at a time; `list`: all of them. */
  @property({ reflect: true }) layout: 'deck' | 'list' = 'deck';

  /** Deals the prompts in an order left to chance. */
  @property({ type: Boolean, reflect: true }) shuffle = false;

  @state() private position = 0;

  #order: Order = [];

  constructor() {
    super();
    new MomentsController(this, () => this.reading?.bundle ?? null);
  }

  /** Deals the next prompt. On the last one, nothing happens. */
  next(): void {
    this.position = withinDeck(this.position + 1, this.#order.length);
  }

  /** Goes back to the prompt before. On the first one, nothing happens. */
  previous(): void {
    this.position = withinDeck(this.position - 1, this.#order.length);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('beforematch', this.#dealFound);
  }

  protected override look({ bundle, phrases }: Reading): Sight<Dialogue> {
    const subject = findDialogue(bundle, this.dialogue);
    if (!subject) return { missing: missingDialogue(bundle, this.dialogue, phrases) };
    return subject.prompts.length ? { subject } : { missing: phrases.noPrompts };
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

  readonly #dealFound = (event: Event) => {
    const found = this.#cards().findIndex((card) => card.contains(event.target as Node));
    if (found >= 0) this.position = this.#order.indexOf(found);
  };
}
