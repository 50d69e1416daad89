import { atRest, canSeek, isWaiting, noRanges, settled, stretches, type Facts } from './facts.js';
import { mediaEvents, type VoiceMedia } from './media.js';
import { addressesFor, type Recording } from './recording.js';
import type { Turn } from './turn.js';

export type { Facts, Recording, VoiceMedia };

/** A media event told for one dialogue; key null: told for all (`volumechange`, `ratechange`). */
export interface VoiceNews {
  readonly type: string;
  readonly key: string | null;
}

/** The one voice of a document, shared by every view and by any second copy of the library. */
export interface Voice {
  readonly version: 1;
  /** The key of the dialogue in the audio element, or null. */
  readonly dialogue: string | null;
  /** The recording that is loaded, or null. */
  readonly recording: Recording | null;
  /** The same frozen object (`===`) as long as nothing changed. */
  of(recording: Recording): Facts;
  /** Loads the recording if need be; resolves and rejects as `HTMLMediaElement.play()` does. */
  play(recording: Recording): Promise<void>;
  /** Does nothing unless the recording is the loaded one. */
  pause(recording: Recording): void;
  /** Sets the time, in seconds; kept and applied later where it cannot be now. */
  seek(recording: Recording, time: number): void;
  setRate(rate: number): void;
  setVolume(volume: number): void;
  setMuted(muted: boolean): void;
  /** The element's own `TimeRanges` when loaded, an empty one otherwise. */
  ranges(recording: Recording, which: 'buffered' | 'seekable' | 'played'): TimeRanges;
  /** Loads again from scratch at the kept place, and plays. */
  retry(recording: Recording): Promise<void>;
  /** Takes an `<audio>` that a person already pressed play on, in place. */
  adopt(media: VoiceMedia, recording: Recording): void;
  /** A view (player or dock) is on the page; call the result when it leaves. */
  enter(recording: Recording): () => void;
  /** Called after every change of facts, with news when a media event is to be told; returns the stop. */
  subscribe(listener: (news: VoiceNews | null) => void): () => void;
}

/** Nothing is created before the first play: `createMedia` is called then, and once. */
export function createVoice(createMedia: () => VoiceMedia): Voice {
  return new PageVoice(createMedia);
}

/** How long may a person hear nothing before the face says so? Milliseconds. */
const patience = 12_000;

/** What belongs to the voice, and not to a dialogue. */
type Sound = Pick<VoiceMedia, 'playbackRate' | 'volume' | 'muted'>;

class PageVoice implements Voice {
  readonly version = 1;

  readonly #createMedia: () => VoiceMedia;
  /** As last read, by key. For a dialogue that is not loaded they keep the place where it was left. */
  readonly #facts = new Map<string, Facts>();
  /** One item for each view that is on the page. */
  readonly #views = new Set<{ readonly key: string }>();
  readonly #listeners = new Set<(news: VoiceNews | null) => void>();

  /** The voice's own element, once made. */
  #own: VoiceMedia | undefined;
  #turn: Turn | undefined;

  /** Speed, volume and mute before there is an element. */
  readonly #early: Sound = { playbackRate: 1, volume: 1, muted: false };
  /** Speed, volume and mute as last told. */
  #told: Sound = { ...this.#early };

  /** Runs while the sound waits, and not otherwise. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Has the sound waited for too long? */
  #hanging = false;

  constructor(createMedia: () => VoiceMedia) {
    this.#createMedia = createMedia;
  }

  get dialogue(): string | null {
    return this.recording?.key ?? null;
  }

  get recording(): Recording | null {
    return this.#turn?.recording ?? null;
  }

