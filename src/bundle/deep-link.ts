import { readClock } from './clock.js';

/** A moment of a dialogue that an address points to. Seconds; with an `end` it is a clip. */
export interface DeepLink {
  readonly dialogue: string;
  readonly start: number;
  readonly end: number | null;
}

/**
 * Reads the fragment of an address: `#dialogue=ID&t=90`, `&t=1:30` or, for a clip, `&t=1:30,2:10`.
 *
 * The times are those of Media Fragments (W3C, 4.2.1). `null` when it names no dialogue; a time that cannot be read
 * counts as the beginning.
 */
export function readDeepLink(fragment: string): DeepLink | null {
  const fields = new URLSearchParams(fragment.replace(/.*#/s, ''));
  const dialogue = fields.get('dialogue');
  if (!dialogue) return null;
  const [from, to] = (fields.get('t') ?? '').replace('npt:', '').split(',');
  const start = readClock(from) ?? 0;
  const end = readClock(to);
  return { dialogue, start, end: end && end > start ? end : null };
}

/** The fragment that `readDeepLink` reads, of a moment or, with two times, a clip. Times are cut to a tenth of a second. */
export function writeDeepLink(dialogue: string, ...times: readonly number[]): string {
  return `#dialogue=${dialogue}&t=${times.map((seconds) => Math.round(seconds * 10) / 10).join()}`;
}
