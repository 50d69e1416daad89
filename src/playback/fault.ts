import type { Turn } from './turn.js';

/** Why there is no sound; each is a phrase too. */
export type Fault =
  'soundMissing' | 'soundForbidden' | 'soundUnreachable' | 'soundBroken' | 'soundUnplayable' | 'soundFailed';

/** Asks who answers at an address: the status; 0 for nobody, and NaN for somebody whose answer may not be read. */
export type Probe = (address: string) => Promise<number>;

/**
 * Why a sound failed. Before its beginning, an element has the same error for a file that is missing or forbidden, for a
 * server that is away, and for a format that it cannot play: only to ask the address once more tells them apart.
 */
export async function faultOf({ code }: MediaError, address: string, probe?: Probe): Promise<Fault> {
  if (code === 2) return 'soundBroken';
  const status = code === 3 ? 200 : ((await probe?.(address)) ?? NaN);
  if (status === 404 || status === 410) return 'soundMissing';
  if (status === 401 || status === 403 || status === 451) return 'soundForbidden';
  if (status === 0 || status >= 500) return 'soundUnreachable';
  return status < 400 ? 'soundUnplayable' : 'soundFailed';
}

/**
 * Whether an end came too soon. For an element an answer that stops is the whole sound: only who knows how long that
 * should be can tell. A tenth is left to those who counted badly; and who counted worse is found out by the second try,
 * which ends where it began.
 */
export function isCutShort({ recording, media, from }: Turn): boolean {
  const { currentTime } = media;
  return currentTime < recording.duration * 0.9 && currentTime > from + 1;
}
