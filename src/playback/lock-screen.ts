import { chapterIndexAt } from '../bundle/cues.js';
import type { Recording, Voice } from './voice.js';

/** What a lock screen, a headset or a keyboard with media keys is told. */
export interface Billing {
  readonly title: string;
  readonly artist: string;
  readonly album: string;
  readonly artwork: MediaImage[];
  /** Chapters in order: next and previous go from one to another. Times in seconds. */
  readonly chapters: readonly { readonly startTime: number }[];
}

/** Seconds that back and forward move by, unless the system asks for others. */
const STEP = 15;

/** Pressing previous this long into a chapter, in seconds, goes to its own start, as people know it from music. */
const AGAIN = 3;

/**
 * Shows a recording on the lock screen, and obeys what is pressed there
 * (https://www.w3.org/TR/mediasession/). Does nothing where the browser has no such thing.
 */
export function showOnLockScreen(
  voice: Voice,
  recording: Recording,
  billing: Billing,
  session: MediaSession | undefined = navigator.mediaSession,
): void {
  if (!session) return;
  session.metadata = new MediaMetadata(billing);
  const { chapters } = billing;
  const now = (): number => voice.of(recording).currentTime;
  const seek = (time: number | undefined): void => {
    if (time !== undefined) voice.seek(recording, time);
  };
  const move =
    (by: number) =>
    ({ seekOffset }: MediaSessionActionDetails) =>
      seek(now() + (seekOffset ?? STEP) * by);
  const actions = {
    play: () => voice.play(recording),
    pause: () => voice.pause(recording),
    seekbackward: move(-1),
    seekforward: move(1),
    seekto: ({ seekTime }: MediaSessionActionDetails) => seek(seekTime),
    nexttrack: chapters.length ? () => seek(chapters[chapterIndexAt(chapters, now()) + 1]?.startTime) : null,
    previoustrack: chapters.length
      ? () => seek(chapters[chapterIndexAt(chapters, now() - AGAIN)]?.startTime ?? 0)
      : null,
  };
  for (const [name, action] of Object.entries(actions)) {
    try {
      session.setActionHandler(name as MediaSessionAction, action);
    } catch {
      // A browser may not know this key; the others work all the same.
    }
  }
}

/** Tells the lock screen where the sound is; the system counts on from there by itself. */
export function placeOnLockScreen(
  { currentTime, duration, playbackRate }: { currentTime: number; duration: number; playbackRate: number },
  session: MediaSession | undefined = navigator.mediaSession,
): void {
  // The method throws at a place beyond the end, at a speed of zero and, in Firefox, at a stream without an end.
  if (currentTime <= duration && duration / playbackRate < Infinity) {
    session?.setPositionState?.({ duration, position: currentTime, playbackRate });
  }
}
