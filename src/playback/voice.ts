import { atRest, canSeek, isWaiting, noRanges, outOfRange, settled, stretches, type Facts } from './facts.js';
import { faultOf, isCutShort, type Probe } from './fault.js';
import { mediaEvents, type VoiceMedia } from './media.js';
import { Patience } from './patience.js';
import { addressesFor, type Recording } from './recording.js';
import { isQuiet, tryNext, type Turn } from './turn.js';

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

/**
 * Nothing is created before the first play: `createMedia` is called then, and once.
 * @param probe asks, after a failure, who answers at the address of the sound
 */
export function createVoice(createMedia: () => VoiceMedia, probe?: Probe): Voice {
  return new PageVoice(createMedia, probe);
}

/** What belongs to the voice, and not to a dialogue. */
type Sound = Pick<VoiceMedia, 'playbackRate' | 'volume' | 'muted'>;

class PageVoice implements Voice {
  readonly version = 1;

  readonly #createMedia: () => VoiceMedia;
  readonly #probe: Probe | undefined;
  /** As last read, by key. For a dialogue that is not loaded they keep the place where it was left. */
  readonly #facts = new Map<string, Facts>();
  /** One item for each view that is on the page. */
  readonly #views = new Set<{ readonly key: string }>();
  readonly #listeners = new Set<(news: VoiceNews | null) => void>();

  /** The voice's own element, once made. */
  #own: VoiceMedia | undefined;
  #turn: Turn | undefined;

  /** Stands for the element until there is one: its speed, volume and mute can be set. */
  readonly #early = { ...atRest };
  /** Speed, volume and mute as last told. */
  #told: Sound = atRest;

  /** Whose place was asked for last while it was not loaded: unlike a place that is restored, its seek is told. */
  #sought: string | null = null;

  readonly #patience = new Patience(() => this.#tell(null));

  constructor(createMedia: () => VoiceMedia, probe?: Probe) {
    this.#createMedia = createMedia;
    this.#probe = probe;
  }

  get dialogue(): string | null {
    return this.recording?.key ?? null;
  }

  get recording(): Recording | null {
    return this.#turn?.recording ?? null;
  }

  of(recording: Recording): Facts {
    const { key, duration } = recording;
    const old = this.#facts.get(key);
    const { playbackRate, volume, muted } = this.#sound;
    const isSame =
      old?.playbackRate === playbackRate && old.volume === volume && old.muted === muted && old.duration === duration;
    // Of a hundred players ninety-nine are not loaded, and all ask at every beat: nothing else can have changed.
    if (isSame && !old.loaded && key !== this.dialogue) return old;
    const facts = settled(old, this.#read(recording));
    this.#facts.set(key, facts);
    return facts;
  }

  play(recording: Recording): Promise<void> {
    const turn = this.#loaded(recording);
    return turn && !turn.media.error && !turn.fault ? this.#start(turn) : this.retry(recording);
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
    // The same complaints as the element's own setters, which may not be there to make them.
    if (!Number.isFinite(time)) throw outOfRange(time);
    const turn = this.#loaded(recording);
    time = Math.max(0, Math.min(time, this.of(recording).duration || time));
    if (turn) {
      const isThere = turn.media.duration;
      // Without ranges the element would go back to the beginning, which nobody asked for.
      if (isThere && time && !canSeek(turn.media)) return;
      turn.silent = false;
      turn.place = isThere ? 0 : time;
      if (isThere) turn.media.currentTime = time;
      this.#patience.calm();
    } else {
      this.#keep(recording, time);
      this.#sought = recording.key;
    }
    this.#tell(null);
  }

  setRate(rate: number): void {
    // 0 is allowed by the browsers, and holds the sound.
    if (rate !== 0 && !(rate >= 0.0625 && rate <= 16)) throw outOfRange(rate, 'NotSupportedError');
    this.#set({ playbackRate: rate });
  }

  setVolume(volume: number): void {
    if (!(volume >= 0 && volume <= 1)) throw outOfRange(volume, 'IndexSizeError');
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
    if (old && !old.media.paused && (paused || media.currentTime > old.media.currentTime)) {
      // What a person hears now is worth more than what they stopped earlier; of two that play, the one begun last.
      media.pause();
      if (!isSame) this.#keep(recording, media.currentTime, media.ended);
      return;
    }
    this.#begin({
      recording,
      media,
      addresses: [],
      from: media.currentTime,
      // While nothing has come, its `play` may be still to be told.
      heard: paused || !media.readyState ? 'pause' : 'play',
      moored: !paused && media.isConnected,
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

  /** The element that speaks: the voice's own or an adopted one. */
  get #media(): VoiceMedia | typeof atRest {
    return this.#turn?.media ?? this.#early;
  }

  get #sound(): Sound {
    const { playbackRate, volume, muted } = this.#media;
    return { playbackRate, volume, muted };
  }

