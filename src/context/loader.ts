import { page } from './page.js';

/** Seconds until a silent server counts as a failure. */
const PATIENCE = 15;

/** Why a fetch came back with nothing: nobody answered, the answer was no, or it took more than 15 seconds. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';

  constructor(
    readonly reason: 'unreachable' | 'refused' | 'late',
    readonly address: string,
    readonly status = 0,
  ) {
    super(`${address}: ${reason}${status ? ` (${status})` : ''}`);
  }
}

interface Fetching {
  readonly text: Promise<string>;
  readonly abort: AbortController;
  readers: number;
  settled: boolean;
}

/**
 * The text at an address: one fetch an address a page, however many ask.
 *
 * The fetch is given up when every asker has aborted. A failure is forgotten, so that asking again tries again.
 * @param address absolute address
 * @param signal ends this asker's interest; the promise then rejects with the signal's reason
 * @throws {LoadFailure}
 */
export function loadText(address: string, signal: AbortSignal): Promise<string> {
  const fetches = (page().fetches ??= new Map()) as Map<string, Fetching>;
  let fetching = fetches.get(address);
  if (!fetching) {
    fetching = start(address, () => fetches.delete(address));
    fetches.set(address, fetching);
  }
  const mine = fetching;
  mine.readers++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      mine.readers--;
      reject(signal.reason);
      // The last to leave puts out the light, after whoever asks again within the same task has asked.
      queueMicrotask(() => {
        if (mine.readers || mine.settled) return;
        if (fetches.get(address) === mine) fetches.delete(address);
        mine.abort.abort();
      });
    };
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    mine.text.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function start(address: string, forget: () => void): Fetching {
  const abort = new AbortController();
  const patience = setTimeout(() => abort.abort('late'), PATIENCE * 1000);
  const read = async () => {
    try {
      const answer = await fetch(address, { signal: abort.signal });
      if (!answer.ok) throw new LoadFailure('refused', address, answer.status);
      return await answer.text();
    } catch (failure) {
      forget();
      if (failure instanceof LoadFailure) throw failure;
      throw new LoadFailure(abort.signal.reason === 'late' ? 'late' : 'unreachable', address);
    } finally {
      clearTimeout(patience);
      fetching.settled = true;
    }
  };
  const fetching: Fetching = { abort, readers: 0, settled: false, text: Promise.resolve().then(read) };
  // Each reader hears of a failure by its own promise.
  fetching.text.catch(() => {});
  return fetching;
}
