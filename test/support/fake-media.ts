import type { VoiceMedia } from '../../src/playback/media.js';

/** What answers at an address. */
export interface FakeFile {
  /** Seconds. */
  readonly duration: number;
  /** Does the server answer ranges? */
  readonly ranges: boolean;
  /** Nothing usable is there. */
  readonly missing: boolean;
  /** The server never answers, until `arrive()`. */
  readonly hangs: boolean;
}

/** A task of the event loop; a timer would wait for four milliseconds, and tests may have stopped the timers. */
function soon(task: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(null);
}

/** Lets everything that is queued happen: some turns of the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 80; turn++) await new Promise<void>(soon);
}

/**
 * Obeys as an `<audio>` does and tells the truth: the attributes change when the HTML standard says, the events
 * come from a queue that loading empties. Time passes only by `advance()`.
 * https://html.spec.whatwg.org/multipage/media.html
 */
export class FakeMedia extends EventTarget implements VoiceMedia {
  /** What lies on the net: everything is a minute long, unless said otherwise. */
  files: Record<string, Partial<FakeFile>> = {};
  /** Types this browser cannot play. */
  unplayable: readonly string[] = [];
  /** With this, the browser refuses to play. */
  refusal: DOMException | null = null;
  /** Some engines lose a seek that is asked for at `loadedmetadata`. */
  losesEarlySeeks = false;
  /**
   * WebKitGTK learns how long a sound is once it plays, and cannot seek before that. Asked for `seekable` before there is
   * metadata, it never learns it.
   */
  learnsLate = false;
  /** Firefox refuses the promise before it tells the error. */
  refusesFirst = false;
  /** Firefox has all of a short sound at once, and then tells of a seek only after the sound is there. */
  isQuick = false;

  preload: '' | 'none' | 'metadata' | 'auto' = 'auto';
  preservesPitch = true;
  currentSrc = '';
  duration = NaN;
  ended = false;
  seeking = false;
  paused = true;
  readyState = 0;
  error: MediaError | null = null;
  isConnected = false;
  /** How often a source was set. */
  loads = 0;

  #src = '';
  #load = 0;
  #network: 'empty' | 'idle' | 'loading' | 'nothing' = 'empty';
  #held = false;
  /** Asked to play since the last load: it loads on, even when it is paused again. */
  #asked = false;
  #time = 0;
  #start = 0;
  #seek = 0;
  #rate = 1;
  #defaultRate = 1;
  #volume = 1;
  #muted = false;
  #queue: (() => void)[] = [];
  #pumping = false;
  #plays: { resolve: () => void; reject: (error: DOMException) => void }[] = [];
  #heard: [number, number] | null = null;
  #isMisled = false;

  get src(): string {
    return this.#src;
  }

  set src(src: string) {
    this.#src = src;
    this.load();
  }

  get currentTime(): number {
    return this.readyState ? this.#time : this.#start;
  }

  set currentTime(time: number) {
    if (!Number.isFinite(time)) throw new TypeError('The provided double value is non-finite.');
    if (this.readyState) this.#goTo(time);
    else this.#start = time;
  }

  get playbackRate(): number {
    return this.#rate;
  }

