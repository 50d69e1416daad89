import { canSeek, isWaiting, noRanges, settled, stretches, type Facts } from './facts.js';
import { mediaEvents, type VoiceMedia } from './media.js';
import { Patience } from './patience.js';
import { addressesFor, type Recording } from './recording.js';
import { newTurn, type Turn } from './turn.js';

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

/** Where a dialogue was left. */
interface Place {
  /** Seconds. */
  readonly time: number;
  readonly ended: boolean;
}

/** What belongs to the voice, and not to a dialogue. */
type Sound = Pick<VoiceMedia, 'playbackRate' | 'volume' | 'muted'>;

/** What ends the quiet while a further address is tried: the press has been told with the first. */
const outcomes = ['durationchange', 'error', 'pause'];

class PageVoice implements Voice {
  readonly version = 1;

  readonly #createMedia: () => VoiceMedia;
  readonly #places = new Map<string, Place>();
  readonly #facts = new Map<string, Facts>();
  readonly #views = new Map<string, number>();
  readonly #listeners = new Set<(news: VoiceNews | null) => void>();

  /** The voice's own element, once made. */
  #own: VoiceMedia | undefined;
  /** The element that speaks: the voice's own or an adopted one. */
  #media: VoiceMedia | undefined;
  /** Ends the listening to `#media`. */
  #ear = new AbortController();
  #turn: Turn | undefined;
  /** Is an adopted element still where the page put it? */
  #moored = false;

  /** Speed, volume and mute before there is an element. */
  readonly #sound: Sound = { playbackRate: 1, volume: 1, muted: false };
  /** Speed, volume and mute as last told. */
  #told: Sound = { ...this.#sound };

  readonly #patience = new Patience(() => this.#tell(null));

  constructor(createMedia: () => VoiceMedia) {
    this.#createMedia = createMedia;
  }

  get dialogue(): string | null {
    return this.#turn?.recording.key ?? null;
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
    const loaded = this.#loaded(recording);
    return this.#start(loaded && !loaded.media.error ? loaded.turn : this.#load(recording));
  }

  retry(recording: Recording): Promise<void> {
    return this.#start(this.#load(recording));
  }

  pause(recording: Recording): void {
    const loaded = this.#loaded(recording);
    if (!loaded) return;
    const { media, turn } = loaded;
    turn.wanted = false;
    media.pause();
    this.#patience.watch(this.#media);
    if (turn.refusal) {
      turn.refusal = null;
      this.#tell(null);
    }
  }

  seek(recording: Recording, time: number): void {
    // The same complaint as the element's own setter, which may not be there to make it.
    if (!Number.isFinite(time)) throw new TypeError('currentTime must be a finite number.');
    const loaded = this.#loaded(recording);
    time = Math.max(0, loaded?.media.readyState ? time : Math.min(time, recording.duration || time));
    if (!loaded) {
      this.#places.set(recording.key, { time, ended: false });
    } else {
      const { media, turn } = loaded;
      turn.landing = null;
      if (media.readyState) {
        // Without ranges the element would go back to the beginning, which nobody asked for.
        if (time && !canSeek(media)) return;
        turn.silent = false;
        turn.place = null;
        media.currentTime = time;
        this.#patience.watch(this.#media);
        return;
      }
      turn.place = time;
      turn.asked = true;
    }
    this.#tell(null);
  }

  setRate(rate: number): void {
    const media = this.#media;
    // 0 is allowed by the browsers, and holds the sound.
    if (!media && rate !== 0 && !(rate >= 0.0625 && rate <= 16)) refuse(rate, 'playbackRate', 'NotSupportedError');
    // A new source would go back to the default speed.
    if (media) media.defaultPlaybackRate = media.playbackRate = rate;
    else this.#set({ playbackRate: rate });
  }

  setVolume(volume: number): void {
    const media = this.#media;
    if (!media && !(volume >= 0 && volume <= 1)) refuse(volume, 'volume', 'IndexSizeError');
    if (media) media.volume = volume;
    else this.#set({ volume });
  }

