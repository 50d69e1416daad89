import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { announce, statusRegion } from '../context/announce.js';
import { BundleController } from '../context/bundle-controller.js';
import type { FileSource } from '../context/file-source.js';
import { lendBundle } from '../context/lending.js';
import { LanguageController } from '../context/language-controller.js';
import { WordsController } from '../context/words-controller.js';
import { pressMoment } from '../context/moments.js';
import type { Phrases } from '../locales/en-GB.js';
import { machinery } from '../styles/machinery.js';
import type { Reading } from './reading.js';
import { retryButton } from './retry-button.js';

/**
 * What all elements that show content have in common: where the bundle comes from, the three faces, and the words
 * in the light.
 *
 * `data-state` tells the face: `waiting` shows what the page put inside the tag; `ready` shows words and machinery
 * in its stead; `failed` shows what the page put inside the tag, a sentence that says what is missing, and Retry.
 * A subclass answers three questions: what do I show, what are its words, what is its machinery.
 */
export abstract class ContentElement<Subject extends object> extends LitElement {
  static override styles: CSSResultGroup = [...machinery];

  static override properties: PropertyDeclarations = {
    src: {},
    bundle: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    wordings: { attribute: false },
  };

  /** The address of a bundle; relative to the page. Without it, the nearest `dialogue-bundle`, or the built-in one. */
  src = '';

  /** A bundle as an object, instead of an address. Addresses in it are relative to the page. */
  bundle: object | null = null;

  /** The level of this element's heading in the page, 2 to 6. */
  headingLevel = 2;

  /** What is shown now; `null` unless the bundle is ready and holds it. */
  protected subject: Subject | null = null;

  /** How it is read now; `null` unless the bundle is ready. */
  protected reading: Reading | null = null;

  /** How often the words were asked for anew: Lit takes that for a change of property. */
  protected wordings = 0;

  /** Writes the words anew at the next update, as a change of property does. */
  protected readonly reword = () => void this.wordings++;

  /**
   * What the words are drawn afresh for, where that is more than their subject: a page translator may have taken apart what
   * changes in them.
   */
  declare protected scene?: string;

  readonly #language = new LanguageController(this, this.reword);
  readonly #source = new BundleController(this);
  readonly #light = new WordsController(this);
  #retried = false;

  constructor() {
    super();
    this.#source.subscribe(this.reword);
    this.addEventListener('click', (event) => this.reading && pressMoment(event, this.reading.bundle));
  }

  /** Finds what this element shows in a bundle, or says in a sentence why it cannot; with no words at all, it waits. */
  protected abstract look(reading: Reading): Subject | string;

  /** All that is read: plain semantic HTML for the light DOM. */
  protected abstract words(subject: Subject, reading: Reading): TemplateResult;

  /** The shadow root when ready; it holds `<slot name="words"></slot>`. */
  protected machinery(_subject: Subject, _reading: Reading): TemplateResult {
    return html`<slot name="words"></slot>`;
  }

  /** The box of our words in the light DOM. */
  protected get wordsBox(): HTMLElement | null {
    return this.#light.box;
  }

  protected get phrases(): Phrases {
    return this.#language.phrases;
  }

  /** Whether the element shows its failed face though its words are there. */
  protected get broken(): boolean {
    return false;
  }

  /** Lends its bundle to all elements inside it. */
  protected lend(): void {
    lendBundle(this, this.#source);
  }

  /** Has the words written anew whenever a file that they need has come, or has failed to. */
  protected follow<Source extends FileSource<unknown>>(source: Source): Source {
    this.addController(source);
    source.subscribe(this.reword);
    return source;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    statusRegion();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#source.refresh();
    const { state } = this.#source;
    // The voice asks for a redraw of the machinery once a second: the words are none of its business.
    if (!changed.size) return;
    const { phrases, headingLevel: level } = this;
    const { language } = this.#language;
    const reading = state.face === 'ready' ? { bundle: state.bundle, level, phrases, language } : null;
    const fault = state.face === 'failed' ? phrases[state.fault] : null;
    const found = reading ? this.look(reading) : fault;
    this.reading = reading;
    this.subject = typeof found === 'string' ? null : found;
    const template = this.subject ? this.words(this.subject, reading!) : html`<p data-failure>${found}</p>`;
    this.#light.words = found
      ? { template, subject: (this.subject && this.scene) ?? found, language: phrases.language }
      : null;
    this.dataset['state'] = !found ? 'waiting' : this.subject && !this.broken ? 'ready' : 'failed';
    if (!this.#retried || !found) return;
    this.#retried = false;
    if (fault) announce(fault, phrases.language);
    // The button was pressed, and has gone: the keyboard must not be left nowhere.
    this.focusFirst();
  }

  protected override render(): TemplateResult {
    const { subject, reading, phrases } = this;
    // Words that were made beforehand are read while we wait.
    const fallback = html`<slot></slot><slot name="words"></slot>`;
    if (subject && reading) return html`${this.machinery(subject, reading)}${this.broken ? fallback : nothing}`;
    if (reading || !this.#light.words) return fallback;
    return html`${fallback}
      <div class="machine">${retryButton(phrases, this.#retry)}</div>`;
  }

  /** Puts the keyboard on the first button of this element, once it is drawn: Play, or Retry where that is all there is. */
  protected focusFirst(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  readonly #retry = () => {
    this.#retried = true;
    this.#source.retry();
  };
}