  set playbackRate(rate: number) {
    if (rate && (rate < 0.0625 || rate > 16)) throw new DOMException('Not supported.', 'NotSupportedError');
    if (rate !== this.#rate) this.#fireLater('ratechange');
    this.#rate = rate;
  }

  get defaultPlaybackRate(): number {
    return this.#defaultRate;
  }

  set defaultPlaybackRate(rate: number) {
    if (rate !== this.#defaultRate) this.#fireLater('ratechange');
    this.#defaultRate = rate;
  }

  get volume(): number {
    return this.#volume;
  }

  set volume(volume: number) {
    if (!(volume >= 0 && volume <= 1)) throw new DOMException('Outside the range.', 'IndexSizeError');
    if (volume !== this.#volume) this.#fireLater('volumechange');
    this.#volume = volume;
  }

  get muted(): boolean {
    return this.#muted;
  }

  set muted(muted: boolean) {
    if (muted !== this.#muted) this.#fireLater('volumechange');
    this.#muted = muted;
  }

  get buffered(): TimeRanges {
    return ranges(this.readyState > 1 ? [0, this.duration] : null);
  }

  get seekable(): TimeRanges {
    this.#isMisled ||= this.learnsLate && !this.paused && !this.readyState;
    return ranges(this.readyState ? [0, this.#file.ranges ? this.duration : 0] : null);
  }

  get played(): TimeRanges {
    return ranges(this.#heard);
  }

  canPlayType(type: string): CanPlayTypeResult {
    return this.unplayable.includes(type) ? '' : 'maybe';
  }

  load(): void {
    const load = ++this.#load;
    this.loads++;
    this.#queue = [];
    this.#held = this.#asked = false;
    const interrupted = new DOMException('Interrupted by a new load request.', 'AbortError');
    this.#settlePlays((play) => play.reject(interrupted));
    if (this.#network === 'loading' || this.#network === 'idle') this.#fireLater('abort');
    if (this.#network !== 'empty') {
      this.#fireLater('emptied');
      this.readyState = 0;
      this.paused = true;
      this.seeking = false;
      this.ended = false;
      this.duration = NaN;
      this.#time = this.#start = 0;
      this.#heard = null;
      this.#fireLater('timeupdate');
    }
    this.playbackRate = this.#defaultRate;
    this.error = null;
    this.#select(load);
  }

  play(): Promise<void> {
    const { refusal } = this;
    if (refusal) return Promise.reject(refusal);
    // 4 is MEDIA_ERR_SRC_NOT_SUPPORTED.
    if (this.error?.code === 4) return Promise.reject(new DOMException('No source.', 'NotSupportedError'));
    this.#asked = true;
    return new Promise((resolve, reject) => {
      this.#plays.push({ resolve, reject });
      if (this.ended) this.#goTo(0);
      if (this.paused) {
        this.paused = false;
        this.#fireLater('play');
        if (this.readyState < 3) this.#fireLater('waiting');
        else this.#playing();
      } else if (this.readyState >= 3) {
        this.#later(() => this.#settlePlays((play) => play.resolve()));
      }
      if (this.#network === 'empty' && this.#src) this.load();
      else if (this.#network === 'idle' && !this.readyState) this.#fetch(this.#load);
    });
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.#fireLater('timeupdate');
    const interrupted = new DOMException('Interrupted by a call to pause().', 'AbortError');
    const plays = this.#plays.splice(0);
    this.#later(() => {
      this.#fire('pause');
      for (const play of plays) play.reject(interrupted);
    });
  }

  /** Time passes. Seconds. */
  advance(seconds: number): void {
    if (this.paused || this.readyState < 3 || this.ended) return;
    if (this.learnsLate) this.duration = this.#isMisled ? this.#time + seconds : this.#file.duration;
    this.#time = Math.min(this.duration, this.#time + seconds * this.#rate);
    this.#heard = [0, this.#time];
    if (this.#time < this.duration) return this.#fireLater('timeupdate');
    this.ended = true;
    this.readyState = 2;
    this.#later(() => {
      this.#fire('timeupdate');
      this.paused = true;
      this.#fire('pause');
      this.#fire('ended');
    });
  }

  /** The network falls behind: there is no sound for the next moment. */
  stall(): void {
    this.readyState = 2;
    this.#fireLater('timeupdate');
    this.#fireLater('waiting');
  }

  /** The network catches up, or answers at last. */
  arrive(): void {
    if (this.#held) this.#receive(this.#load);
    else this.#enough();
  }

  /** The connection breaks in the middle. */
  breakOff(): void {
    this.error = mediaError(2);
    this.#network = 'idle';
    this.#fireLater('error');
  }

  /** The page takes the element out, and the browser pauses it if it is not put back at once. */
  remove(): void {
    this.isConnected = false;
    queueMicrotask(() => {
      if (!this.isConnected) this.pause();
    });
  }

  get #file(): FakeFile {
    return { duration: 60, ranges: true, missing: !this.#src, hangs: false, ...this.files[this.#src] };
  }

  #select(load: number): void {
    this.#network = 'nothing';
    queueMicrotask(() => {
      if (load !== this.#load) return;
      this.#network = 'loading';
      this.currentSrc = this.#src;
      this.#fireLater('loadstart');
      if (this.preload === 'none' && !this.#asked && this.#src) {
        this.#network = 'idle';
        this.#fireLater('suspend');
      } else {
        this.#fetch(load);
      }
    });
  }

  #fetch(load: number): void {
    this.#network = 'loading';
    const { hangs, missing } = this.#file;
    if (hangs) this.#held = true;
    else if (missing) this.#later(() => this.#fail());
    else this.#receive(load);
  }

  #fail(): void {
    this.error = mediaError(4);
    this.#network = 'nothing';
    const plays = this.#plays.splice(0);
    if (this.refusesFirst) this.#fireLater('error');
    else this.#fire('error');
    for (const play of plays) play.reject(new DOMException('No supported source was found.', 'NotSupportedError'));
  }

  #receive(load: number): void {
    this.#held = false;
    this.#later(() => {
      this.#fire('progress');
      if (load !== this.#load) return;
      this.#network = 'idle';
      this.#fireLater('suspend');
      this.#later(() => {
        this.duration = this.learnsLate ? 0 : this.#file.duration;
        this.readyState = this.isQuick ? 4 : 1;
        this.#fireLater('durationchange');
        if (this.isQuick) {
          this.#fireLater('loadedmetadata');
          this.#fireLater('loadeddata');
          this.#enough();
          return;
        }
        this.#later(() => {
          this.#fire('loadedmetadata');
          if (load !== this.#load) return;
          if (this.losesEarlySeeks) {
            this.#seek++;
            this.seeking = false;
            this.#time = 0;
          }
          if (this.#start) this.#goTo(this.#start);
          this.#start = 0;
          this.#whenSought(() => {
            this.readyState = 2;
            this.#fireLater('loadeddata');
            this.#later(() => this.#enough());
          });
        });
      });
    });
  }

