import type { VoiceMedia } from './media.js';

/** Stretches of time, each a start and an end in seconds. */
export type Stretches = readonly (readonly [number, number])[];

/** All facts about one dialogue's sound at one instant, frozen. Times in seconds. */
export interface Facts {
  /** Is this dialogue in the audio element now? */
  readonly loaded: boolean;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly currentTime: number;
  /** The bundle's until metadata says more; NaN only when neither knows. */
  readonly duration: number;
  readonly readyState: number;
  readonly playbackRate: number;
  readonly volume: number;
  readonly muted: boolean;
  readonly buffered: Stretches;
  readonly seekable: Stretches;
  readonly error: MediaError | null;
  readonly currentSrc: string;
  /** Asked to play, and no sound yet, or stalled. */
  readonly waiting: boolean;
  /** Waiting for too long: the face says so. */
  readonly hanging: boolean;
  /** The browser's own error when a `play()` was refused; gone with the next that succeeds, a pause or a switch. */
  readonly refusal: DOMException | null;
  /** False where the server answers no ranges, so that a seek would snap to 0; true until that is known. */
  readonly canSeek: boolean;
}

/** Nobody has pressed anything yet. */
export const atRest: Facts = {
  loaded: false,
  paused: true,
  ended: false,
  seeking: false,
  currentTime: 0,
  duration: NaN,
  readyState: 0,
  playbackRate: 1,
  volume: 1,
  muted: false,
  buffered: [],
  seekable: [],
  error: null,
  currentSrc: '',
  waiting: false,
  hanging: false,
  refusal: null,
  canSeek: true,
};

/** Asked to play, and no sound to give. HAVE_FUTURE_DATA is 3. */
export function isWaiting(media: VoiceMedia): boolean {
  return !media.paused && !media.ended && !media.error && media.readyState < 3;
}

/**
 * Chrome gives `seekable` as [0, 0] for a server without ranges, others as empty; a seek then lands on 0.
 * Before metadata, and for a stream without an end, nothing is known.
 */
export function canSeek(media: VoiceMedia): boolean {
  const { seekable, duration } = media;
  return !(duration < Infinity) || (seekable.length > 0 && seekable.end(seekable.length - 1) > 0);
}

export function stretches(ranges: TimeRanges): Stretches {
  return Array.from({ length: ranges.length }, (_, i) => [ranges.start(i), ranges.end(i)]);
}

/** Looks like the element's own, for a dialogue that is not in the element. */
export const noRanges: TimeRanges = Object.freeze({ length: 0, start: outOfRange, end: outOfRange });

function outOfRange(): never {
  throw new DOMException('There are no ranges.', 'IndexSizeError');
}

/** The old facts where the new ones say the same, so that callers can compare by identity. */
export function settled(old: Facts | undefined, now: Facts): Facts {
  if (old && (Object.keys(now) as (keyof Facts)[]).every((name) => isSame(old[name], now[name]))) return old;
  for (const list of [now.buffered, now.seekable]) Object.freeze(list).forEach(Object.freeze);
  return Object.freeze(now);
}

function isSame(old: unknown, now: unknown): boolean {
  return Array.isArray(old) ? old.join() === (now as Stretches).join() : Object.is(old, now);
}
