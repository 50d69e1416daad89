import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import { findWords, type Found } from '../bundle/search.js';
import type { Cue } from '../bundle/transcript.js';
import { writePlain, writeWebVtt } from '../bundle/write-transcript.js';
import { announce } from '../context/announce.js';
import { addressAt, copyText } from '../context/clipboard.js';
import { download } from '../context/download.js';
import { cueAt, cueBeside, isWithin, PART, selectedIn, type Selected } from '../context/lines.js';
import { pageVoice } from '../context/page-voice.js';
import { recordingOf } from '../context/recording.js';
import { TranscriptSource } from '../context/transcript-source.js';
import { phrasesFor } from '../locales/phrases.js';
import { playClip } from '../playback/clip.js';
import type { Shown } from './dialogue-transcript/dialogue-transcript-words.js';
import { plain, type Reading } from './reading.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Beyond so many finds, only those in the cue that the reader is at are marked: they mark nothing any more. */
const CROWD = 1000;

/**
 * All that a person does with the words of a dialogue: hears them go by, walks and searches them, selects some to quote or
 * to hear, takes them away as a file. For every element that shows a transcript.
 */
export class TranscriptDesk extends TranscriptSource {
  readonly #host: Host;
  readonly #reword: () => void;
  /** The language that the reader has chosen. */
  #language = '';
  #shown: Shown | null = null;
  #cues: readonly Cue[] = [];
  #texts: readonly string[] = [];
  #drawn = 0;
  #drawing?: ReturnType<typeof setTimeout>;

  #found: readonly Found[] = [];
  #at = 0;
  #counting?: ReturnType<typeof setTimeout>;

  /** The cue that is marked, and the one that is the tab stop. */
  #marked: HTMLElement | null = null;
  #stop: HTMLElement | null = null;
  /** Until when the list is scrolled only if it must be, on the clock of the page. */
  #still = 0;
  /** Where we have scrolled the list to; elsewhere, the reader has. */
  #top = 0;
  /** Whether the reader is elsewhere than the sound. */
  #isAway = false;

  #selected: Selected | null = null;