  #read(recording: Recording): Facts {
    const { key, duration } = recording;
    const turn = this.#loaded(recording);
    const media = turn?.media ?? atRest;
    const waiting = isWaiting(media);
    const { currentTime, ended } = turn?.media ?? this.#facts.get(key) ?? atRest;
    return {
      loaded: !!turn,
      paused: media.paused,
      ended,
      seeking: media.seeking && !turn?.silent,
      // The place, not 0, from the press until the element is there.
      currentTime: turn?.place || currentTime,
      duration: (media.duration < Infinity && media.duration) || duration || media.duration,
      readyState: media.readyState,
      ...this.#sound,
      buffered: stretches(media.buffered),
      error: media.error,
      fault: turn?.fault ?? null,
      // The element chooses its source a little later, and until then names the last one.
      currentSrc: media.src || media.currentSrc,
      waiting,
      hanging: waiting && this.#patience.isLost,
      refusal: turn?.refusal ?? null,
      canSeek: canSeek(media),
    };
  }

  /** Keeps the place of a dialogue that is not loaded. */
  #keep(recording: Recording, currentTime: number, ended = false): void {
    this.#facts.set(recording.key, Object.freeze({ ...this.of(recording), currentTime, ended }));
  }

  /** Puts a recording into the voice's own element, at its kept place. */
  #load(recording: Recording): Turn {
    const { currentTime, ended, fault } = this.of(recording);
    const sound = this.#sound;
    const media = (this.#own ??= this.#createMedia());
    const from = ended && !fault ? 0 : currentTime;
    const turn: Turn = {
      recording,
      media,
      addresses: addressesFor(recording, media),
      from,
      place: from,
      silent: this.#sought !== recording.key,
      heard: 'pause',
    };
    this.#sought = null;
    this.#begin(turn);
    Object.assign(media, sound, { preload: 'none' });
    tryNext(turn);
    return turn;
  }

  /** Listens to this turn's element, and to no other; tells what that brings as asynchronously as media would. */
  #begin(turn: Turn): void {
    const { media, recording } = turn;
    const old = this.#turn;
    const wasPaused = !old || this.of(old.recording).paused;
    if (old?.media !== media) old?.media.pause();
    for (const type of mediaEvents) {
      old?.media.removeEventListener(type, this.#hear);
      media.addEventListener(type, this.#hear);
    }
    media.preservesPitch = true;
    this.#turn = turn;
    this.#patience.calm();
    queueMicrotask(() => {
      this.#tell(null);
      if (old && old.recording.key !== recording.key) {
        // Loading drops the events that wait to be told.
        old.moored = false;
        if (!wasPaused) this.#hear({ type: 'play' }, old);
        this.#hear({ type: 'pause' }, old);
      }
      this.#tellSound();
    });
  }

  /** Asks to play; where the first address fails, the promise waits for the next. */
  #start(turn: Turn): Promise<void> {
    const { media, addresses } = turn;
    const { length } = addresses;
    turn.moored = media.isConnected;
    const promise = media.play().catch((error: DOMException) => {
      if (turn === this.#turn) {
        // Firefox refuses before it tells the error, and would tell nothing of it once the next address is set.
        if (media.error && !media.readyState && length && addresses.length === length) tryNext(turn);
        if (addresses.length < length) return this.#start(turn);
        if (error.name !== 'AbortError' && !media.error) {
          turn.refusal = error;
          // Whoever believes that it plays, hears that it does not.
          this.#hear({ type: 'pause' });
        }
      }
      throw error;
    });
    // A refusal is a fact that faces show: it shall not be an error in the console as well.
    promise.catch(() => {});
    this.#tell(null);
    return promise;
  }

  /** Every event of the element comes through here. */
  readonly #hear = ({ type }: Pick<Event, 'type'>, turn = this.#turn!): void => {
    const { media, place } = turn;
    const isMetadata = type === 'loadedmetadata';
    const isFar = media.currentTime < place! - 1;
    if (type === 'volumechange' || type === 'ratechange') {
      this.#told = this.#sound;
      return this.#tell({ type, key: null });
    }

    let quiet = isQuiet(turn, type);
    if (type === 'error' && !media.readyState && turn.addresses.length) {
      quiet = true;
      tryNext(turn);
    } else if (type === 'pause' && turn.moored && !media.isConnected) {
      // The page took the adopted element away, and the browser paused it.
      turn.moored = false;
      quiet = this.#isViewed(turn.recording);
      if (quiet) void this.#start(turn);
    } else if (isMetadata || (place && media.duration && (type === 'canplay' || (type === 'timeupdate' && isFar)))) {
      // Some engines lose a seek that is asked for at `loadedmetadata`: it is asked for again when there is sound, or, in
      // WebKitGTK, when it knows how long that is.
      const goes = !!place && canSeek(media) && (isMetadata || isFar);
      if (!goes || !isMetadata) {
        turn.place = 0;
        // Firefox may have sound before it has told of the seek: that is not to be told later either.
        turn.silent = goes || (turn.silent && media.seeking);
      }
      if (goes) media.currentTime = place;
    }

    if (type === 'seeked') turn.silent = false;
    if (type === 'playing') turn.refusal = turn.fault = null;
    if (type === 'ended' && isCutShort(turn)) turn.fault = 'soundBroken';
    if (type === 'error' && !quiet) void this.#explain(turn);
    if (!quiet && (type === 'play' || type === 'pause' || type === 'waiting')) turn.heard = type;
    this.#tell(quiet ? null : { type, key: turn.recording.key });
  };

  async #explain(turn: Turn): Promise<void> {
    const { error, currentSrc } = turn.media;
    turn.fault = await faultOf(error!, currentSrc, this.#probe);
    this.#tell(null);
  }

  #set(sound: Partial<Sound>): void {
    Object.assign(this.#media, sound);
    // An element tells each change by itself.
    if (!this.#turn) this.#tellSound();
  }

  /** Tells speed, volume and mute, if they are not as last told: what an element would have told, a load drops. */
  #tellSound(): void {
    const told = this.#told;
    const now = (this.#told = this.#sound);
    const tell = (type: string) => queueMicrotask(() => this.#tell({ type, key: null }));
    if (told.playbackRate !== now.playbackRate) tell('ratechange');
    if (told.volume !== now.volume || told.muted !== now.muted) tell('volumechange');
  }

  /** Tells, after every event and every request, and looks whether the sound waits. */
  #tell(news: VoiceNews | null): void {
    if (isWaiting(this.#media)) this.#patience.wait();
    else this.#patience.calm();
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
