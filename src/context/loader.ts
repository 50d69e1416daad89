import { page } from './page.js';

/** Milliseconds until a silent server counts as a failure. */
const PATIENCE = 15_000;

/** Why a fetch came back with nothing; `onDisk` where a page that is opened as a file may not read other files. */
export type LoadFault = 'unreachable' | 'late' | 'onDisk';

/** Nobody answered as hoped, or the answer took more than 15 seconds. */
export class LoadFailure extends Error {
  constructor(
    readonly fault: LoadFault,
    readonly address: string,
  ) {
    super(`${address}: ${fault}`);
  }
}

interface Fetching {
  readonly text: Promise<string>;
  readonly abort: AbortController;
  /** How many wait for it; for ever many, once it has come. */
  readers: number;
}

/**
 * The text at an address: one fetch an address a page, however many ask.
 *
 * The fetch is given up when all who asked have left. A failure is forgotten, so that asking again tries again.
 * @param address absolute address
 * @param signal ends this reader's interest; the promise then rejects with the signal's reason
 * @throws {LoadFailure}
 */
export function loadText(address: string, signal: AbortSignal): Promise<string> {
  const fetches = (page().fetches ??= new Map()) as Map<string, Fetching>;
  const forget = () => fetches.delete(address);
  const mine = fetches.get(address) ?? start(address, forget);
  fetches.set(address, mine);
  mine.readers++;
  return new Promise((resolve, reject) => {
    mine.text.then(resolve, reject);
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
      mine.readers--;
      // Not at once: an element that is moved in the page leaves and asks again.
      setTimeout(() => {
        if (mine.readers) return;
        forget();
        mine.abort.abort();
      });
    });
  });
}

function start(address: string, forget: () => void): Fetching {
  const abort = new AbortController();
  let fault: LoadFault = address.startsWith('file:') ? 'onDisk' : 'unreachable';
  const bell = setTimeout(() => {
    fault = 'late';
    abort.abort();
  }, PATIENCE);
  const read = async () => {
    try {
      const answer = await fetch(address, { signal: abort.signal });
      if (answer.ok) return await answer.text();
    } catch {
      // Told below, with an answer that says no.
    } finally {
      clearTimeout(bell);
      fetching.readers = Infinity;
    }
    forget();
    throw new LoadFailure(fault, address);
  };
  const fetching: Fetching = { abort, readers: 0, text: Promise.resolve().then(read) };
  return fetching;
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