  /** @param reword writes the words of the host anew */
  constructor(host: Host, reword: () => void) {
    super();
    this.#host = host;
    this.#reword = reword;
    host.addEventListener('keydown', this.#walk);
    host.addEventListener('click', this.#press);
    // It does not bubble.
    host.addEventListener('scroll', this.#scrolled, true);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#select);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    clearTimeout(this.#counting);
    document.removeEventListener('selectionchange', this.#select);
  }

  /** The transcript to draw now: in the language that was chosen, as much as is drawn, with what was found. */
  show(dialogue: Dialogue, reading: Reading): Shown {
    const script = this.from(dialogue, { bundle: reading.bundle, language: this.#language || reading.language });
    if (script.cues !== this.#cues) {
      this.#cues = script.cues;
      this.#texts = this.#cues.map(({ text }) => text);
      this.#drawn = PART;
      this.#isAway = false;
      this.#found = findWords(this.#texts, this.#query);
      this.#at = 0;
    }
    clearTimeout(this.#drawing);
    if (this.#cues.length > this.#drawn) {
      this.#drawing = setTimeout(() => {
        // Each time a quarter more: what is there already is looked at again each time.
        this.#drawn += PART + (this.#drawn >> 2);
        this.#reword();
      });
    }
    const here = this.#found[this.#at];
    const isCrowd = this.#found.length > CROWD;
    const found: Record<number, Found[]> = {};
    for (const one of this.#found) if (!isCrowd || one.index === here?.index) (found[one.index] ??= []).push(one);
    return (this.#shown = { ...script, drawn: this.#drawn, found, here });
  }

  /**
   * Marks the cue that is being heard. With `follow` the list scrolls along, and the page does not. The list is one tab
   * stop: the cue that is heard, unless somebody walks the list by keyboard, or has gone elsewhere.
   */
  mark(index: number, { follow }: { readonly follow: boolean }): void {
    const list = this.#list;
    if (!list) return;
    const cue = index < 0 ? null : cueAt(list, index);
    const isFresh = cue !== this.#marked;
    if (isFresh) {
      this.#marked?.removeAttribute('aria-current');
      cue?.setAttribute('aria-current', 'true');
      this.#marked = cue;
    }
    if (!list.contains(this.#stop)) this.#moveStop(cueAt(list, 0));
    if (!isFresh || !cue || this.#isAway || this.#selected) return;
    if (!list.matches(':focus-within')) this.#moveStop(cue);
    // What somebody presses stays under the pointer, or the second click of two would meet another line.
    if (follow && (performance.now() > this.#still || !isWithin(cue, list))) this.#scrollTo(cue);
  }

  /** Search, the choice of language, and files to take away: what stands before the words, or with other tools. */
  tools(dialogue: Dialogue, reading: Reading, noDownload?: boolean): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { phrases } = reading;
    const { language, languages } = this.#shown!;
    const file = (kind: string, write: (cues: readonly Cue[]) => string, label: string) =>
      html`<button
        type="button"
        part="download-words"
        @click=${() => download(`${dialogue.id}.${kind}`, write(this.#cues))}
      >
        ${label}
      </button>`;
    return html`<label class="find"
        ><span>${phrases.searchWords} <b part="count">${this.#count(reading)}</b></span>
        <input
          type="search"
          class="tool"
          part="search"
          @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value, reading)}
          @keydown=${(event: KeyboardEvent) => this.#searchKey(event, reading)}
      /></label>
      ${[-1, 1].map(
        (step) =>
          html`<button
            type="button"
            part=${step < 0 ? 'previous' : 'next'}
            aria-label=${step < 0 ? phrases.previousFound : phrases.nextFound}
            @click=${() => this.#go(step, reading)}
          >
            ${step < 0 ? '↑' : '↓'}
          </button>`,
      )}
      ${
        languages[1]
          ? html`<select
              part="language"
              aria-label=${phrases.wordsIn}
              @change=${(event: Event) => {
                this.#language = (event.target as HTMLSelectElement).value;
                this.#reword();
              }}
            >
              ${languages.map(
                (tag) => html`<option value=${tag} lang=${tag} .selected=${tag === language}>${nameOf(tag)}</option>`,
              )}
            </select>`
          : nothing
      }
      ${
        noDownload
          ? nothing
          : [file('txt', writePlain, phrases.wordsAsText), file('vtt', writeWebVtt, phrases.wordsAsWebVtt)]
      }`;
  }

  /** What stands behind the words, in sight while they are: the way back to the sound, or what to do with a selection. */
  bar(dialogue: Dialogue, reading: Reading, follow = true): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const { phrases } = reading;
    const button = (part: string, label: string, act: (times: readonly [number, number]) => unknown) =>
      html`<button
        type="button"
        part=${part}
        @click=${() => {
          // The browser tells of a selection a little late.
          this.#select();
          const now = this.#selected;
          if (now) act([this.#cues[now.first]!.start, this.#cues[now.last]!.end]);
        }}
      >
        ${label}
      </button>`;
    const copy = (text: string) => copyText(text, phrases);
    return html`<div class="machine bar" lang=${phrases.language}>
      <div data-off=${!!this.#selected || !follow || !this.#isAway}>
        <button type="button" part="back-to-sound" @click=${() => this.#return()}>${phrases.backToSound}</button>
      </div>
      <div
        role="group"
        aria-label=${phrases.selected}
        data-off=${!this.#selected}
        @mousedown=${(event: Event) => {
          // A press must not take the selection away.
          event.preventDefault();
        }}
      >
        ${button('copy-quote', phrases.copyQuote, (times) => copy(this.#quote(dialogue, reading, times)))}
        ${button('copy-link', phrases.copyLink, (times) => copy(addressAt(dialogue.id, ...times)))}
        ${button('play-selection', phrases.playSelection, ([start, end]) => {
          // The voice keeps a refusal as state, and the player shows it.
          void playClip(pageVoice(), recordingOf(dialogue), { start, end });
        })}
      </div>
    </div>`;
  }

  /** It opens before the words are there, so that nothing moves when they come. */
  get #isOpen(): boolean {
    return /ready|waiting/.test(this.#shown?.face ?? '');
  }

  get #list(): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>('[data-dialogue-words] [data-cues]');
  }

  #quote({ id, title }: Dialogue, reading: Reading, times: readonly [number, number]): string {
    const { first, last, words } = this.#selected!;
    const names = new Set(this.#cues.slice(first, last + 1).flatMap(({ speaker }) => speaker ?? []));
    const source = [...names, plain(title, reading), plain(reading.bundle.title, reading)].join(', ');
    return `“${words}” — ${source}\n${addressAt(id, ...times)}`;
  }

  #count({ phrases }: Reading): string {
    const total = this.#found.length;
    return total ? phrases.place(String(this.#at + 1), String(total)) : this.#query ? phrases.notFound : '';
  }

  get #query(): string {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('[type="search"]')?.value.trim() ?? '';
  }

  #find(query: string, reading: Reading): void {
    this.#found = findWords(this.#texts, query);
    this.#at = 0;
    this.#go(0, reading);
  }

  /** Goes some finds on, and around at the end. */
  #go(step: number, reading: Reading): void {
    const total = this.#found.length;
    this.#at = total && (this.#at + step + total) % total;
    const here = this.#found[this.#at];
    if (here) {
      this.#isAway = !!this.#marked;
      this.#drawn = Math.max(this.#drawn, here.index + 1);
    }
    this.#reword();
    void this.#host.updateComplete.then(() => {
      const cue = here && cueAt(this.#list!, here.index);
      if (!cue) return;
      cue.closest('details')?.setAttribute('open', '');
      this.#moveStop(cue);
      this.#scrollTo(cue);
    });
    clearTimeout(this.#counting);
    // Not at each letter.
    this.#counting = setTimeout(() => announce(this.#count(reading), reading.phrases.language), step ? 0 : 600);
  }

  #searchKey(event: KeyboardEvent, reading: Reading): void {
    const field = event.target as HTMLInputElement;
    if (event.key === 'Enter') this.#go(event.shiftKey ? -1 : 1, reading);
    else if (event.key === 'Escape' && field.value) this.#find((field.value = ''), reading);
    else return;
    event.preventDefault();
  }

  /** Catches up with the sound. The button goes, and the keyboard must not be left nowhere. */
  #return(): void {
    this.#isAway = false;
    this.#moveStop(this.#marked);
    if (this.#marked) this.#scrollTo(this.#marked);
    this.#stop?.querySelector('a')!.focus({ preventScroll: true });
    this.#host.requestUpdate();
  }

  #moveStop(cue: HTMLElement | null): void {
    if (!cue) return;
    for (const [one, index] of [
      [this.#stop, -1],
      [cue, 0],
    ] as const)
      if (one) one.querySelector('a')!.tabIndex = index;
    this.#stop = cue;
  }

  #scrollTo(cue: Element): void {
    const list = this.#list!;
    const gap = () => cue.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    // Twice: the height of what has been out of sight is a guess until it is seen.
    for (let times = 0; times < 2; times++) list.scrollTo({ top: list.scrollTop + gap(), behavior: 'instant' });
    this.#top = list.scrollTop;
  }

  #leave(): void {
    if (this.#isAway || !this.#marked) return;
    this.#isAway = true;
    this.#host.requestUpdate();
  }

  readonly #scrolled = ({ target }: Event) => {
    const list = this.#list;
    if (target === list && Math.abs(list!.scrollTop - this.#top) > 2) this.#leave();
  };

  /** A press on a line plays from it: the reader is with the sound again. */
  readonly #press = ({ target }: Event) => {
    if (this.#selected || !(target as Element).closest('[data-cue]')) return;
    this.#still = performance.now() + 1000;
    this.#isAway = false;
    this.#host.requestUpdate();
  };

  readonly #walk = (event: KeyboardEvent) => {
    const cue = (event.target as Element).closest('[data-cue]');
    if (!cue || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = cueBeside(this.#list!, cue, event.key);
    if (!next) return;
    event.preventDefault();
    this.#moveStop(next);
    next.querySelector('a')!.focus();
  };

  readonly #select = () => {
    const root = this.#host.getRootNode() as Document;
    // Chromium does not let the document see into a shadow root.
    const selected = selectedIn(this.#list, root.getSelection?.() ?? getSelection());
    if (!selected && !this.#selected) return;
    this.#selected = selected;
    if (selected) this.#leave();
    this.#host.requestUpdate();
  };
}

/** The name of a language, in that language. Browsers do not know all of them; our own phrases know theirs. */
function nameOf(tag: string): string {
  const { language, itself } = phrasesFor(tag);
  return tag === language ? itself : new Intl.DisplayNames(tag, { type: 'language' }).of(tag)!;
}
