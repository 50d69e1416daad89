import { page } from './page.js';

/** Milliseconds until a silent server counts as a failure. */
const PATIENCE = 15_000;

/** Why a fetch came back with nothing; `onDisk` where a page that is opened as a file may not read other files. */
export type LoadFault = 'unreachable' | 'late' | 'onDisk';

/** Nobody answered as hoped, or the answer took more than 15 seconds. Its message is the address. */
export type LoadFailure = Error & { readonly fault: LoadFault };

/**
 * The text at an address: one fetch an address a page, however many ask. It goes on when they leave, since an element that
 * is moved in the page leaves and asks again. A failure is forgotten, so that asking again tries again.
 * @param address absolute address
 * @throws {LoadFailure}
 */
export function loadText(address: string): Promise<string> {
  const fetches = (page().fetches ??= new Map<string, Promise<string>>());
  if (!fetches.has(address)) {
    const text = read(address);
    fetches.set(address, text);
    text.catch(() => fetches.delete(address));
  }
  return fetches.get(address)!;
}

async function read(address: string): Promise<string> {
  const abort = new AbortController();
  let fault: LoadFault = address.startsWith('file:') ? 'onDisk' : 'unreachable';
  const bell = setTimeout(() => {
    fault = 'late';
    abort.abort();
  }, PATIENCE);
  try {
    const answer = await fetch(address, { signal: abort.signal });
    if (answer.ok) return await answer.text();
  } catch {
    // Told below, with an answer that says no.
  } finally {
    clearTimeout(bell);
  }
  throw Object.assign(new Error(address), { fault });
}

/**
 * Who answers at an address, once the sound there has failed: the status; 0 for nobody, and NaN for somebody whose answer
 * this page may not read. Nothing but the beginning of the answer is taken.
 */
export async function probe(address: string): Promise<number> {
  const abort = new AbortController();
  const bell = setTimeout(() => abort.abort(), PATIENCE);
  // Past the browser's cache, and into it: what it keeps of the failure would stand in the way of the next try.
  const ask = (mode: RequestMode) => fetch(address, { mode, cache: 'reload', signal: abort.signal });
  try {
    const { status } = await ask('cors').catch(() => ask('no-cors'));
    return status || NaN;
  } catch {
    return 0;
  } finally {
    clearTimeout(bell);
    abort.abort();
  }
}
