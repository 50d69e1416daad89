import type { Recording, Voice } from './voice.js';

/** From when to when, in seconds, and what comes of it; without an end, a mere moment. */
export interface Clip {
  readonly start: number;
  readonly end: number | null;
  /** Called at its end, instead of a pause. */
  readonly ended?: () => void;
  /** Called when it is called off; at times once more afterwards. */
  readonly left?: () => void;
}

/** A clip that comes to an end. */
export type Stretch = Clip & { readonly end: number };

/** Stops the clip that is under way, or the last one again. */
let stopRunning: (() => void) | undefined;

/** How far outside a clip, in seconds, a listener may move before it counts as leaving the clip. */
const SLACK = 1;

/**
 * Plays one clip of a recording and pauses at its end, if it has one. Another clip, another dialogue, or a seek to
 * outside of it ends the clip: the voice then just plays on.
 * @returns as `play()`: when it sounds, or with the browser's own error
 */
export function playClip(voice: Voice, recording: Recording, clip: Clip): Promise<void> {
  stopClip();
  voice.seek(recording, clip.start);
  const sounding = voice.play(recording);
  if (clip.end === null) return sounding;
  stopRunning = pauseAt(voice, recording, clip as Stretch);
  sounding.catch(stopRunning);
  return sounding;
}

/** Calls off the clip that is under way, if there is one: the voice then just plays on. */
export function stopClip(): void {
  stopRunning?.();
}

/**
 * Pauses a recording when it comes to the end of a stretch. To leave the stretch, or to turn to another dialogue, calls
 * it off.
 * @returns calls it off, as often as one likes
 */
export function pauseAt(
  voice: Voice,
  recording: Recording,
  { start, end, ended = () => voice.pause(recording), left }: Stretch,
): () => void {
  let bell: ReturnType<typeof setTimeout> | undefined;
  const finish = (then?: () => void) => () => {
    clearTimeout(bell);
    unsubscribe();
    then?.();
  };
  const stop = finish(left);
  const ring = finish(ended);
  const unsubscribe = voice.subscribe((news) => {
    clearTimeout(bell);
    const { loaded, paused, seeking, waiting, currentTime, playbackRate, error, ended: isOver } = voice.of(recording);
    const isOutside = currentTime < start - SLACK || currentTime > end + SLACK;
    if (error || !loaded || (!seeking && isOutside)) return stop();
    // The sound may be shorter than the bundle believes, and come to its end before a timer does.
    if (news?.type === 'ended' && isOver) return ring();
    // `timeupdate` comes four times a second: too coarse to end on a word. A timer that is set to more than 24 days, or
    // to no number, rings at once.
    const rest = (end - currentTime) / playbackRate;
    if (paused || seeking || waiting || !(rest < 2e6)) return;
    bell = setTimeout(ring, rest * 1000);
  });
  return stop;
}
