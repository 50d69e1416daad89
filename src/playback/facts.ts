import type { Fault } from './fault.js';
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
  readonly error: MediaError | null;
  /** Why there is no sound. A little later than `error`, and without one where the sound broke off too soon. */
  readonly fault: Fault | null;
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

/** Asked to play, and no sound to give. HAVE_FUTURE_DATA is 3. */
export function isWaiting({ paused, ended, error, readyState }: Heard): boolean {
  return !paused && !ended && !error && readyState < 3;
}

/**
 * Chrome gives `seekable` as [0, 0] for a server without ranges, others as empty; a seek then lands on 0.
 * Before metadata, and for a stream without an end, nothing is known. WebKitGTK must not be asked before it knows the
 * duration, which it may learn later than the metadata: it would hold what has been played for the whole ever after.
 */
export function canSeek(media: Heard): boolean {
  const { duration } = media;
  return !duration || duration === Infinity || stretches(media.seekable).some(([, end]) => end);
}

export function stretches(ranges: TimeRanges): Stretches {
  const { length } = ranges;
  return Object.freeze(Array.from({ length }, (_, i) => Object.freeze([ranges.start(i), ranges.end(i)] as const)));
}

/** What an element throws at a number that it cannot take. */
export function outOfRange(value: number, name?: string): Error {
  const message = `${value} is out of range.`;
  return Number.isFinite(value) ? new DOMException(message, name) : new TypeError(message);
}

function noRange(index: number): never {
  throw outOfRange(index, 'IndexSizeError');
}

/** Looks like the element's own, for a dialogue that is not in the element. */
export const noRanges: TimeRanges = Object.freeze({ length: 0, start: noRange, end: noRange });

/** What an element without a source says of itself. */
export const atRest = {
  paused: true,
  ended: false,
  seeking: false,
  currentTime: 0,
  duration: NaN,
  readyState: 0,
  playbackRate: 1,
  volume: 1,
  muted: false,
  buffered: noRanges,
  seekable: noRanges,
  error: null,
  src: '',
  currentSrc: '',
};

/** An element, or what stands for it while there is none. */
type Heard = VoiceMedia | typeof atRest;

/** The old facts where the new ones say the same, so that callers can compare by identity. */
export function settled(old: Facts | undefined, now: Facts): Facts {
  const isSame = old && old.error === now.error && Object.values(old).join() === Object.values(now).join();
  return isSame ? old : Object.freeze(now);
}
