import { render, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { wordsSheet } from '../styles/words.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What stands in the light: a template, and the subject that it is about. Another subject is drawn afresh. */
export interface Words {
  readonly template: TemplateResult;
  readonly subject: unknown;
}

/** A host that puts our words out this often does not want them; we stop before the page hangs. */
const PATIENCE = 25;

/**
 * Keeps an element's words in the light DOM: one child that is ours, `<div slot="words" data-dialogue-words>`.
 *
 * The author's own nodes are never moved or changed. A child of that kind that is there already (a clone, a page made
 * beforehand) is emptied and used again. If the host page removes it, it is put back.
 */
export class WordsController implements ReactiveController {
  readonly #host: Host;
  readonly #words: () => Words | null;
  #box: HTMLElement | null = null;
  #drawn: Words | null = null;
  #watch?: MutationObserver;
  #returns = 0;

  constructor(host: Host, words: () => Words | null) {
    this.#host = host;
    this.#words = words;
    host.addController(this);
  }

  /** The box that holds the words, once there are any. */
  get box(): HTMLElement | null {
    return this.#box;
  }

  hostConnected(): void {
    wearWordsSheet(this.#host.getRootNode());
    this.#watch ??= new MutationObserver(() => this.#putBack());
    this.#watch.observe(this.#host, { childList: true });
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
  }

  hostUpdated(): void {
    const words = this.#words();
    if (words === this.#drawn) return;
    this.#drawn = words;
    if (!words) {
      this.#box?.remove();
      return;
    }
    this.#box ??= this.#find();
    if (this.#box.parentNode !== this.#host) this.#host.append(this.#box);
    // A translator wraps our text in nodes of its own, and Lit's text bindings then change nothing that is seen:
    // so another subject is another branch, drawn whole.
    render(keyed(words.subject, words.template), this.#box, { host: this.#host });
  }

  #find(): HTMLElement {
    const [first, ...spare] = this.#host.querySelectorAll<HTMLElement>(':scope > [data-dialogue-words]');
    spare.forEach((box) => box.remove());
    const box = first ?? document.createElement('div');
    box.slot = 'words';
    box.dataset['dialogueWords'] = this.#host.localName;
    box.textContent = '';
    return box;
  }

  #putBack(): void {
    if (!this.#box || this.#box.parentNode === this.#host || !this.#words()) return;
    if (this.#returns++ < PATIENCE) this.#host.append(this.#box);
  }
}

let sheet: CSSStyleSheet | undefined;

/** Gives a document or shadow root the style of our words, once. Built late: Node has no style sheets. */
function wearWordsSheet(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(wordsSheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