  of(recording: Recording): Facts {
    const { key } = recording;
    const facts = settled(this.#facts.get(key), this.#read(recording));
    this.#facts.set(key, facts);
    return facts;
  }

  play(recording: Recording): Promise<void> {
    const turn = this.#loaded(recording);
    return turn && !turn.media.error ? this.#start(turn) : this.retry(recording);
  }

  retry(recording: Recording): Promise<void> {
    return this.#start(this.#load(recording));
  }

  pause(recording: Recording): void {
    const turn = this.#loaded(recording);
    if (!turn) return;
    turn.moored = false;
    turn.refusal = null;
    turn.media.pause();
    this.#tell(null);
  }

  seek(recording: Recording, time: number): void {
    // The same complaint as the element's own setter, which may not be there to make it.
    check('currentTime', time);
    const turn = this.#loaded(recording);
    const isThere = turn?.media.readyState;
    time = Math.max(0, isThere ? time : Math.min(time, recording.duration || time));
    if (!turn) {
      this.#keep(recording, time);
    } else {
      // Without ranges the element would go back to the beginning, which nobody asked for.
      if (isThere && time && !canSeek(turn.media)) return;
      turn.silent = false;
      turn.place = isThere ? null : time;
      if (isThere) turn.media.currentTime = time;
      this.#calm();
    }
    this.#tell(null);
  }

  setRate(rate: number): void {
    // 0 is allowed by the browsers, and holds the sound.
    check('playbackRate', rate, rate === 0 || (rate >= 0.0625 && rate <= 16), 'NotSupportedError');
    // A new source would go back to the default speed.
    this.#set({ playbackRate: rate, defaultPlaybackRate: rate });
  }

  setVolume(volume: number): void {
    check('volume', volume, volume >= 0 && volume <= 1, 'IndexSizeError');
    this.#set({ volume });
  }

  setMuted(muted: boolean): void {
    this.#set({ muted });
  }

  ranges(recording: Recording, which: 'buffered' | 'seekable' | 'played'): TimeRanges {
    return this.#loaded(recording)?.media[which] ?? noRanges;
  }

  adopt(media: VoiceMedia, recording: Recording): void {
    const old = this.#turn;
    const isSame = recording.key === this.dialogue;
    if (isSame && media === old!.media) return;
    const { paused } = media;
    if (paused && old && !old.media.paused) {
      // What a person hears now is worth more than what they stopped earlier.
      if (!isSame) this.#keep(recording, media.currentTime, media.ended);
      return;
    }
    this.#begin({
      recording,
      media,
      addresses: [],
      place: null,
      silent: false,
      // While nothing has come, its `play` may be still to be told.
      heard: paused || !media.readyState ? 'pause' : 'play',
      moored: !paused && media.isConnected,
      refusal: null,
    });
  }

  enter(recording: Recording): () => void {
    const view = { key: recording.key };
    this.#views.add(view);
    return () => {
      this.#views.delete(view);
      // A move in the page leaves and enters within one task.
      queueMicrotask(() => this.#isViewed(recording) || this.pause(recording));
    };
  }

  subscribe(listener: (news: VoiceNews | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #isViewed({ key }: Recording): boolean {
    return [...this.#views].some((view) => view.key === key);
  }

  /** The turn that speaks, if it is this recording's. */
  #loaded({ key }: Recording): Turn | null | undefined {
    return key === this.dialogue ? this.#turn : null;
  }

  get #sound(): Sound {
    return this.#turn?.media ?? this.#early;
  }

  #read(recording: Recording): Facts {
    const { key, duration } = recording;
    const { playbackRate, volume, muted } = this.#sound;
    const sound = { playbackRate, volume, muted };
    const turn = this.#loaded(recording);
    if (!turn) {
      const { currentTime, ended } = this.#facts.get(key) ?? atRest;
      return { ...atRest, ...sound, currentTime, ended, duration: duration || NaN };
    }
    const { media, place, silent, refusal } = turn;
    const waiting = isWaiting(media);
    return {
      loaded: true,
      paused: media.paused,
      ended: media.ended,
      seeking: media.seeking && !silent,
      // The place, not 0, from the press until the element is there.
      currentTime: place ?? media.currentTime,
      duration: media.duration < Infinity ? media.duration : duration || media.duration,
      readyState: media.readyState,
      ...sound,
      buffered: stretches(media.buffered),
      seekable: stretches(media.seekable),
      error: media.error,
      // The element chooses its source a little later, and until then names the last one.
      currentSrc: media.src || media.currentSrc,
      waiting,
      hanging: waiting && this.#hanging,
      refusal,
      canSeek: canSeek(media),
    };
  }

  /** Keeps the place of a dialogue that is not loaded. */
  #keep(recording: Recording, currentTime: number, ended = false): void {
    this.#facts.set(recording.key, Object.freeze({ ...this.of(recording), currentTime, ended }));
  }

  /** Puts a recording into the voice's own element, at its kept place. */
  #load(recording: Recording): Turn {
    const { currentTime, ended } = this.of(recording);
    const { playbackRate, volume, muted } = this.#sound;
    const media = (this.#own ??= this.#createMedia());
    const turn: Turn = {
      recording,
      media,
      addresses: addressesFor(recording, media),
      place: ended ? null : currentTime,
      silent: true,
      heard: 'pause',
      moored: false,
      refusal: null,
    };
    this.#begin(turn);
    Object.assign(media, { preload: 'none', playbackRate, defaultPlaybackRate: playbackRate, volume, muted });
    tryNext(turn);
    return turn;
  }

  /** Listens to this turn's element, and to no other; tells what that brings as asynchronously as media would. */
  #begin(turn: Turn): void {
    const { media, recording } = turn;
    const old = this.#turn;
    const farewell: VoiceNews[] = [];
    if (old) {
      const { key } = old.recording;
      const { paused } = this.of(old.recording);
      if (old.media !== media) old.media.pause();
      if (key !== recording.key) {
        // Loading drops the events that wait to be told: what the listeners would have heard of.
        if (old.heard === 'pause' && !paused) farewell.push({ type: 'play', key });
        if (old.heard !== 'pause' || !paused) farewell.push({ type: 'pause', key });
      }
    }
    for (const type of mediaEvents) {
      old?.media.removeEventListener(type, this.#hear);
      media.addEventListener(type, this.#hear);
    }
    media.preservesPitch = true;
    this.#turn = turn;
    this.#calm();
    queueMicrotask(() => {
      for (const news of [null, ...farewell]) this.#tell(news);
      this.#tellSound();
    });
  }

  /** Asks to play; where the first address fails, the promise waits for the next. */
  #start(turn: Turn): Promise<void> {
    const promise = this.#ask(turn);
    // A refusal is a fact that faces show: it shall not be an error in the console as well.
    promise.catch(() => {});
    return promise;
  }

  async #ask(turn: Turn): Promise<void> {
    const { media, addresses } = turn;
    const { length } = addresses;
    turn.moored = media.isConnected;
    try {
      const asked = media.play();
      this.#tell(null);
      await asked;
    } catch (error) {
      if (turn === this.#turn) {
        if (addresses.length < length) return this.#ask(turn);
        if ((error as DOMException).name !== 'AbortError' && !media.error) {
          turn.refusal = error as DOMException;
          // Whoever believes that it plays, hears that it does not.
          this.#hear({ type: 'pause' });
        }
      }
      throw error;
    }
  }

  /** Every event of the element comes through here. */
  readonly #hear = ({ type }: Pick<Event, 'type'>): void => {
    const turn = this.#turn!;
    const { media, place, heard } = turn;
    if (type === 'volumechange' || type === 'ratechange') return this.#tellSound();

    // A restored place is not told, nor the press that is repeated for a further address or after the page took the
    // element away.
    let quiet =
      type === 'play'
        ? heard !== 'pause'
        : type === 'pause'
          ? heard === 'pause'
          : turn.silent && (type === 'waiting' ? heard !== 'play' : silentEvents.includes(type));

    if (type === 'error' && !media.readyState && turn.addresses.length) {
      quiet = true;
      tryNext(turn);
    } else if (type === 'loadedmetadata') {
      if (place && canSeek(media)) media.currentTime = place;
      else {
        turn.place = null;
        turn.silent = false;
      }
    } else if (type === 'seeked') {
      turn.silent = false;
    } else if ((type === 'canplay' || type === 'playing') && place !== null) {
      turn.place = null;
      // Some engines lose a seek that is asked for at `loadedmetadata`.
      turn.silent = media.currentTime < place - 1;
      if (turn.silent) media.currentTime = place;
    } else if (type === 'pause' && turn.moored && !media.isConnected) {
      // The page took the adopted element away, and the browser paused it.
      turn.moored = false;
      quiet = this.#isViewed(turn.recording);
      if (quiet) void this.#start(turn);
    }

    if (type === 'playing') turn.refusal = null;
    if (!quiet && (type === 'play' || type === 'pause' || type === 'waiting')) turn.heard = type;
    this.#tell(quiet ? null : { type, key: turn.recording.key });
  };

  #set(sound: Partial<VoiceMedia>): void {
    Object.assign(this.#sound, sound);
    queueMicrotask(() => this.#tellSound());
  }

  /** Tells speed, volume and mute, if they are not as last told: a load resets and re-asserts them unheard. */
  #tellSound(): void {
    const told = this.#told;
    const { playbackRate, volume, muted } = this.#sound;
    this.#told = { playbackRate, volume, muted };
    if (told.playbackRate !== playbackRate) this.#tell({ type: 'ratechange', key: null });
    if (told.volume !== volume || told.muted !== muted) this.#tell({ type: 'volumechange', key: null });
  }

  /** What was waited for until now does not count. */
  #calm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hanging = false;
  }

  /** Tells, after every event and every request, and looks whether the sound waits. */
  #tell(news: VoiceNews | null): void {
    if (!this.#turn || !isWaiting(this.#turn.media)) this.#calm();
    else
      this.#timer ??= setTimeout(() => {
        this.#hanging = true;
        this.#tell(null);
      }, patience);
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch (error) {
        globalThis.reportError?.(error);
      }
    }
  }
}

/** What restoring a place, and leaving another dialogue's, makes the element say. */
const silentEvents = ['seeking', 'seeked', 'timeupdate'];

function tryNext({ media, addresses }: Turn): void {
  // An empty address fails as the browser wants it to.
  media.src = addresses.shift() ?? '';
}

/** The complaint the element would make, which may not be there yet. */
function check(name: string, value: number, isAllowed = true, error?: string): void {
  const message = `${name} cannot be ${value}.`;
  if (!Number.isFinite(value)) throw new TypeError(message);
  if (!isAllowed) throw new DOMException(message, error);
}
