import { render, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { wordsSheet } from '../styles/words.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What stands in the light: a template, and the subject that it is about. */
export interface Words {
  readonly template: TemplateResult;
  readonly subject: unknown;
  /** Of our own phrases; a text in another language is marked as such. */
  readonly language: string;
}

/** A host page that puts our words out this often within a second does not want them; we stop before it hangs. */
const PATIENCE = 25;

/**
 * Keeps an element's words in the light DOM: one child that is ours, `<div slot="words" data-dialogue-words>`.
 *
 * The author's own nodes are never moved or changed. A child of that kind that is there already (a clone, a page made
 * beforehand) is emptied and used again. If the host page removes it, it is put back.
 */
export class WordsController implements ReactiveController {
  /** The box that holds the words, once there are any. */
  box: HTMLElement | null = null;
  /** What the box shall show from the next update on. */
  words: Words | null = null;
  readonly #host: Host;
  readonly #slot: string;
  #drawn: Words | null = null;
  #watch?: MutationObserver;
  #returns = 0;

  /** @param slot where the box goes; an element with several parts has several boxes */
  constructor(host: Host, slot = 'words') {
    this.#host = host;
    this.#slot = slot;
    host.addController(this);
  }

  hostConnected(): void {
    wearWordsSheet(this.#host.getRootNode() as Document | ShadowRoot);
    this.#watch ??= new MutationObserver(() => this.#putBack());
    this.#watch.observe(this.#host, { childList: true });
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
  }

  hostUpdated(): void {
    const { words } = this;
    const before = this.#drawn;
    if (words === before) return;
    this.#drawn = words;
    if (!words) return this.box?.remove();
    const box = (this.box ??= this.#find());
    // To say the same again would have the browser look at all that is inside.
    if (box.lang !== words.language) box.lang = words.language;
    if (box.parentNode !== this.#host) this.#host.append(box);
    // A translator wraps our text in nodes of its own, and Lit's text bindings then change nothing that is seen:
    // so another subject, or language, is drawn afresh.
    // And a page may have emptied the box: Lit shall forget what it drew there.
    if (before?.subject !== words.subject || before?.language !== words.language) {
      box.textContent = '';
      delete (box as { _$litPart$?: unknown })._$litPart$;
    }
    render(words.template, box, { host: this.#host });
  }

  #find(): HTMLElement {
    const [first, ...spare] = this.#host.querySelectorAll<HTMLElement>(
      `:scope > [data-dialogue-words][slot=${this.#slot}]`,
    );
    spare.forEach((box) => box.remove());
    const box = first ?? document.createElement('div');
    box.slot = this.#slot;
    box.dataset['dialogueWords'] = this.#host.localName;
    return box;
  }

  #putBack(): void {
    const { box } = this;
    if (!box || !this.#drawn || box.parentNode === this.#host) return;
    if (!this.#returns) setTimeout(() => (this.#returns = 0), 1000);
    if (this.#returns++ < PATIENCE) this.#host.append(box);
  }
}

/** Gives a document or shadow root the style of our words, once. Lit builds it late: Node has no style sheets. */
function wearWordsSheet({ adoptedStyleSheets }: Document | ShadowRoot): void {
  const sheet = wordsSheet.styleSheet!;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
