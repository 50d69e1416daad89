import type { ReactiveController } from 'lit';
import { loadText, type LoadFailure, type LoadFault } from './loader.js';
import { page } from './page.js';

/** Brings what is in a file, one file at a time. As a controller it gives up when its host leaves the page. */
export class FileSource<Content> implements ReactiveController {
  /** What has come; `null` while it is on its way. */
  content: Content | null = null;
  readonly #read: (text: string, address: string, fault?: LoadFault) => Content;
  readonly #listeners = new Set<() => void>();
  #named: unknown;
  #bring = () => {};
  #load?: Promise<void>;

  /** @param read makes sense of the text; of an empty one, with a `fault`, when it could not be had */
  constructor(read: (text: string, address: string, fault?: LoadFault) => Content) {
    this.#read = read;
  }

  /** Tells each change of the content; the result stops it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What is in the file at an absolute address, as far as it is here. Asks for it if nobody has. */
  of(address: string): Content | null {
    this.ask(address, () => this.load(address));
    return this.content;
  }

  /** Asks anew, also for an answer that came and could not be read. */
  retry(): void {
    page().fetches?.delete(this.#named as string);
    this.put(null);
    this.#bring();
  }

  /** Back to waiting; what was on its way is given up. */
  wait(): void {
    this.#named = undefined;
    this.put(null);
  }

  hostDisconnected(): void {
    // What has come stays; what has not is asked for anew by the next who looks.
    if (!this.content) this.wait();
  }

  /** Does what brings the named, unless that was asked for last. */
  protected ask(named: unknown, bring: () => void): void {
    if (named === this.#named) return;
    this.put(null);
    this.#named = named;
    this.#bring = bring;
    bring();
  }

  protected load(address: string): void {
    const arrive = (text: string, fault?: LoadFault) => {
      if (load === this.#load) this.put(this.#read(text, address, fault));
    };
    const load = loadText(address).then(arrive, ({ fault }: LoadFailure) => arrive('', fault));
    this.#load = load;
  }

  protected put(content: Content | null): void {
    this.#load = undefined;
    if (content === this.content) return;
    this.content = content;
    for (const listener of [...this.#listeners]) listener();
  }
}
