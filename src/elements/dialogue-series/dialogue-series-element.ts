import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { languagesOf } from '../../bundle/languages.js';
import { wordsIn } from '../../bundle/text.js';
import { InParts } from '../../context/in-parts.js';
import { WordsController } from '../../context/words-controller.js';
import { machinery } from '../../styles/machinery.js';
import { ContentElement } from '../content-element.js';
import { languageChoice } from '../language-choice.js';
import { pairOf } from '../pair-of.js';
import { pairArt } from '../play-stage.js';
import type { Reading } from '../reading.js';
import { seriesStyles } from './dialogue-series-styles.js';
import { openingWords, PARTS, partsOf, partWords, type Part } from './dialogue-series-words.js';

/**
 * The whole series as one page: introduction, tensions, each dialogue with its people and questions, learnings, people,
 * credits. It is made of the other elements, and lends them its bundle. Where the bundle has several languages, there is
 * one choice for all of it.
 *
 * @summary The whole series from one tag.
 * @tagname dialogue-series
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @slot before-introduction - A host's own words before the introduction.
 * @slot after-introduction - After the introduction.
 * @slot before-tensions - Before the tensions.
 * @slot after-tensions - After the tensions.
 * @slot before-dialogues - Before the dialogues.
 * @slot after-dialogues - After the dialogues.
 * @slot before-learnings - Before the learnings.
 * @slot after-learnings - After the learnings.
 * @slot before-people - Before the people.
 * @slot after-people - After the people.
 * @slot before-credits - Before the credits.
 * @slot after-credits - After the credits.
 * @csspart art - The pictures of the tensions, in a row.
 * @csspart language - The choice of language, where there are several.
 * @csspart retry - The Retry button.
 */
export class DialogueSeriesElement extends ContentElement<readonly Part[]> {
  static override styles = [...machinery, seriesStyles];

  static override properties: PropertyDeclarations = { parts: {} };

  /**
   * The parts to show, with spaces between: `introduction`, `tensions`, `dialogues`, `learnings`, `people`, `credits`. They
   * keep this order. Without it, all of them.
   */
  parts = '';

  readonly #boxes = PARTS.map((part) => new WordsController(this, part));
  // A dialogue is a player, its people and its questions: four of them are as much as a slow laptop draws at once.
  readonly #parts = new InParts(this.reword, 4);

  constructor() {
    super();
    this.lend();
  }

  protected override look({ bundle, phrases }: Reading): readonly Part[] | string {
    const wanted = this.parts.trim().split(/\s+/);
    const parts = partsOf(bundle).filter((part) => !wanted[0] || wanted.includes(part));
    return parts[0] ? parts : phrases.empty;
  }

  protected override words(parts: readonly Part[], reading: Reading): TemplateResult {
    return openingWords(parts, reading);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.size) return;
    const { subject, reading } = this;
    const dialogues = reading ? this.#parts.of(reading.bundle, reading.bundle.dialogues) : [];
    PARTS.forEach((part, i) => {
      const isShown = reading && subject?.includes(part);
      const template = isShown && partWords(part, dialogues, reading);
      this.#boxes[i]!.words = template
        ? { template, subject: reading.bundle, language: reading.phrases.language }
        : null;
    });
  }

  protected override machinery(_parts: readonly Part[], { bundle, language, phrases }: Reading): TemplateResult {
    const languages = languagesOf(bundle);
    const tags = Object.fromEntries(languages.map((tag) => [tag, tag]));
    const read = wordsIn(tags, language || bundle.language, bundle.language).words;
    // No more than there are pairs: after those, the forms come again.
    const tensions = bundle.dialogues.filter(({ tension }) => tension).slice(0, 5);
    return html`<div class="machine" lang=${phrases.language}>
        <div class="frieze">
          ${tensions.map((dialogue) => html`<div data-pair=${pairOf(bundle, dialogue)}>${pairArt(pairOf(bundle, dialogue))}</div>`)}
        </div>
        ${languages[1] ? languageChoice({ languages, language: read }, phrases, (chosen) => (this.lang = chosen)) : nothing}
      </div>
      <slot name="words"></slot>
      ${PARTS.map(
        (part) =>
          html`<slot name=${`before-${part}`}></slot><slot name=${part}></slot><slot name=${`after-${part}`}></slot>`,
      )}`;
  }
}
