import { html, nothing, type TemplateResult } from 'lit';
import type { Bundle } from '../../bundle/schema.js';
import { seriesSearch, type SeriesSearch } from '../../bundle/series-search.js';
import { announce } from '../../context/announce.js';
import { InParts } from '../../context/in-parts.js';
import { TranscriptSource } from '../../context/transcript-source.js';
import { isOurs } from '../../context/moments.js';
import { machinery } from '../../styles/machinery.js';
import { ContentElement } from '../content-element.js';
import { plain, type Reading } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { deskStyles } from '../transcript-desk-styles.js';
import { searchStyles } from './dialogue-search-styles.js';
import { dialogueSearchWords } from './dialogue-search-words.js';

/** What somebody looks for, and the groups of finds that they have opened. */
interface Asked {
  readonly query: string;
  readonly open: Set<string>;
}

/**
 * One box over all that a series says: transcripts, questions, titles and tensions, people, learnings, sections. What is
 * found is listed by dialogue, and each find leads to its moment: a press, or Enter in the box, plays it. Arrow keys walk
 * from the box through the finds; Escape leads back to the box, and then empties it.
 *
 * The transcripts are fetched when somebody begins to type, and not before. Where the page has an element that shows the
 * whole of what was found (a `participant-card` of that person, the `series-section`), the find leads there.
 *
 * @summary One search over the whole series.
 * @tagname dialogue-search
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart search - The field for words to search.
 * @csspart retry - The Retry button.
 */
export class DialogueSearchElement extends ContentElement<Asked> {
  static override styles = [...machinery, deskStyles, searchStyles];

  /** Another object for another query: the words are then drawn afresh, and what was opened is closed. */
  #asked: Asked = { query: '', open: new Set() };
  /** What is searched, as it was read for a bundle and a language. */
  #search!: SeriesSearch;
  #bundle?: Bundle;
  #language?: string;
  readonly #parts = new InParts(this.reword);
  /** One a dialogue. */
  #scripts: TranscriptSource[] = [];
  /** What was asked and answered last. */
  #told = '';
  #telling?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.addEventListener('keydown', this.#walk);
    // Before the press plays a moment.
    this.addEventListener('click', this.#visit, true);
    // It does not bubble.
    this.addEventListener('toggle', this.#open, true);
  }

  protected override look(): Asked {
    return this.#asked;
  }

  protected override words({ query, open }: Asked, reading: Reading): TemplateResult {
    const { bundle, language, phrases } = reading;
    if (this.#bundle !== bundle || this.#language !== language) {
      this.#bundle = bundle;
      this.#language = language;
      this.#search = seriesSearch(bundle, language);
      this.#scripts = [];
    }
    const scripts = query
      ? bundle.dialogues.map((dialogue, i) =>
          (this.#scripts[i] ??= this.follow(new TranscriptSource())).from(dialogue, reading),
        )
      : [];
    const isAsked = query.length > 1;
    const groups = isAsked ? this.#search(query, scripts) : [];
    const total = groups.reduce((sum, { finds }) => sum + finds.length, 0);
    const isComing = scripts.some(({ face }) => face === 'waiting');
    const found = total ? phrases.finds(total) : isComing ? '' : phrases.notFound;
    const count = isAsked ? `${found} ${isComing ? phrases.coming : ''}`.trim() : '';
    if (this.#told !== query + count) {
      this.#told = query + count;
      clearTimeout(this.#telling);
      // Not at each letter.
      if (count) this.#telling = setTimeout(announce, 600, count, phrases.language);
    }
    const lost = bundle.dialogues.filter((_, i) => scripts[i]?.face === 'failed');
    const titles = lost.map(({ title }) => plain(title, reading)).join(', ');
    return dialogueSearchWords(
      {
        groups: this.#parts.of(this.#asked, groups),
        count,
        trouble: titles && phrases.notSearched(titles),
        open,
        isHere: (place) => !!this.#at(place),
      },
      reading,
    );
  }

  protected override machinery(_asked: Asked, { phrases }: Reading): TemplateResult {
    const broken = this.#scripts.filter(({ isBroken }) => isBroken);
    return html`<div class="machine tools" role="search" lang=${phrases.language}>
        <label class="find"
          ><span>${phrases.searchSeries}</span>
          <input type="search" class="tool" part="search" @input=${() => this.#ask()}
        /></label>
      </div>
      <slot name="words"></slot>
      ${
        broken[0]
          ? html`<div class="machine">
              ${retryButton(phrases, () => {
                for (const script of broken) script.retry();
                // The button goes, and the keyboard must not be left nowhere.
                this.focusFirst();
              })}
            </div>`
          : nothing
      }`;
  }

  protected override focusFirst(): void {
    this.#field?.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  /** The first element of the page that shows the whole of what was found. */
  #at(place: string): HTMLElement | null {
    return (this.getRootNode() as ParentNode).querySelector<HTMLElement>(place);
  }

  #ask(): void {
    this.#asked = { query: this.#field!.value.trim(), open: new Set() };
    this.reword();
  }

  readonly #walk = (event: KeyboardEvent) => {
    const { key } = event;
    const field = this.#field;
    if (!field || event.isComposing || !isOurs(event)) return;
    // The box, then all that was found.
    const stops = [field, ...this.querySelectorAll<HTMLElement>('[data-dialogue-words] :is(a[href], summary)')];
    const at = stops.indexOf(event.composedPath()[0] as HTMLInputElement);
    if (at < 0) return;
    const next = stops[{ ArrowDown: at + 1, ArrowUp: at - 1, Escape: at ? 0 : -1 }[key] ?? -1];
    if (!at && key === 'Enter') stops[1]?.click();
    else if (!at && key === 'Escape' && field.value) {
      field.value = '';
      this.#ask();
    } else if (next) next.focus();
    else return;
    event.preventDefault();
  };

  readonly #visit = (event: MouseEvent) => {
    const place = (event.target as Element).closest('[data-place]')?.getAttribute('data-place');
    const element = place && this.#at(place);
    if (!element || !isOurs(event)) return;
    event.preventDefault();
    // Both the eye and the keyboard go on from there.
    element.tabIndex = -1;
    element.focus();
  };

  readonly #open = ({ target }: Event) => {
    const { open, dataset } = target as HTMLDetailsElement;
    this.#asked.open[open ? 'add' : 'delete'](dataset['group'] ?? '');
    this.reword();
  };
}
