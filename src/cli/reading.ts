import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure, type World } from './world.js';

/** What was read, and what the server said of it. */
export interface Got {
  /** Where it lies at last, after all redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** The length of the whole in bytes, of which `bytes` may be the beginning. */
  readonly size: number;
  /** Absent for a file. */
  readonly server?: {
    readonly headers: Headers;
    readonly status: number;
    /** Each address on the way, the first included. */
    readonly stops: readonly string[];
  };
}

/** Something that cannot be read; the message goes on a sentence that begins with its name. */
export class Unreadable extends Error {
  constructor(
    message: string,
    /** Whether it is certain that nothing is there, as against a server that is out of reach today. */
    readonly isGone: boolean,
  ) {
    super(message);
  }
}

const MOST_BYTES = 50_000_000;
const PATIENCE = 20_000;
const MOST_STOPS = 10;

/** The address that a word of the command line means: an http(s) address as it is, else a file. @throws {Failure} */
export function addressOf(word: string, world: World): string {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(word)) {
    if (URL.canParse(word) && /^(https?|file):/i.test(word)) return new URL(word).href;
    throw new Failure(`“${word}” is no address that can be read: name a file, or an http(s) address.`);
  }
  return pathToFileURL(resolve(fileURLToPath(world.here), word)).href;
}

/** The folder that a word of the command line means; ends in `/`. */
export function folderOf(word: string, world: World): string {
  return addressOf(word, world).replace(/\/*$/, '/');
}

/** An address as it is told to people: a file by its path, from where they stand if it is near. */
export function tell(address: string, world: World): string {
  if (!address.startsWith('file:')) return address;
  if (address === world.here) return '.';
  try {
    return address.startsWith(world.here)
      ? decodeURIComponent(address.slice(world.here.length))
      : fileURLToPath(address);
  } catch {
    // A `%` that stands for no letter: it is told as it is written.
    return address;
  }
}

/**
 * Reads a file, or what lies at an http(s) address. With `first`, only so many bytes of the beginning are asked for.
 *
 * @throws {Unreadable}
 */
export async function read(address: string, world: World, { first }: { readonly first?: number } = {}): Promise<Got> {
  if (address.startsWith('file:')) {
    const bytes = await world.read(address).catch((error: unknown) => {
      throw unreadableFile(error);
    });
    return { address, bytes, size: bytes.length };
  }
  try {
    const stops = [address];
    for (;;) {
      const signal = AbortSignal.timeout(PATIENCE);
      const headers = {
        // So that a server which answers only pages of other origins with a header has somebody to answer.
        Origin: 'https://example.org',
        'User-Agent': `living-well-dialogues/${world.version}`,
        ...(first && { Range: `bytes=0-${first - 1}` }),
      };
      const response = await world.fetch(stops.at(-1)!, { headers, redirect: 'manual', signal });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return await take(response, stops, first ?? Infinity);
      await response.body?.cancel();
      if (stops.length > MOST_STOPS) throw new Unreadable('is sent from one address to the next without end', true);
      const to = new URL(next, stops.at(-1));
      if (!/^https?:$/.test(to.protocol)) throw new Unreadable(`is sent on to ${to.protocol}, which is no web`, true);
      stops.push(to.href);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`could not be reached (${reasonOf(error)})`, false);
  }
}

/** The words of what was read. */
export function textOf({ bytes }: Got): string {
  return decoded(bytes, 'utf-8');
}

/** The words of XML, which may be in any encoding: the server says in which, or else its first line. */
export function xmlTextOf({ bytes, server }: Got): string {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const told = /charset=["']?([\w:.-]+)/i.exec(server?.headers.get('content-type') ?? '');
  const written = /^\s*<\?xml[^>]*\sencoding=["']([\w:.-]+)/.exec(beginning);
  return decoded(bytes, (told ?? written)?.[1] ?? 'utf-8');
}

/** A mark at the beginning knows better than what was said of the encoding. */
function decoded(bytes: Uint8Array, encoding: string): string {
  const mark = [...bytes.subarray(0, 3)].join();
  const marked = mark.startsWith('255,254') ? 'utf-16le' : mark.startsWith('254,255') ? 'utf-16be' : null;
  try {
    return new TextDecoder(mark === '239,187,191' ? 'utf-8' : (marked ?? encoding)).decode(bytes);
  } catch {
    // Nobody has heard of that encoding.
    return new TextDecoder().decode(bytes);
  }
}

/** Reads what a command was asked to read. @throws {Failure} */
export async function readAsked(word: string, world: World): Promise<Got> {
  const address = addressOf(word, world);
  try {
    return await read(address, world);
  } catch (error) {
    throw new Failure(`${word} ${error instanceof Unreadable ? error.message : reasonOf(error)}.`);
  }
}

async function take(response: Response, stops: readonly string[], most: number): Promise<Got> {
  const { status, headers } = response;
  if (!response.ok) {
    await response.body?.cancel();
    const name = response.statusText ? ` ${response.statusText}` : '';
    throw new Unreadable(`could not be read: the server answered ${status}${name}`, status === 404 || status === 410);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length < most) {
    const { done, value } = (await reader.read()) as { readonly done: boolean; readonly value?: Uint8Array };
    if (done || !value) break;
    parts.push(value);
    length += value.length;
    if (length > MOST_BYTES) throw new Unreadable('is too large to be read', true);
  }
  await reader?.cancel();
  const bytes = Buffer.concat(parts).subarray(0, most === Infinity ? undefined : most);
  const whole = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  const told = headers.get('content-encoding') ? null : headers.get('content-length');
  const size = Number(whole ?? (status === 200 ? told : null) ?? bytes.length);
  return { address: stops.at(-1)!, bytes, size, server: { headers, status, stops } };
}

function unreadableFile(error: unknown): Unreadable {
  const { code } = Object(error) as { readonly code?: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Unreadable('is not there', true);
  if (code === 'EISDIR') return new Unreadable('is a folder: name a file in it', true);
  if (code === 'EACCES' || code === 'EPERM') return new Unreadable('may not be read: ask for the right to', false);
  if (error instanceof URIError || code === 'ENAMETOOLONG' || code?.startsWith('ERR_INVALID_'))
    return new Unreadable('is an address that no file can have', true);
  return new Unreadable(`cannot be read (${reasonOf(error)})`, false);
}

function reasonOf(error: unknown): string {
  const { cause, name } = Object(error) as { readonly cause?: unknown; readonly name?: string };
  if (name === 'TimeoutError') return `no answer within ${PATIENCE / 1000} seconds`;
  // What Node's fetch says is "fetch failed"; why is within.
  const told = cause ?? error;
  const { code } = Object(told) as { readonly code?: string };
  return code ?? (told instanceof Error ? told.message : String(told));
}
