import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { phrasesFor } from '../locales/phrases.js';
import type { Phrases } from '../locales/en-GB.js';
import { composedClosest } from './tree.js';

const listeners = new Set<() => void>();
let watch: MutationObserver | undefined;

/** Follows the nearest `lang` of its host, wherever in the page it is written or changed. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  /** A BCP 47 tag, or '' where the page names no language. */
  language = '';

  /** @param changed called when the language is another */
  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get phrases(): Phrases {
    return phrasesFor(this.language);
  }

  hostConnected(): void {
    this.#read();
    listeners.add(this.#read);
    // One observer a page: `lang` changes once a visit, if ever.
    watch ??= new MutationObserver(() => listeners.forEach((read) => read()));
    // It sees through no shadow root: each one around the host is watched for itself.
    for (let node: Element | undefined = this.#host; node;) {
      const root = node.getRootNode();
      watch.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      node = (root as ShadowRoot).host;
    }
  }

  hostDisconnected(): void {
    listeners.delete(this.#read);
    if (!listeners.size) watch?.disconnect();
  }

  readonly #read = () => {
    const language = composedClosest(this.#host, '[lang]')?.getAttribute('lang') ?? '';
    if (language === this.language) return;
    this.language = language;
    this.#changed();
  };
}
