import { html, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import { addressAt, copyText } from '../context/clipboard.js';
import { selectedIn, type Selected } from '../context/lines.js';
import { pageVoice } from '../context/page-voice.js';
import { recordingOf } from '../context/recording.js';
import { playClip } from '../playback/clip.js';
import { button } from './button.js';
import { plain, type Reading } from './reading.js';
import type { TranscriptDesk } from './transcript-desk.js';

/** What a person does with words that are selected in a transcript: copies them as a quote, or their address, or plays them. */
export class QuoteBar {
  selected: Selected | null = null;
  readonly #desk: TranscriptDesk;

  constructor(desk: TranscriptDesk) {
    this.#desk = desk;
  }

  /** Heeds what is selected in the page, or no longer does. What leaves the page is selected no more. */
  watch(isWanted: boolean): void {
    this.#select();
    document[isWanted ? 'addEventListener' : 'removeEventListener']('selectionchange', this.#select);
  }

  /** The buttons; out of sight while nothing is selected. */
  render(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const use = (part: string, label: string, act: (times: readonly [number, number]) => unknown) =>
      button(part, label, () => {
        // The browser tells of a selection a little late.
        this.#select();
        const now = this.selected;
        if (now) act([this.#desk.cues[now.first]!.start, this.#desk.cues[now.last]!.end]);
      });
    const copy = (text: string) => copyText(text, phrases);
    return html`<div
      role="group"
      aria-label=${phrases.selected}
      data-off=${!this.selected}
      @mousedown=${(event: Event) => {
        // A press must not take the selection away.
        event.preventDefault();
      }}
    >
      ${use('copy-quote', phrases.copy, (times) => copy(this.#quote(dialogue, reading, times)))}
      ${use('copy-link', phrases.copyLink, (times) => copy(addressAt(dialogue.id, ...times)))}
      ${use('play-selection', phrases.playSelection, ([start, end]) => {
        // The voice keeps a refusal as state, and the player shows it.
        void playClip(pageVoice(), recordingOf(dialogue), { start, end });
      })}
    </div>`;
  }

  #quote({ id, title }: Dialogue, reading: Reading, times: readonly [number, number]): string {
    const { first, last, words } = this.selected!;
    const names = new Set(this.#desk.cues.slice(first, last + 1).flatMap(({ speaker }) => speaker ?? []));
    const source = [...names, plain(title, reading), plain(reading.bundle.title, reading)].join(', ');
    return `“${words}” — ${source}\n${addressAt(id, ...times)}`;
  }

  readonly #select = () => {
    const root = this.#desk.host.getRootNode() as Document;
    // Chromium does not let the document see into a shadow root.
    const selected = selectedIn(this.#desk.list, root.getSelection?.() ?? getSelection());
    if (!selected && !this.selected) return;
    this.selected = selected;
    if (selected) this.#desk.leave();
    this.#desk.host.requestUpdate();
  };
}
