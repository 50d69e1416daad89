import { css, html, LitElement, type TemplateResult } from 'lit';
import { BundleSource } from '../../context/bundle-source.js';
import { lendBundle } from '../../context/lending.js';
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

  static override properties = { src: {}, bundle: { attribute: false } };

  /** The address of the bundle, relative to the page. */
  src = '';

  /** The bundle as an object, instead of an address. */
  bundle: object | null = null;

  readonly #source = new BundleSource();

  constructor() {
    super();
    this.addController(this.#source);
    this.#source.subscribe(() => this.#tell());
    lendBundle(this, this.#source);
  }

  /** Tries again after a failure. */
  retry(): void {
    this.#source.retry();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('readystatechange', this.#find);
    this.dataset['state'] = this.#source.state.face;
    // Back in the page: a fetch that was given up begins again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('readystatechange', this.#find);
  }

  protected override updated(): void {
    this.#find();
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${this.#find}></slot>`;
  }

  readonly #find = () => {
    const inline = this.#inline();
    const isNamed = this.bundle ?? (this.src || inline !== undefined);
    if (this.isConnected && isNamed) this.#source.bring(this, inline);
  };

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