  setMuted(muted: boolean): void {
    if (this.#media) this.#media.muted = muted;
    else this.#set({ muted });
  }

  ranges(recording: Recording, which: 'buffered' | 'seekable' | 'played'): TimeRanges {
    return this.#loaded(recording)?.media[which] ?? noRanges;
  }

  adopt(media: VoiceMedia, recording: Recording): void {
    const { key } = recording;
    const old = this.#media;
    if (media === old && key === this.dialogue) return;
    if (media.paused && old && !old.paused) {
      // What a person hears now is worth more than what they stopped earlier.
      if (key !== this.dialogue) this.#places.set(key, { time: media.currentTime, ended: media.ended });
      return;
    }
    const farewell = this.#leave(recording);
    this.#take(media);
    this.#moored = media.isConnected;
    this.#turn = { ...newTurn(recording), heard: !media.paused, wanted: !media.paused };
    this.#after(farewell);
  }

  enter({ key }: Recording): () => void {
    const count = (by: number) => this.#views.set(key, this.#viewsOf(key) + by);
    count(1);
    let here = true;
    return () => {
      if (!here) return;
      here = false;
      count(-1);
      // A move in the page leaves and enters within one task.
      queueMicrotask(() => {
        const turn = this.#turn;
        if (turn?.recording.key === key && !this.#viewsOf(key)) this.pause(turn.recording);
      });
    };
  }

  subscribe(listener: (news: VoiceNews | null) => void): () => void {
    // Its own function, so that one listener may subscribe twice and stop twice.
    const entry = (news: VoiceNews | null) => listener(news);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  #viewsOf(key: string): number {
    return this.#views.get(key) ?? 0;
  }

  #loaded({ key }: Recording): { media: VoiceMedia; turn: Turn } | null {
    const media = this.#media;
    const turn = this.#turn;
    return media && turn?.recording.key === key ? { media, turn } : null;
  }

  #read(recording: Recording): Facts {
    const { key, duration } = recording;
    const { playbackRate, volume, muted } = this.#media ?? this.#sound;
    const loaded = this.#loaded(recording);
    if (!loaded) {
      const place = this.#places.get(key);
      return {
        loaded: false,
        paused: true,
        ended: !!place?.ended,
        seeking: false,
        currentTime: place?.time ?? 0,
        duration: duration || NaN,
        readyState: 0,
        playbackRate,
        volume,
        muted,
        buffered: [],
        seekable: [],
        error: null,
        currentSrc: '',
        waiting: false,
        hanging: false,
        refusal: null,
        canSeek: true,
      };
    }
    const { media, turn } = loaded;
    const waiting = isWaiting(media);
    return {
      loaded: true,
      paused: media.paused,
      ended: media.ended,
      seeking: media.seeking && !turn.silent,
      // The place, not 0, from the press until the element is there.
      currentTime: turn.place ?? turn.landing ?? media.currentTime,
      duration: media.duration < Infinity ? media.duration : duration || media.duration,
      readyState: media.readyState,
      playbackRate,
      volume,
      muted,
      buffered: stretches(media.buffered),
      seekable: stretches(media.seekable),
      error: media.error,
      // The element chooses its source a little later, and until then names the last one.
      currentSrc: turn.fresh ? turn.addresses[turn.address]! : media.currentSrc,
      waiting,
      hanging: waiting && this.#patience.over,
      refusal: turn.refusal,
      canSeek: canSeek(media),
    };
  }

  /** Puts a recording into the voice's own element, at its kept place. */
  #load(recording: Recording): Turn {
    const farewell = this.#leave(recording);
    const media = (this.#own ??= this.#createMedia());
    if (media !== this.#media) {
      const { playbackRate, volume, muted } = this.#media ?? this.#sound;
      this.#take(media);
      media.preload = 'none';
      Object.assign(media, { playbackRate, volume, muted });
    }
    media.defaultPlaybackRate = media.playbackRate;
    const place = this.#places.get(recording.key);
    const turn: Turn = { ...newTurn(recording), addresses: addressesFor(recording, media), fresh: 'new' };
    if (place && !place.ended) turn.place = place.time;
    this.#turn = turn;
    this.#moored = false;
    this.#patience.renew();
    media.src = turn.addresses[0]!;
    this.#after(farewell);
    return turn;
  }

