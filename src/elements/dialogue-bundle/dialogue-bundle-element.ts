import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { bundleContext, BundleSource } from '../../context/bundle-source.js';
import { page } from '../../context/page.js';
import { DialogueBundleFailedEvent, DialogueBundleReadyEvent } from './dialogue-bundle-events.js';

/**
 * Loads one bundle and lends it to all elements inside. It shows nothing of its own.
 *
 * The bundle is, in this order: the property `bundle`, the address `src`, the JSON in an inline
 * `<script type="application/json">` child, the built-in bundle.
 *
 * @summary Loads one content bundle and lends it to all inside.
 * @tagname dialogue-bundle
 * @slot - The elements that borrow the bundle, and anything else.
 * @fires {DialogueBundleReadyEvent} dialogue-bundle-ready - The bundle can be shown.
 * @fires {DialogueBundleFailedEvent} dialogue-bundle-failed - No bundle could be had; fired once a try.
 */
export class DialogueBundleElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The address of the bundle, relative to the page. */
  @property({ reflect: true }) src = '';

  /** The bundle as an object, instead of an address. */
  @property({ attribute: false }) bundle: object | null = null;

  readonly #source = new BundleSource();
  #asked: unknown;
  #watch?: MutationObserver;

  constructor() {
    super();
    new ContextProvider(this, { context: bundleContext, initialValue: this.#source });
    this.#source.subscribe(() => this.#tell());
  }

  /** Tries again after a failure. */
  retry(): void {
    this.#source.retry();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch ??= new MutationObserver(() => this.#find());
    this.#watch.observe(this, { childList: true, characterData: true, subtree: true });
    document.addEventListener('DOMContentLoaded', this.#find);
    this.dataset['state'] = this.#source.state.face;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#find);
    if (this.#source.state.face === 'waiting') this.#asked = undefined;
    this.#source.stop();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#find();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  readonly #find = () => {
    const wish = this.bundle ?? (this.src || this.#inline());
    if (!this.isConnected || wish === this.#asked) return;
    this.#asked = wish;
    if (this.bundle) this.#source.read(this.bundle, this.baseURI);
    else if (this.src) this.#source.load(new URL(this.src, this.baseURI).href);
    else if (typeof wish === 'string') this.#source.read(wish, this.baseURI);
    else if (wish === null) this.#loadBuiltIn();
    else this.#source.wait();
  };

  #loadBuiltIn(): void {
    const { builtIn } = page();
    if (builtIn) this.#source.load(builtIn);
    else this.#source.fail('unnamed');
  }

  /** The inline JSON; `undefined` while the page may still bring it, `null` when there is none. */
  #inline(): string | null | undefined {
    const script = this.querySelector(':scope > script[type="application/json"]');
    const arriving = document.readyState === 'loading';
    // A script that the parser is still writing has nothing behind it yet.
    if (script && (!arriving || script.nextSibling)) return script.textContent;
    return arriving ? undefined : null;
  }

  #tell(): void {
    const { state } = this.#source;
    this.dataset['state'] = state.face;
    if (state.face === 'ready') this.dispatchEvent(new DialogueBundleReadyEvent(state.bundle, state.problems));
    if (state.face === 'failed') this.dispatchEvent(new DialogueBundleFailedEvent(state.problems));
  }
}
