/** How many items are drawn in one go: cards with words of their own, and a slow laptop takes a millisecond or two for each. */
const PART = 20;

/** Draws a long list part by part: the page stays operable while it comes, and in the end all of it is there. */
export class InParts {
  readonly #reword: () => void;
  readonly #part: number;
  #subject: unknown;
  #drawn = 0;
  #next?: ReturnType<typeof setTimeout>;

  /**
   * @param reword writes the words of the list anew
   * @param part how many items are drawn in one go
   */
  constructor(reword: () => void, part = PART) {
    this.#reword = reword;
    this.#part = part;
  }

  /** As many of the items as are drawn now. Another subject begins with its first part. */
  of<Item>(subject: unknown, items: readonly Item[]): readonly Item[] {
    if (subject !== this.#subject) {
      this.#subject = subject;
      this.#drawn = this.#part;
    }
    clearTimeout(this.#next);
    if (items.length > this.#drawn) {
      this.#next = setTimeout(() => {
        this.#drawn += this.#part;
        this.#reword();
      });
    }
    return items.slice(0, this.#drawn);
  }
}
