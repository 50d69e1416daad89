import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Dialogue } from '../../bundle/schema.js';
import { MomentsController } from '../../context/moments-controller.js';
import { recordingOf } from '../../context/recording.js';
import { VoiceController } from '../../context/voice-controller.js';
import type { Facts } from '../../playback/facts.js';
import { machinery, tokens } from '../../styles/tokens.js';
import { tensionArt } from '../art.js';
import { ContentElement, type Sight } from '../content-element.js';
import { pauseIcon, playIcon } from '../icons.js';
import { missingDialogue } from '../missing.js';
import { plain, type Reading } from '../reading.js';
import { stage } from '../stage-styles.js';
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
 * @csspart failure - The sentence that says what is missing, with Retry.
 * @csspart retry - The Retry button.
 */
export class TensionCardElement extends ContentElement<Dialogue> {
  static override styles = [
    tokens,
    machinery,
    stage,
    css`
      slot[name='words'] {
        display: block;
        margin-block-start: 16px;
      }
    `,
  ];

  /** The id of the dialogue; without it, the first of the bundle that has a tension. */
  @property({ reflect: true }) dialogue = '';

  readonly #voice: VoiceController = new VoiceController(this, () => this.#facts?.paused);

  constructor() {
    super();
    new MomentsController(this, () => this.reading?.bundle ?? null);
  }

  protected override look({ bundle, phrases }: Reading): Sight<Dialogue> {
    const subject = this.dialogue
      ? findDialogue(bundle, this.dialogue)
      : (bundle.dialogues.find(({ tension }) => tension) ?? null);
    if (!subject) return { missing: missingDialogue(bundle, this.dialogue, phrases) };
    return subject.tension ? { subject } : { missing: phrases.noTension };
  }

  protected override words(dialogue: Dialogue, reading: Reading): TemplateResult {
    return tensionCardWords(dialogue, reading);
  }

  protected override machinery(dialogue: Dialogue, reading: Reading): TemplateResult {
    const { phrases } = reading;
    const title = plain(dialogue.title, reading);
    const paused = this.#facts?.paused ?? true;
    return html`<div class="machine stage" part="stage">
        ${tensionArt(true)}
        <button
          type="button"
          class="play"
          part="play"
          lang=${phrases.language}
          aria-label=${paused ? phrases.play(title) : phrases.pause(title)}
          @click=${this.#toggle}
        >
          ${paused ? playIcon : pauseIcon}
        </button>
      </div>
      <slot name="words"></slot>`;
  }

  get #facts(): Facts | null {
    return this.subject && this.#voice.voice.of(recordingOf(this.subject));
  }

  readonly #toggle = () => {
    const recording = recordingOf(this.subject!);
    const { voice } = this.#voice;
    if (voice.of(recording).paused) voice.play(recording).catch(() => {});
    else voice.pause(recording);
  };
}
