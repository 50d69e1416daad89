import { html, type TemplateResult } from 'lit';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { InParts } from '../../context/in-parts.js';
import { ContentElement } from '../content-element.js';
import type { Reading } from '../reading.js';
import { tensionListWords } from './tension-list-words.js';

/**
 * All tensions of the series, each as a `tension-card`: the question, its two poles with equal weight, the people, and a
 * button to listen. The cards stand in the light DOM, and are styled as any other.
 *
 * @summary Every tension, and the way into its dialogue.
 * @tagname tension-list
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class TensionListElement extends ContentElement<Bundle> {
  readonly #parts = new InParts(this.reword);

  constructor() {
    super();
    this.lend();
  }

  protected override look({ bundle, phrases }: Reading): Bundle | string {
    return tensionsOf(bundle)[0] ? bundle : phrases.empty;
  }

  protected override words(bundle: Bundle, reading: Reading): TemplateResult {
    return tensionListWords(
      this.#parts.of(bundle, tensionsOf(bundle)),
      reading,
      ({ id }) => html`<tension-card dialogue=${id} heading-level=${reading.level}></tension-card>`,
    );
  }
}

function tensionsOf({ dialogues }: Bundle): readonly Dialogue[] {
  return dialogues.filter(({ tension }) => tension);
}
