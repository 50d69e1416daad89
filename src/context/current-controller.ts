import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a list of lines is marked and walked. */
export interface CurrentOptions {
  /** The lines, inside the element's words; each holds one link. */
  readonly lines: string;
  /** Which line is being heard; -1 for none. */
  readonly index: () => number;
  /** Whether the list scrolls along. */
  readonly follow?: () => boolean;
  /** Makes the list one tab stop, walked by arrow keys, Home and End. */
  readonly oneTabStop?: boolean;
}

/**
 * Marks the one line of a list that is being heard (`aria-current`), and scrolls the list, never the page, so that the
 * line is seen.
 *
 * It works on the words as they stand and draws nothing: with 5,000 lines, a redraw is two attributes.
 */
export class CurrentController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: CurrentOptions;
  #marked: Element | null = null;
  #stop: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: CurrentOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#options.oneTabStop) this.#host.addEventListener('keydown', this.#walk);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#walk);
  }

  hostUpdated(): void {
    const lines = this.#lines();
    const current = lines[this.#options.index()] ?? null;
    if (this.#marked !== current) {
      this.#marked?.removeAttribute('aria-current');
      current?.setAttribute('aria-current', 'true');
      this.#marked = current;
      if (current && this.#options.follow?.()) scrollWithin(current);
    }
    if (this.#options.oneTabStop) this.#placeStop(lines, current ?? lines[0] ?? null);
  }

  #lines(): NodeListOf<Element> {
    return this.#host.querySelectorAll(`:scope > [data-dialogue-words] ${this.#options.lines}`);
  }

  #placeStop(lines: NodeListOf<Element>, line: Element | null): void {
    // Lines that were drawn afresh are all tab stops still, as they must be without script.
    if (line && !this.#stop?.isConnected) {
      for (const each of lines) linkOf(each)?.setAttribute('tabindex', '-1');
      this.#stopAt(line);
      return;
    }
    // While somebody walks the list by keyboard, the tab stop stays with them.
    const focused = (this.#host.getRootNode() as Document | ShadowRoot).activeElement;
    if (line && line !== this.#stop && !this.#stop?.contains(focused)) this.#stopAt(line);
  }

  #stopAt(line: Element): void {
    if (this.#stop) linkOf(this.#stop)?.setAttribute('tabindex', '-1');
    linkOf(line)?.setAttribute('tabindex', '0');
    this.#stop = line;
  }

  readonly #walk = (event: KeyboardEvent) => {
    const line = (event.target as Element).closest(this.#options.lines);
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = [...this.#lines()];
    const at = lines.indexOf(line);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const next = to === undefined ? undefined : lines[to];
    if (!next) return;
    event.preventDefault();
    this.#stopAt(next);
    linkOf(next)?.focus();
  };
}

function linkOf(line: Element): HTMLAnchorElement | null {
  return line.querySelector('a');
}

/** Scrolls the nearest list of cues so that a line is seen a third down; the page stays where it is. */
function scrollWithin(line: Element): void {
  const list = line.closest('[data-cues]');
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const from = line.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollBy({ top: from - list.clientHeight / 3, behavior: calm ? 'auto' : 'smooth' });
}
