import { chapterIndexAt, nextWanted } from '../bundle/cues.js';
import type { Cue } from '../bundle/transcript.js';
import { pauseAt } from './clip.js';
import type { Recording, Voice, VoiceNews } from './voice.js';

/** When the sound is to stop by itself: minutes from now, or at an end; '' for never. */
export type Sleep = '' | '15' | '30' | 'chapter' | 'dialogue';

/** Whom a listener wants to hear in one recording, by its key. */
export interface Choice {
  readonly key: string;
  /** As it stands in the list of choices. */
  readonly name: string;
  readonly isWanted: (cue: Cue) => boolean;
}

/** A dialogue in the order of its bundle. */
export interface Follower {
  readonly id: string;
  readonly recording: Recording;
}

/** A player, as far as it matters here. */
export interface Seat {
  recording(): Recording;
  /** Chapters in order. Times in seconds. */
  chapters(): readonly { readonly startTime: number }[];
  cues(): readonly Cue[];
  /** Shows another dialogue from now on. */
  turn(id: string): void;
  redraw(): void;
}

/** `timeupdate` comes four times a second: this far ahead, in seconds of listening, is looked for unwanted voices. */
const AHEAD = 0.25;

/** How a person listens on this page: until when, to whom, and what comes after. All that plays obeys it. */
export class Listening {
  /** The players that are on the page, and what else shows what was chosen or kept. */
  readonly seats = new Set<Seat | Pick<Seat, 'redraw'>>();
  /** What follows what, where one dialogue is to play after another. */
  order: readonly Follower[] | null = null;
  /** `null` is everyone. A choice is for one dialogue: the next has other voices. */
  choice: Choice | null = null;

  readonly #voice: Voice;
  #sleep: Sleep = '';
  #wakeUntil = Infinity;
  #stop?: (() => void) | undefined;
  #stopsIn = '';
  #stopsAt = 0;

  constructor(voice: Voice) {
    this.#voice = voice;
    voice.subscribe((news) => news && voice.recording && this.#heed(news, voice.recording));
  }

  get sleep(): Sleep {
    return this.#sleep;
  }
  set sleep(sleep: Sleep) {
    this.#sleep = sleep;
    this.#wakeUntil = Date.now() + (Number(sleep) || Infinity) * 60_000;
    this.#stop?.();
    this.#stopsIn = '';
    this.redraw();
  }

  /** Has every player show what was chosen. */
  redraw(): void {
    for (const seat of this.seats) seat.redraw();
  }

  #heed({ type }: VoiceNews, recording: Recording): void {
    const voice = this.#voice;
    const { key } = recording;
    const { currentTime, duration, paused, ended, seeking, playbackRate } = voice.of(recording);
    const seat = this.#seatOf(key);
    if (Date.now() > this.#wakeUntil) {
      this.sleep = '';
      // Where nobody listened when the time was over, the next press of play begins anew.
      if (type !== 'play') voice.pause(recording);
    }
    if (this.#sleep === 'chapter') {
      // The pause at the very end is followed by the end, which must not be followed by another dialogue.
      if (type === 'pause' && !ended && currentTime > this.#stopsAt - AHEAD && key === this.#stopsIn) this.sleep = '';
      else if (type === 'seeked' || key !== this.#stopsIn) {
        const chapters = seat?.chapters() ?? [];
        this.#stop?.();
        this.#stopsIn = key;
        this.#stopsAt = chapters[chapterIndexAt(chapters, currentTime) + 1]?.startTime ?? duration;
        this.#stop = pauseAt(voice, recording, { start: currentTime, end: this.#stopsAt });
      }
    }
    if (seat && !paused && !seeking && this.choice?.key === key) {
      const next = nextWanted(seat.cues(), currentTime + AHEAD * playbackRate, this.choice.isWanted);
      const place = Math.min(next ?? NaN, duration);
      // Not again while the end is on its way.
      if (place > currentTime + 0.1 && place < Infinity) voice.seek(recording, place);
    }
    if (type === 'ended') this.#goOn(key);
  }

  #goOn(key: string): void {
    const voice = this.#voice;
    const sleeps = /[cd]/.test(this.#sleep);
    if (sleeps) this.sleep = '';
    const order = this.order ?? [];
    const next = order[order.findIndex(({ recording }) => recording.key === key) + 1 || order.length];
    if (sleeps || !next) return;
    // After all others have heard of the end.
    queueMicrotask(() => {
      // One of them may have gone elsewhere.
      if (!voice.of(voice.recording!).ended) return;
      if (!this.#seatOf(next.recording.key)) this.#seatOf(key)?.turn(next.id);
      void voice.play(next.recording);
    });
  }

  #seatOf(key: string): Seat | undefined {
    return [...this.seats].find((seat): seat is Seat => 'recording' in seat && seat.recording().key === key);
  }
}
