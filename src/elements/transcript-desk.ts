import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import type { Cue } from '../bundle/transcript.js';
import { cueAt, cueBeside, isWithin, PART } from '../context/lines.js';
import { TranscriptSource } from '../context/transcript-source.js';
import { isOurs } from '../context/moments.js';
import { button } from './button.js';
import type { Shown } from './dialogue-transcript/dialogue-transcript-words.js';
import { QuoteBar } from './quote-bar.js';
import type { Reading } from './reading.js';
import { TranscriptTools } from './transcript-tools.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * All that a person does with the words of a dialogue: hears them go by and walks them; and, with the tools and the bar
 * that lie on it, searches them, takes them away as a file, selects some to quote or to hear. For every element that shows
 * a transcript.
 */
export class TranscriptDesk extends TranscriptSource {
  readonly host: Host;
  /** The cues that are shown. */
  cues: readonly Cue[] = [];
  /** Writes the words of the host anew. */
  readonly reword: () => void;
  readonly #tools = new TranscriptTools(this);
  readonly #quotes = new QuoteBar(this);
  #shown: Shown | null = null;
  #drawn = 0;
  #drawing?: ReturnType<typeof setTimeout>;

  /** The cue that is marked. */
  #marked: HTMLElement | null = null;
  /** The link of the cue that is the tab stop. */
  #stop: HTMLElement | null = null;
  /** Until when the list is scrolled only if it must be, on the clock of the page. */
  #still = 0;
  /** Where we have scrolled the list to; elsewhere, the reader has. */
  #top = 0;
  /** Whether the reader is elsewhere than the sound. */
  #isAway = false;