  /** Keeps the place of the dialogue that speaks now, and gives what its listeners must still be told. */
  #leave(next: Recording): VoiceNews[] {
    const media = this.#media;
    const turn = this.#turn;
    if (!media || !turn) return [];
    const { key } = turn.recording;
    const { currentTime: time, ended } = this.#read(turn.recording);
    this.#places.set(key, { time, ended });
    if (key === next.key) return [];
    // Loading drops the events that wait to be told: what the listeners would have heard of.
    if (turn.heard) return [{ type: 'pause', key }];
    return media.paused
      ? []
      : [
          { type: 'play', key },
          { type: 'pause', key },
        ];
  }

  /** Listens to this element, and to no other. */
  #take(media: VoiceMedia): void {
    this.#ear.abort();
    if (this.#media !== media) this.#media?.pause();
    this.#ear = new AbortController();
    this.#media = media;
    media.preservesPitch = true;
    const { signal } = this.#ear;
    for (const type of mediaEvents) media.addEventListener(type, () => this.#hear(type), { signal });
  }

  /** Tells what a change of dialogue or of element brought, as asynchronously as the media itself would. */
  #after(news: readonly VoiceNews[]): void {
    queueMicrotask(() => {
      this.#patience.watch(this.#media);
      this.#tell(null);
      for (const item of news) this.#tell(item);
      this.#tellSound();
    });
  }

  /** Asks to play; where the first address fails, the promise waits for the next. */
  #start(turn: Turn): Promise<void> {
    turn.wanted = true;
    const promise = this.#ask(turn);
    // A refusal is a fact that faces show: it shall not be an error in the console as well.
    promise.catch(() => {});
    return promise;
  }

  async #ask(turn: Turn): Promise<void> {
    const { address } = turn;
    try {
      const asked = this.#media!.play();
      this.#patience.watch(this.#media);
      await asked;
    } catch (error) {
      if (turn === this.#turn) {
        if (turn.address !== address) return this.#ask(turn);
        if ((error as DOMException).name !== 'AbortError' && !this.#media!.error) {
          turn.refusal = error as DOMException;
          this.#patience.watch(this.#media);
          this.#tell(null);
        }
      }
      throw error;
    }
  }

  /** Every event of the element comes through here. */
  #hear(type: string): void {
    const media = this.#media!;
    const turn = this.#turn!;
    let quiet = false;

    if (turn.fresh === 'again' && outcomes.includes(type)) turn.fresh = false;
    if (turn.fresh) {
      // For its listeners this dialogue was there all along: they hear of the press, and nothing of the load.
      quiet = turn.fresh === 'again' || !(type === 'play' || type === 'waiting' || (type === 'pause' && media.paused));
      if (turn.fresh === 'new' && type === 'loadstart') turn.fresh = false;
    } else if (type === 'error' && !media.readyState && turn.address + 1 < turn.addresses.length) {
      turn.fresh = media.paused ? 'new' : 'again';
      media.src = turn.addresses[++turn.address]!;
      quiet = true;
    } else if (type === 'loadedmetadata') {
      this.#arrive(media, turn);
    } else if (type === 'canplay' || type === 'playing') {
      const { landing } = turn;
      turn.landing = null;
      // Some engines lose a seek that is asked for at `loadedmetadata`.
      if (landing !== null && media.currentTime < landing - 1) this.#restore(media, turn, landing);
    } else if (turn.silent) {
      quiet = type === 'seeking' || type === 'timeupdate' || type === 'seeked' || type === 'waiting';
      if (type === 'seeked') turn.silent = false;
    } else if (type === 'pause' && this.#moored && !media.isConnected) {
      quiet = this.#unmoored(turn);
    } else if (type === 'play') {
      quiet = turn.resumed;
      turn.resumed = false;
    }

    this.#patience.watch(this.#media);
    if (type === 'volumechange' || type === 'ratechange') {
      this.#tellSound();
    } else if (quiet) {
      this.#tell(null);
    } else {
      if (type === 'play') turn.heard = true;
      if (type === 'pause') turn.heard = false;
      if (type === 'playing') turn.refusal = null;
      this.#tell({ type, key: turn.recording.key });
    }
  }

  /** Metadata is there: goes to the place, if there is one. */
  #arrive(media: VoiceMedia, turn: Turn): void {
    const { place, asked } = turn;
    turn.place = null;
    if (!place || !canSeek(media)) return;
    if (asked) media.currentTime = place;
    else this.#restore(media, turn, place);
    turn.landing = place;
  }

  #restore(media: VoiceMedia, turn: Turn, place: number): void {
    turn.silent = true;
    media.currentTime = place;
  }

  /** The page took the adopted element away, and the browser paused it. Is the `pause` to be kept quiet? */
  #unmoored(turn: Turn): boolean {
    this.#moored = false;
    if (!turn.wanted || !this.#viewsOf(turn.recording.key)) return false;
    turn.resumed = true;
    this.#start(turn).catch(() => {
      turn.resumed = false;
      turn.heard = false;
      this.#tell({ type: 'pause', key: turn.recording.key });
    });
    return true;
  }

  #set(sound: Partial<Sound>): void {
    Object.assign(this.#sound, sound);
    queueMicrotask(() => this.#tellSound());
  }

  /** Tells speed, volume and mute, if they are not as last told: a load resets and re-asserts them unheard. */
  #tellSound(): void {
    const told = this.#told;
    const { playbackRate, volume, muted } = this.#media ?? this.#sound;
    this.#told = { playbackRate, volume, muted };
    if (told.playbackRate !== playbackRate) this.#tell({ type: 'ratechange', key: null });
    if (told.volume !== volume || told.muted !== muted) this.#tell({ type: 'volumechange', key: null });
  }

  #tell(news: VoiceNews | null): void {
    for (const listener of [...this.#listeners]) {
      // It may have been stopped by one that was told before it.
      if (!this.#listeners.has(listener)) continue;
      try {
        listener(news);
      } catch (error) {
        globalThis.reportError?.(error);
      }
    }
  }
}

/** The complaint the element would make, before there is one. */
function refuse(value: number, name: string, error: string): never {
  const message = `${name} cannot be ${value}.`;
  throw Number.isFinite(value) ? new DOMException(message, error) : new TypeError(message);
}
