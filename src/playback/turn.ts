import type { Fault } from './fault.js';
import type { VoiceMedia } from './media.js';
import type { Recording } from './recording.js';

/** One loading of one dialogue into one element: a generation. An event belongs to the current one. */
export interface Turn {
  readonly recording: Recording;
  readonly media: VoiceMedia;
  /** Those that have not been tried. */
  readonly addresses: string[];
  /** Seconds; where it begins. */
  readonly from: number;
  /** Seconds; where to go once metadata is there, kept until there is sound. */
  place?: number;
  /** A place is being restored, from the load on: its seek is not told. */
  silent?: boolean;
  /** What listeners heard last. */
  heard: 'play' | 'waiting' | 'pause';
  /** We asked to play, and not since to pause, and the page holds the element: if it takes it away, we ask again. */
  moored?: boolean;
  /** The browser's own error when a `play()` was refused. */
  refusal?: DOMException | null;
  /** Why there is no sound, once that is known. */
  fault?: Fault | null;
}

/**
 * Whether an event is not told: what a place that is restored brings with it, and the press that is repeated for a further
 * address or after the page took the element away.
 */
export function isQuiet({ heard, silent }: Turn, type: string): boolean | undefined {
  if (type === 'play') return heard !== 'pause';
  if (type === 'pause') return heard === 'pause';
  return silent && (type === 'waiting' ? heard !== 'play' : /^(seeking|seeked|timeupdate)$/.test(type));
}

/** Loads the next address. */
export function tryNext({ media, addresses }: Turn): void {
  // A new source goes back to the default speed. An empty address fails as the browser wants it to.
  Object.assign(media, { defaultPlaybackRate: media.playbackRate, src: addresses.shift() ?? '' });
}
