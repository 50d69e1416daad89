import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Bundle } from '../bundle/schema.js';
import { BundleController } from '../context/bundle-controller.js';
import type { BundleFault } from '../context/bundle-source.js';
import { LanguageController } from '../context/language-controller.js';
import { WordsController, type Words } from '../context/words-controller.js';
import type { Phrases } from '../locales/en-GB.js';
import type { Reading } from './reading.js';

/** What an element shows, or a sentence that says why it cannot. */
export type Sight<Subject> = { readonly subject: Subject } | { readonly missing: string };

/**
 * What all elements that show content have in common: where the bundle comes from, the three faces, and the words
 * in the light.
 *
 * `data-state` tells the face: `waiting` shows what the page put inside the tag; `ready` shows words and machinery
 * in its stead; `failed` shows what the page put inside the tag, a sentence that says what is missing, and Retry.
 * Beneath it, a subclass answers three questions: what do I show, what are its words, what is its machinery.
 */
export abstract class ContentElement<Subject> extends LitElement {
  /** The address of a bundle; relative to the page. Without it, the nearest `dialogue-bundle`, or the built-in one. */
  @property({ reflect: true }) src = '';

  /** A bundle as an object, instead of an address. Addresses in it are relative to the page. */
  @property({ attribute: false }) bundle: object | null = null;

  /** The level of this element's heading in the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  readonly #language = new LanguageController(this);
  readonly #source = new BundleController(this);
  readonly #light = new WordsController(this, () => this.#written);
  #reading: Reading | null = null;
  #sight: Sight<Subject> | null = null;
  #written: Words | null = null;
  #seen: readonly unknown[] = [];

  /** Finds what this element shows in a bundle. Runs once a change, before anything is drawn. */
  protected abstract look(reading: Reading): Sight<Subject>;

  /** All that is read: plain semantic HTML for the light DOM. */
  protected abstract words(subject: Subject, reading: Reading): TemplateResult;

  /** The shadow root when ready; it holds `<slot name="words"></slot>`. */
  protected machinery(_subject: Subject, _reading: Reading): TemplateResult {
    return html`<slot name="words"></slot>`;
  }

  /** What is shown now; `null` unless ready. */
  protected get subject(): Subject | null {
    return this.#sight && 'subject' in this.#sight ? this.#sight.subject : null;
  }

  /** How it is read now; `null` unless the bundle is ready. */
  protected get reading(): Reading | null {
    return this.#reading;
  }

  /** The box of our words in the light DOM. */
  protected get wordsBox(): HTMLElement | null {
    return this.#light.box;
  }

  protected get phrases(): Phrases {
    return this.#language.phrases;
  }

  /** The face that `data-state` tells. */
  protected get face(): 'waiting' | 'ready' | 'failed' {
    if (!this.#sight) return 'waiting';
    return this.subject ? 'ready' : 'failed';
  }

  /** Writes the words anew at the next update. Nothing else does but a change of bundle, language or property. */
  protected reword(): void {
    this.#seen = [];
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#source.refresh();
    const { state } = this.#source;
    const seen = [state, this.#language.language];
    // The voice asks for a redraw of the machinery once a second: the words are none of its business.
    if (!changed.size && seen.every((thing, i) => thing === this.#seen[i])) return;
    this.#seen = seen;
    this.#reading = null;
    if (state.face === 'waiting') {
      this.#sight = null;
    } else if (state.face === 'failed') {
      this.#sight = { missing: faultWords(state.fault, this.phrases) };
    } else {
      this.#reading = this.#readingOf(state.bundle);
      this.#sight = this.look(this.#reading);
    }
    this.#written = this.#write();
    this.dataset['state'] = this.face;
  }

  protected override render(): TemplateResult {
    const { subject, phrases } = this;
    if (subject && this.#reading) return this.machinery(subject, this.#reading);
    // Words that were made beforehand are read while we wait.
    if (!this.#sight) return html`<slot></slot><slot name="words"></slot>`;
    return html`<slot></slot>
      <div class="failure" part="failure">
        <slot name="words"></slot>
        <button type="button" part="retry" lang=${phrases.language} @click=${this.retry}>${phrases.retry}</button>
      </div>`;
  }

  /** Tries again to fetch the bundle. */
  protected retry(): void {
    this.#source.retry();
  }

  #readingOf(bundle: Bundle): Reading {
    const level = Math.min(6, Math.max(2, Math.round(this.headingLevel) || 2));
    return { bundle, level, phrases: this.phrases, language: this.#language.language };
  }

  #write(): Words | null {
    const sight = this.#sight;
    if (!sight) return null;
    if ('missing' in sight) {
      const template = html`<p data-failure lang=${this.phrases.language}>${sight.missing}</p>`;
      return { template, subject: sight.missing };
    }
    return { template: this.words(sight.subject, this.#reading!), subject: sight.subject };
  }
}

function faultWords(fault: BundleFault, phrases: Phrases): string {
  switch (fault) {
    case 'unreachable':
      return phrases.bundleUnreachable;
    case 'late':
      return phrases.bundleLate;
    case 'unreadable':
      return phrases.bundleUnreadable;
    case 'unnamed':
      return phrases.bundleUnnamed;
  }
}