  /** @param reword writes the words of the host anew */
  constructor(host: Host, reword: () => void) {
    super();
    this.host = host;
    this.reword = reword;
    host.addEventListener('keydown', this.#walk);
    host.addEventListener('click', this.#press);
    // It does not bubble.
    host.addEventListener('scroll', this.#scrolled, true);
  }

  hostConnected(): void {
    this.#quotes.watch(true);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#tools.rest();
    this.#quotes.watch(false);
  }

  /** The transcript to draw now: in the language that was chosen, as much as is drawn, with what was found. */
  show(dialogue: Dialogue, reading: Reading): Shown {
    const script = this.from(dialogue, { bundle: reading.bundle, language: this.#tools.language || reading.language });
    if (script.cues !== this.cues) {
      this.cues = script.cues;
      this.#drawn = PART;
      this.#isAway = false;
      this.#tools.take();
    }
    clearTimeout(this.#drawing);
    if (this.cues.length > this.#drawn) {
      this.#drawing = setTimeout(() => {
        // Each time a quarter more: what is there already is looked at again each time.
        this.#drawn += PART + (this.#drawn >> 2);
        this.reword();
      });
    }
    return (this.#shown = { ...script, ...this.#tools.finds(), drawn: this.#drawn });
  }

  /**
   * Marks the cue that is being heard. With `follow` the list scrolls along, and the page does not. The list is one tab
   * stop: the cue that is heard, unless somebody walks the list by keyboard, or has gone elsewhere.
   */
  mark(index: number, follow = true): void {
    const list = this.list;
    if (!list) return;
    const cue = index < 0 ? null : cueAt(list, index);
    const isFresh = cue !== this.#marked;
    if (isFresh) {
      this.#marked?.removeAttribute('aria-current');
      cue?.setAttribute('aria-current', 'true');
      this.#marked = cue;
    }
    if (!list.contains(this.#stop)) this.#moveStop(cueAt(list, 0));
    if (!isFresh || !cue || this.#isAway || this.#quotes.selected) return;
    if (!list.matches(':focus-within')) this.#moveStop(cue);
    // What somebody presses stays under the pointer, or the second click of two would meet another line.
    if (follow && (performance.now() > this.#still || !isWithin(cue, list))) this.#scrollTo(cue);
  }

  /** Search, the choice of language, and files to take away: what stands before the words, or with other tools. */
  tools(dialogue: Dialogue, reading: Reading, noDownload?: boolean): TemplateResult | typeof nothing {
    return this.#isOpen ? this.#tools.render(dialogue, reading, { shown: this.#shown!, noDownload }) : nothing;
  }

  /** What stands behind the words, in sight while they are: the way back to the sound, or what to do with a selection. */
  bar(dialogue: Dialogue, reading: Reading, follow = true): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { phrases } = reading;
    return html`<div class="machine bar" lang=${phrases.language}>
      <div data-off=${!!this.#quotes.selected || !follow || !this.#isAway}>
        ${button('back-to-sound', phrases.backToSound, () => this.#return())}
      </div>
      ${this.#quotes.render(dialogue, reading)}
    </div>`;
  }

  /**
   * It opens before the words are there, so that nothing moves when they come. Where those in one language cannot be had,
   * there is the way to the others.
   */
  get #isOpen(): boolean {
    const { face, languages } = this.#shown!;
    return !!languages[face === 'failed' ? 1 : 0];
  }

  /** Where the cues lie. */
  get list(): HTMLElement | null {
    return this.host.querySelector<HTMLElement>('[data-dialogue-words] [data-cues]');
  }

  /** Brings a cue into sight, though it may not be drawn yet. The reader is there now, and not with the sound. */
  bringUp(index: number): void {
    this.#isAway = !!this.#marked;
    this.#drawn = Math.max(this.#drawn, index + 1);
    void this.host.updateComplete.then(() => {
      const { list } = this;
      if (list) this.#show(cueAt(list, index));
    });
  }

  /** Draws all that is not drawn yet. */
  whole(): Promise<unknown> {
    this.#drawn = Infinity;
    this.reword();
    return this.host.updateComplete;
  }

  /** The reader goes elsewhere than the sound. */
  leave(): void {
    if (this.#isAway || !this.#marked) return;
    this.#isAway = true;
    this.host.requestUpdate();
  }

  /** Catches up with the sound. The button goes, and the keyboard must not be left nowhere. */
  #return(): void {
    this.#isAway = false;
    this.#show(this.#marked);
    this.#stop?.focus({ preventScroll: true });
    this.host.requestUpdate();
  }

  /** Brings a cue into sight, and to the keyboard. */
  #show(cue: HTMLElement | null): void {
    if (!cue) return;
    cue.closest('details')?.setAttribute('open', '');
    this.#moveStop(cue);
    this.#scrollTo(cue);
  }

  #moveStop(cue: HTMLElement | null): void {
    if (!cue) return;
    if (this.#stop) this.#stop.tabIndex = -1;
    this.#stop = cue.querySelector('a')!;
    this.#stop.tabIndex = 0;
  }

  #scrollTo(cue: Element): void {
    const list = this.list!;
    const gap = () => cue.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    // Twice: the height of what has been out of sight is a guess until it is seen.
    for (let times = 0; times < 2; times++) list.scrollTo({ top: list.scrollTop + gap(), behavior: 'instant' });
    this.#top = list.scrollTop;
  }

  readonly #scrolled = ({ target }: Event) => {
    const list = this.list;
    if (target === list && Math.abs(list!.scrollTop - this.#top) > 2) this.leave();
  };

  /** A press on a line plays from it: the reader is with the sound again. */
  readonly #press = ({ target }: Event) => {
    if (this.#quotes.selected || !(target as Element).closest('[data-cue]')) return;
    this.#still = performance.now() + 1000;
    this.#isAway = false;
    this.host.requestUpdate();
  };

  readonly #walk = (event: KeyboardEvent) => {
    const cue = (event.target as Element).closest('[data-cue]');
    if (!cue || !isOurs(event)) return;
    const next = cueBeside(this.list!, cue, event.key);
    if (!next) return;
    event.preventDefault();
    this.#moveStop(next);
    this.#stop!.focus();
  };
}
