import { isWaiting } from './facts.js';
import type { VoiceMedia } from './media.js';

/** How long may a person hear nothing before the face says so? Milliseconds. */
const limit = 12_000;

/** Lets a timer run while the sound waits at one place, and none otherwise. */
export class Patience {
  /** Has the sound waited for too long? */
  over = false;

  readonly #onOver: () => void;
  /** Seconds; where the sound waits. NaN when it does not, -1 when the waiting begins anew. */
  #place = NaN;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onOver: () => void) {
    this.#onOver = onOver;
  }

  /** A load begins: what was waited for until now does not count. */
  renew(): void {
    this.#place = -1;
  }

  /** Looks at the element; called whenever it told or was asked something. */
  watch(media: VoiceMedia | undefined): void {
    const place = media && isWaiting(media) ? media.currentTime : NaN;
    if (Object.is(place, this.#place)) return;
    this.#place = place;
    this.over = false;
    clearTimeout(this.#timer);
    if (Number.isNaN(place)) return;
    this.#timer = setTimeout(() => {
      this.over = true;
      this.#onOver();
    }, limit);
  }
}
