import { playClip, stopClip, type Stretch } from './clip.js';
import type { Recording, Voice } from './voice.js';

/** A clip, and the recording that it is of. */
export interface Excerpt extends Pick<Stretch, 'start' | 'end'> {
  readonly recording: Recording;
}

/**
 * Plays clips of any recordings one after another, and pauses at the end of the last. It is over before that as soon as
 * anybody pauses, moves out of the clip that is heard, or plays something else; the sound is then theirs.
 * @param tell called with the number of the clip that begins, and with -1 when the row is over
 */
export function playRow(voice: Voice, row: readonly Excerpt[], tell: (at: number) => void): void {
  let at = -1;
  const leave = () => {
    at = row.length;
    unsubscribe();
    tell(-1);
  };
  const go = () => {
    const here = ++at;
    const next = row[here];
    if (!next) {
      leave();
      return voice.pause(voice.recording!);
    }
    // A clip may be called off late, when another is heard already.
    const left = () => void (at === here && leave());
    void playClip(voice, next.recording, { ...next, ended: go, left });
    tell(here);
  };
  const unsubscribe = voice.subscribe((news) => {
    const { recording } = row[at]!;
    if (news?.key !== recording.key) return;
    const { paused, ended } = voice.of(recording);
    // A pause that was asked for before the row began may be told only now: then it does not pause any more.
    if (news.type === 'pause' && paused && !ended) stopClip();
  });
  go();
}
