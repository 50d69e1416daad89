import type { Recording } from './recording.js';

/** One loading of one dialogue into one element: a generation. An event belongs to the current one. */
export interface Turn {
  readonly recording: Recording;
  readonly addresses: readonly string[];
  /** Which address is in the element. */
  address: number;
  /** What the load itself fires is not told: 'new' from the load until `loadstart`, 'again' while a further address begins. */
  fresh: 'new' | 'again' | false;
  /** Seconds; where to go once metadata is there. */
  place: number | null;
  /** A person asked for that place, so its seek is told; restoring one is silent. */
  asked: boolean;
  /** Seconds; where a seek at `loadedmetadata` should have landed, until looked at. */
  landing: number | null;
  /** A place is being restored: its seek is not told. */
  silent: boolean;
  /** Was `play` the last that listeners heard, rather than `pause`? */
  heard: boolean;
  /** Did we ask to play, and not since to pause? */
  wanted: boolean;
  /** Asked to play on after the page took the element away: that `play` is not told, as no `pause` was. */
  resumed: boolean;
  refusal: DOMException | null;
}

export function newTurn(recording: Recording): Turn {
  return {
    recording,
    addresses: [],
    address: 0,
    fresh: false,
    place: null,
    asked: false,
    landing: null,
    silent: false,
    heard: false,
    wanted: false,
    resumed: false,
    refusal: null,
  };
}
