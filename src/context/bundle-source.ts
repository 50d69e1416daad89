import { createContext } from '@lit/context';
import { parseBundle } from '../bundle/parse.js';
import type { Problem } from '../bundle/problems.js';
import type { Bundle } from '../bundle/schema.js';
import { LoadFailure, loadText } from './loader.js';

/** Why there is no bundle. */
export type BundleFault = 'unreachable' | 'late' | 'unreadable' | 'unnamed';

/** One of the three faces of a bundle on its way to the elements. */
export type BundleState =
  | { readonly face: 'waiting' }
  | { readonly face: 'ready'; readonly bundle: Bundle; readonly problems: readonly Problem[] }
  | { readonly face: 'failed'; readonly fault: BundleFault; readonly problems: readonly Problem[] };

/** What a `dialogue-bundle` lends to all inside: a plain, versioned object, since the borrower may be another copy. */
export interface BundleLoan {
  readonly version: 1;
  readonly state: BundleState;
  retry(): void;
  /** Tells each change of `state`; the result stops it. */
  subscribe(listener: () => void): () => void;
}

/** Shared by all copies of the library: hence the global symbol. */
export const bundleContext = createContext<BundleLoan>(Symbol.for('living-well-dialogues/bundle@1'));

type Parsed = ReturnType<typeof parseBundle>;
/** By the text that was read: two elements with one `src` share one model, and one parse. */
const parsed = new Map<string, { readonly text: string; readonly result: Parsed }>();

/** Brings one bundle from an address, a text or an object to whoever subscribes. */
export class BundleSource implements BundleLoan {
  readonly version = 1;
  #state: BundleState = { face: 'waiting' };
  #listeners = new Set<() => void>();
  #loading?: AbortController;
  #again: () => void = () => {};

  get state(): BundleState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fetches and reads the bundle at an absolute address. */
  load(address: string): void {
    this.#begin(() => this.load(address));
    const { signal } = (this.#loading = new AbortController());
    loadText(address, signal).then(
      (text) => {
        let known = parsed.get(address);
        if (known?.text !== text) parsed.set(address, (known = { text, result: parseBundle(text, address) }));
        if (!signal.aborted) this.#judge(known.result);
      },
      (failure: unknown) => {
        if (signal.aborted) return;
        const late = failure instanceof LoadFailure && failure.reason === 'late';
        this.fail(late ? 'late' : 'unreachable');
      },
    );
  }

  /** Reads a bundle that the page has already: an object, or JSON. */
  read(input: string | object, base: string): void {
    this.#begin(() => this.read(input, base));
    this.#judge(parseBundle(input, base));
  }

  fail(fault: BundleFault, problems: readonly Problem[] = []): void {
    this.#tell({ face: 'failed', fault, problems });
  }

  /** Back to waiting; what was on its way is given up. */
  wait(): void {
    this.#begin(() => {});
  }

  retry(): void {
    this.#again();
  }

  /** Gives up what is on its way, and keeps what has arrived. */
  stop(): void {
    this.#loading?.abort();
  }

  #begin(again: () => void): void {
    this.stop();
    this.#again = again;
    this.#tell({ face: 'waiting' });
  }

  #judge({ bundle, problems }: Parsed): void {
    if (bundle) this.#tell({ face: 'ready', bundle, problems });
    else this.fail('unreadable', problems);
  }

  #tell(state: BundleState): void {
    if (state.face === 'waiting' && this.#state.face === 'waiting') return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
