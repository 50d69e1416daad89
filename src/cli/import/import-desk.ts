import { resolveAddress } from '../../bundle/address.js';
import { languageOf } from './feed-language.js';

/** How files that the feed names are come by. Gives null, after saying why, where one cannot be read. */
export type Fetch = (address: string, what: string) => Promise<Uint8Array | null>;

/** What an import reads from: the feed's own address, the language it says it is in, and a way to what it names. */
export interface Feed {
  readonly base: string;
  readonly language: string;
  readonly fetch: Fetch;
}

/** The desk at which a feed becomes a bundle: all its parts judge addresses here, and lay down what they make and miss. */
export class ImportDesk {
  /** The files beside the bundle, by their relative path. */
  readonly files = new Map<string, string | Uint8Array>();
  /** What the feed held and the bundle does not. */
  readonly leftOut: string[] = [];
  /** What nobody but an editor can write. */
  readonly toDo: string[] = [];
  readonly base: string;
  readonly language: string;
  readonly fetch: Fetch;
  readonly #copied = new Map<string, string>();

  constructor({ base, language, fetch }: Feed) {
    this.base = base;
    this.language = languageOf(language);
    this.fetch = fetch;
  }

  /** An address that a bundle may have, absolute; null, after saying so, for any other. */
  vet(url: string | undefined, what: string): string | null {
    if (!url) return null;
    const address = resolveAddress(url, this.base);
    // What a feed names outside its own folder is none of its business: it may come from anywhere.
    const isOwn =
      address !== null && (!address.startsWith('file:') || address.startsWith(new URL('.', this.base).href));
    if (isOwn) return address;
    const sentence = `${what} has the address “${url.slice(0, 80)}”, which is neither http(s) nor a file beside the feed. It was left out.`;
    if (!this.leftOut.includes(sentence)) this.leftOut.push(sentence);
    return null;
  }

  /** An address on the web stays as it is. A file beside the feed is copied beside the bundle. */
  async carry(address: string, what: string, path: string): Promise<string | null> {
    if (!address.startsWith('file:')) return address;
    const known = this.#copied.get(address);
    if (known) return known;
    const bytes = await this.fetch(address, what);
    if (!bytes) return null;
    const ending = /\.[a-z\d]{1,5}$/i.exec(new URL(address).pathname)?.[0].toLowerCase() ?? '';
    this.files.set(path + ending, bytes);
    this.#copied.set(address, path + ending);
    return path + ending;
  }

  /** A picture, carried, for an editor to describe. */
  async picture(url: string | undefined, what: string, path: string): Promise<object | null> {
    const address = this.vet(url, what);
    const src = address && (await this.carry(address, what, path));
    return src ? { src, alt: '' } : null;
  }
}
