import { createContext } from '@lit/context';
import { resolveAddress } from '../bundle/address.js';
import { parseBundle, type ParsedBundle } from '../bundle/parse.js';
import type { Problem } from '../bundle/problems.js';
import type { Bundle } from '../bundle/schema.js';
import { loadText, type LoadFailure, type LoadFault } from './loader.js';
import { page } from './page.js';

/** Why there is no bundle; each is a phrase too. */
export type BundleFault = LoadFault | 'unreadable' | 'unnamed';

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

/** Where an element says that its bundle is. */
export interface Naming {
  readonly bundle: object | null;
  readonly src: string;
  readonly baseURI: string;
}

/** By address: a hundred players with one `src` share one parse of what was read there last. */
const parsed = new Map<string, { readonly text: string; readonly result: ParsedBundle }>();

/** Brings one bundle to whoever subscribes. */
export class BundleSource implements BundleLoan {
  readonly version = 1;
  state: BundleState = { face: 'waiting' };
  readonly #listeners = new Set<() => void>();
  #loading?: AbortController;
  #again = () => {};
  #named: unknown;

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings what is named: an object, an address, inline JSON; with none of them, the built-in bundle. */
  bring({ bundle, src, baseURI }: Naming, inline?: string | null): void {
    const data = bundle ?? (src ? null : inline);
    const address = src ? resolveAddress(src, baseURI) : page().builtIn;
    const named = data ?? address ?? src;
    // An element that was moved in the page asks again for what it has.
    if (this.#named === named && this.state.face === 'ready') return;
    this.#named = named;
    this.#again = () => {
      this.wait();
      if (data) this.#judge(parseBundle(data, baseURI));
      else if (address) this.#load(address);
      else this.#fail(src ? 'unreachable' : 'unnamed');
    };
    this.#again();
  }

  /** Back to waiting; what was on its way is given up. */
  wait(): void {
    this.stop();
    if (this.state.face !== 'waiting') this.#tell({ face: 'waiting' });
  }

  retry(): void {
    // An answer that could not be read is asked for again.
    page().fetches?.delete(this.#named as string);
    this.#again();
  }

  /** Gives up what is on its way, and keeps what has arrived. */
  stop(): void {
    this.#loading?.abort();
  }

  #load(address: string): void {
    const { signal } = (this.#loading = new AbortController());
    loadText(address, signal).then(
      (text) => {
        let known = parsed.get(address);
        if (known?.text !== text) parsed.set(address, (known = { text, result: parseBundle(text, address) }));
        if (!signal.aborted) this.#judge(known.result);
      },
      ({ fault }: LoadFailure) => {
        if (!signal.aborted) this.#fail(fault);
      },
    );
  }

  #judge({ bundle, problems }: ParsedBundle): void {
    if (bundle) this.#tell({ face: 'ready', bundle, problems });
    else this.#fail('unreadable', problems);
  }

  #fail(fault: BundleFault, problems: readonly Problem[] = []): void {
    this.#tell({ face: 'failed', fault, problems });
  }

  #tell(state: BundleState): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
