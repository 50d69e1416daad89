import { createContext } from '@lit/context';
import { resolveAddress } from '../bundle/address.js';
import { parseBundle, type ParsedBundle } from '../bundle/parse.js';
import type { Problem } from '../bundle/problems.js';
import type { Bundle } from '../bundle/schema.js';
import { FileSource } from './file-source.js';
import type { LoadFault } from './loader.js';
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
export const bundleContext = createContext<BundleLoan>(Symbol.for('living-well-dialogues@1'));

/** Where an element says that its bundle is. */
export interface Naming {
  readonly bundle: object | null;
  readonly src: string;
  readonly baseURI: string;
}

/** By address: a hundred players with one `src` share one parse of what was read there last. */
const parsed = new Map<string, { readonly text: string; readonly result: ParsedBundle }>();

/** Brings one bundle to whoever subscribes. */
export class BundleSource extends FileSource<BundleState> implements BundleLoan {
  readonly version = 1;

  constructor() {
    super((text, address, fault) => {
      if (fault) return failed(fault);
      let known = parsed.get(address);
      if (known?.text !== text) parsed.set(address, (known = { text, result: parseBundle(text, address) }));
      return judged(known.result);
    });
  }

  get state(): BundleState {
    return this.content ?? { face: 'waiting' };
  }

  /** Brings what is named: an object, an address, inline JSON; with none of them, the built-in bundle. */
  bring({ bundle, src, baseURI }: Naming, inline?: string | null): void {
    const data = bundle ?? (src ? null : inline);
    const address = src ? resolveAddress(src, baseURI) : page().builtIn;
    this.ask(data ?? address ?? src, () => {
      if (data) this.put(judged(parseBundle(data, baseURI)));
      else if (address) this.load(address);
      else this.put(failed(src ? 'unreachable' : 'unnamed'));
    });
  }
}

function judged({ bundle, problems }: ParsedBundle): BundleState {
  return bundle ? { face: 'ready', bundle, problems } : failed('unreadable', problems);
}

function failed(fault: BundleFault, problems: readonly Problem[] = []): BundleState {
  return { face: 'failed', fault, problems };
}
