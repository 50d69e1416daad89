import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadText } from './loader.js';
import { page } from './page.js';

/** A file that belongs to a dialogue, on its way to a face. */
export type FileState<Content> =
  { readonly face: 'waiting' | 'failed' } | { readonly face: 'ready'; readonly content: Content };

const waiting = { face: 'waiting' } as const;

/** Fetches and reads one file at a time for its host. */
export class FileController<Content> implements ReactiveController {
  readonly #read: (text: string) => Content | null;
  readonly #arrived: () => void;
  /** The file that was asked for last, as far as it is here. */
  state: FileState<Content> = waiting;
  #address = '';
  #loading?: AbortController;

  /**
   * @param read makes sense of the text; `null` when there is none in it
   * @param arrived called when the file has come, or has failed to
   */
  constructor(host: ReactiveControllerHost, read: (text: string) => Content | null, arrived: () => void) {
    this.#read = read;
    this.#arrived = arrived;
    host.addController(this);
  }

  /** The file at an absolute address, as far as it is here. Asks for it if nobody has. */
  of(address: string): FileState<Content> {
    if (address !== this.#address) this.#load(address);
    return this.state;
  }

  /** Forgets what came, so that the next who looks asks anew. */
  retry(): void {
    page().fetches?.delete(this.#address);
    this.#address = '';
  }

  hostDisconnected(): void {
    this.#loading?.abort();
    // What has come stays; what has not is asked for anew by the next who looks.
    if (this.state === waiting) this.#address = '';
  }

  #load(address: string): void {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    this.#address = address;
    this.state = waiting;
    const tell = (content: Content | null) => {
      if (signal.aborted) return;
      this.state = content === null ? { face: 'failed' } : { face: 'ready', content };
      this.#arrived();
    };
    loadText(address, signal).then(
      (text) => tell(this.#read(text)),
      () => tell(null),
    );
  }
}