  #enough(): void {
    this.readyState = 4;
    this.#fireLater('canplay');
    if (!this.paused) this.#playing();
    this.#fireLater('canplaythrough');
  }

  /** As Chrome does: a seek takes the sound away for a moment. */
  #goTo(time: number): void {
    const seek = ++this.#seek;
    const { readyState } = this;
    this.#time = this.#file.ranges ? Math.min(Math.max(0, time), this.duration) : 0;
    this.seeking = true;
    this.ended = false;
    this.#fireLater('seeking');
    if (readyState > 1) {
      this.readyState = 1;
      if (!this.paused) this.#fireLater('waiting');
    }
    this.#later(() =>
      this.#later(() => {
        if (seek !== this.#seek) return;
        this.seeking = false;
        this.#fireLater('timeupdate');
        this.#fireLater('seeked');
        if (readyState > 1) this.#enough();
      }),
    );
  }

  #whenSought(then: () => void): void {
    this.#later(() => {
      if (this.seeking) this.#whenSought(then);
      else then();
    });
  }

  #playing(): void {
    const plays = this.#plays.splice(0);
    this.#later(() => {
      this.#fire('playing');
      for (const play of plays) play.resolve();
    });
  }

  #settlePlays(how: (play: { resolve: () => void; reject: (error: DOMException) => void }) => void): void {
    this.#plays.splice(0).forEach(how);
  }

  #fire(type: string): void {
    this.dispatchEvent(new Event(type));
  }

  #fireLater(type: string): void {
    this.#later(() => this.#fire(type));
  }

  #later(task: () => void): void {
    this.#queue.push(task);
    if (!this.#pumping) this.#pump();
  }

  #pump(): void {
    this.#pumping = this.#queue.length > 0;
    if (!this.#pumping) return;
    soon(() => {
      this.#queue.shift()?.();
      this.#pump();
    });
  }
}

function mediaError(code: number): MediaError {
  return { code, message: '' } as MediaError;
}

function ranges(stretch: [number, number] | null): TimeRanges {
  const at = (end: 0 | 1) => (i: number) => {
    if (!stretch || i) throw new DOMException('There is no such range.', 'IndexSizeError');
    return stretch[end];
  };
  return { length: stretch ? 1 : 0, start: at(0), end: at(1) };
}
