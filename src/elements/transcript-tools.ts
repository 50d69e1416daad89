import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import { findWords, type Found } from '../bundle/search.js';
import type { Cue } from '../bundle/transcript.js';
import { writePlain, writeWebVtt } from '../bundle/write-transcript.js';
import { announce } from '../context/announce.js';
import { download } from '../context/download.js';
import { button } from './button.js';
import type { Shown } from './dialogue-transcript/dialogue-transcript-words.js';
import { languageChoice } from './language-choice.js';
import { printWords } from './print-words.js';
import type { Reading } from './reading.js';
import type { TranscriptDesk } from './transcript-desk.js';

/** Beyond so many finds, only those in the cue that the reader is at are marked: they mark nothing any more. */
const CROWD = 1000;

/** What a person does with all the words of a transcript: searches them, reads them in another language, takes them away. */
export class TranscriptTools {
  /** The language that the reader has chosen. */
  language = '';
  readonly #desk: TranscriptDesk;
  #found: readonly Found[] = [];
  #at = 0;
  #counting?: ReturnType<typeof setTimeout>;

  constructor(desk: TranscriptDesk) {
    this.#desk = desk;
  }

  /** Looks anew: other cues lie on the desk than before, or other words are looked for. */
  take(): void {
    this.#found = findWords(this.#desk.cues, this.#query);
    this.#at = 0;
  }

  /** What was found, as the words show it. */
  finds(): Pick<Shown, 'found' | 'here'> {
    const here = this.#found[this.#at];
    const isCrowd = this.#found.length > CROWD;
    const found: Record<number, Found[]> = {};
    for (const one of this.#found) if (!isCrowd || one.index === here?.index) (found[one.index] ??= []).push(one);
    return { found, here };
  }

  /** Nothing more is said. */
  rest(): void {
    clearTimeout(this.#counting);
  }

  /** The tools themselves. */
  render(
    dialogue: Dialogue,
    reading: Reading,
    { shown, noDownload }: { readonly shown: Shown; readonly noDownload: boolean | undefined },
  ): TemplateResult {
    const { phrases } = reading;
    const { language, languages } = shown;
    const file = (kind: string, write: (cues: readonly Cue[]) => string) =>
      button('download-words', `${phrases.transcript} (.${kind})`, () =>
        download(`${dialogue.id}.${kind}`, write(this.#desk.cues)),
      );
    return html`<label class="find"
        ><span>${phrases.searchWords} <b part="count">${this.#count(reading)}</b></span>
        <input
          type="search"
          class="tool"
          part="search"
          @input=${() => this.#find(reading)}
          @keydown=${(event: KeyboardEvent) => this.#searchKey(event, reading)}
      /></label>
      ${button('previous', '↑', () => this.#go(-1, reading), { label: phrases.previousFound })}
      ${button('next', '↓', () => this.#go(1, reading), { label: phrases.nextFound })}
      ${
        languages[1]
          ? languageChoice({ languages, language }, phrases, (chosen) => {
              this.language = chosen;
              this.#desk.reword();
            })
          : nothing
      }
      ${noDownload ? nothing : [file('txt', writePlain), file('vtt', writeWebVtt)]}
      ${printWords(this.#desk, dialogue, reading)}`;
  }

  #count({ phrases }: Reading): string {
    const total = this.#found.length;
    return total ? phrases.place(String(this.#at + 1), String(total)) : this.#query ? phrases.notFound : '';
  }

  get #query(): string {
    return this.#desk.host.shadowRoot?.querySelector<HTMLInputElement>('[type="search"]')?.value.trim() ?? '';
  }

  #find(reading: Reading): void {
    this.take();
    this.#go(0, reading);
  }

  /** Goes some finds on, and around at the end. */
  #go(step: number, reading: Reading): void {
    const total = this.#found.length;
    this.#at = total && (this.#at + step + total) % total;
    const here = this.#found[this.#at];
    this.#desk.reword();
    if (here) this.#desk.bringUp(here.index);
    clearTimeout(this.#counting);
    // Not at each letter.
    this.#counting = setTimeout(() => announce(this.#count(reading), reading.phrases.language), step ? 0 : 600);
  }

  #searchKey(event: KeyboardEvent, reading: Reading): void {
    const field = event.target as HTMLInputElement;
    // These keys end the writing of a word in Japanese, say.
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#go(event.shiftKey ? -1 : 1, reading);
    else if (event.key === 'Escape' && field.value) {
      field.value = '';
      this.#find(reading);
    } else return;
    event.preventDefault();
  }
}
