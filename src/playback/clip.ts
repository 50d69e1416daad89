import type { Recording, Voice } from './voice.js';

/** From when to when, in seconds; without an end, a mere moment. */
export interface Clip {
  readonly start: number;
  readonly end: number | null;
}

/** Stops the clip that is under way, or the last one again. */
let stopRunning: (() => void) | undefined;

/** How far outside a clip, in seconds, a listener may move before it counts as leaving the clip. */
const SLACK = 1;

/**
 * Plays one clip of a recording and pauses at its end, if it has one. Another clip, another dialogue, or a seek to
 * outside of it ends the clip: the voice then just plays on.
 * @param after called when the clip has come to its end
 * @returns as `play()`: when it sounds, or with the browser's own error
 */
export function playClip(voice: Voice, recording: Recording, { start, end }: Clip, after?: () => void): Promise<void> {
  stopRunning?.();
  voice.seek(recording, start);
  const sounding = voice.play(recording);
  if (end === null) return sounding;
  stopRunning = pauseAt(voice, recording, { start, end }, after);
  sounding.catch(stopRunning);
  return sounding;
}

/**
 * Pauses a recording when it comes to the end of a stretch. To leave the stretch, or to turn to another dialogue, calls
 * it off.
 * @param after called when it has paused there
 * @returns calls it off, as often as one likes
 */
export function pauseAt(
  voice: Voice,
  recording: Recording,
  { start, end }: { readonly start: number; readonly end: number },
  after?: () => void,
): () => void {
  let bell: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(bell);
    unsubscribe();
  };
  const unsubscribe = voice.subscribe(() => {
    clearTimeout(bell);
    const { loaded, paused, seeking, waiting, currentTime, playbackRate, error } = voice.of(recording);
    const isOutside = currentTime < start - SLACK || currentTime > end + SLACK;
    if (error || !loaded || (!seeking && isOutside)) return stop();
    if (paused || seeking || waiting || !playbackRate) return;
    // `timeupdate` comes four times a second: too coarse to end on a word.
    const rest = (end - currentTime) / playbackRate;
    bell = setTimeout(() => {
      stop();
      voice.pause(recording);
      after?.();
    }, rest * 1000);
  });
  return stop;
}
