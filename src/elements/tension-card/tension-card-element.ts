import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue } from '../../bundle/schema.js';
import { DialogueElement, tensionOrWhy } from '../dialogue-element.js';
import { playStage } from '../play-stage.js';
import type { Reading } from '../reading.js';
import { retryButton } from '../retry-button.js';
import { tensionCardWords } from './tension-card-words.js';

/**
 * One tension: the question, its two poles with equal weight, the people, and a button to listen.
 *
 * @summary One tension and the way into its dialogue.
 * @tagname tension-card
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart stage - The picture with the play button.
 * @csspart art - The picture.
 * @csspart play - The play button.
 * @csspart retry - The Retry button.
 */
export class TensionCardElement extends DialogueElement {
  protected override get isPlayable(): boolean {
    return true;
  }

  protected override look(reading: Reading): Dialogue | string {
    return tensionOrWhy(this.dialogue, reading);
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return tensionCardWords(dialogue, this.trouble, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { facts } = this;
    return html`<div class="machine">
        ${playStage({ dialogue, reading, facts }, this.toggle)}
        ${this.broken || facts.hanging ? retryButton(reading.phrases, this.tryAgain) : nothing}
      </div>
      <slot name="words"></slot>`;
  }
}
