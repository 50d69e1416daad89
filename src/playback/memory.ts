import { silence } from './recording.js';
import type { Recording, Voice } from './voice.js';

/** What is kept on the device. */
export interface Kept {
  /** Where each recording was left, in seconds, by its key. */
  readonly places: Readonly<Record<string, number>>;
  readonly rate: number;
  readonly volume: number;
  /** What a person has written and marked, by name; absent until they ask to have that kept, too. */
  readonly jots?: Jots | undefined;
}

/** Texts by name. */
export type Jots = Readonly<Record<string, string>>;

/** The small part of `localStorage` that is asked for. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The one name under which anything is kept. */
export const SHELF_NAME = 'living-well-dialogues';

/** A listener who comes back hears the last seconds again, to find the thread. */
const THREAD = 5;

/** Seconds of sound between two notes of the place. */
const STRIDE = 5;

/**
 * Remembers places, speed and volume on this device, from when a person asks for it until a person asks to forget.
 * Where the browser gives no storage, it remembers until the page is left.
 */
export class Memory {
  /** What is kept; `null` while nobody has asked. */
  kept: Kept | null = null;

  readonly #voice: Voice;
  readonly #openShelf: () => Shelf;
  #noted = 0;
  /** The storage did not do what it was last asked for: what is in it is not what is known here. */
  #isShut = false;

  constructor(voice: Voice, openShelf: () => Shelf) {
    this.#voice = voice;
    this.#openShelf = openShelf;
    this.#recall();
    if (this.kept) {
      voice.setRate(this.kept.rate);
      voice.setVolume(this.kept.volume);
    }
    voice.subscribe((news) => {
      if (!news) return;
      const { currentTime } = voice.of(voice.recording ?? silence);
      const hasMoved = Math.abs(currentTime - this.#noted) >= STRIDE;
      if (/^(pause|ended|seeked|ratechange|volumechange)$/.test(news.type) || hasMoved) this.#note();
    });
    globalThis.addEventListener('pagehide', () => this.#note());
  }

  /** A person asks to remember; with what they have written, to keep that as well. */
  keep(jots?: Jots): void {
    this.#recall();
    this.kept = { places: {}, rate: 1, volume: 1, ...this.kept };
    if (jots) this.kept = { ...this.kept, jots: { ...this.kept.jots, ...jots } };
    this.#write();
    this.#note();
  }

  /** A person has written something: it is kept if they asked for that, and have not had it forgotten in another tab. */
  jot(jots: Jots): void {
    this.#recall();
    if (this.kept?.jots) this.keep(jots);
  }

  /** A person asks to forget: nothing stays. */
  forget(): void {
    this.kept = null;
    this.#shelve((shelf) => shelf.removeItem(SHELF_NAME));
  }

  /** Where to go on with a recording, a few seconds before where it was left; `null` where that is not known. */
  placeOf({ key }: Recording): number | null {
    const place = this.kept?.places[key];
    return place === undefined ? null : Math.max(0, place - THREAD);
  }

  #note(): void {
    const { kept } = this;
    if (!kept) return;
    // Another tab may have kept other places since, or have been asked to forget.
    this.#recall();
    if (!this.kept) return;
    const { recording } = this.#voice;
    const places = { ...kept.places, ...this.kept.places };
    const { playbackRate: rate, volume, currentTime, ended } = this.#voice.of(recording ?? silence);
    if (recording) {
      this.#noted = currentTime;
      if (ended || !currentTime) delete places[recording.key];
      else places[recording.key] = Math.floor(currentTime);
    }
    this.kept = { ...this.kept, places, rate, volume };
    this.#write();
  }

  #recall(): void {
    if (!this.#isShut) this.#shelve((shelf) => (this.kept = read(shelf.getItem(SHELF_NAME))));
  }

  #write(): void {
    this.#shelve((shelf) => shelf.setItem(SHELF_NAME, JSON.stringify(this.kept)));
  }

  #shelve(use: (shelf: Shelf) => unknown): void {
    try {
      use(this.#openShelf());
      this.#isShut = false;
    } catch {
      // No storage, as in a sandboxed frame, or no room in it: what is known stays in this page alone.
      this.#isShut = true;
    }
  }
}

/** What was written, where it can still be read. */
function read(text: string | null): Kept | null {
  if (!text) return null;
  try {
    const { places, rate, volume, jots } = JSON.parse(text) as Partial<Kept>;
    return {
      places: Object.fromEntries(Object.entries(places ?? {}).filter(([, place]) => place < Infinity)),
      rate: within(rate, 0.25, 4),
      volume: within(volume, 0, 1),
      jots,
    };
  } catch {
    return { places: {}, rate: 1, volume: 1 };
  }
}

function within(value: number | undefined, least: number, most: number): number {
  return value! >= least && value! <= most ? value! : 1;
}
