/** How long may a person hear nothing before the face says so? Milliseconds. */
const LENGTH = 12_000;

/** Runs while the sound is waited for, and not otherwise. */
export class Patience {
  /** Has it run out? */
  isLost = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #lament: () => void;

  /** @param lament called when it runs out */
  constructor(lament: () => void) {
    this.#lament = lament;
  }

  /** Goes on waiting, or begins to. */
  wait(): void {
    this.#timer ??= setTimeout(() => {
      this.isLost = true;
      this.#lament();
    }, LENGTH);
  }

  /** What was waited for until now does not count. */
  calm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isLost = false;
  }
}
