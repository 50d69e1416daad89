import type { TemplateResult } from 'lit';
import { findDialogue } from '../../bundle/finding.js';
import type { Evidence, Learning } from '../../bundle/schema.js';
import { isOurs } from '../../context/moments.js';
import { pageVoice } from '../../context/page-voice.js';
import { recordingOf } from '../../context/recording.js';
import { playRow } from '../../playback/row.js';
import { ContentElement } from '../content-element.js';
import type { Reading } from '../reading.js';
import { learningListWords } from './learning-list-words.js';

/**
 * What was learned, in the order of the bundle, each with the moments of the dialogues that show it. They are heard one
 * by one, or all those of a learning one after another. Which one it is, is said by `aria-current` on its link.
 *
 * @summary The learnings, each with the moments that show it.
 * @tagname learning-list
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class LearningListElement extends ContentElement<readonly Learning[]> {
  /** The clip that is being heard from here. */
  #heard: Evidence | null = null;

  constructor() {
    super();
    // Captured: to the listener that plays moments, a link to all of them is one to the first alone.
    this.addEventListener('click', this.#press, true);
  }

  protected override look({ bundle: { learnings }, phrases }: Reading): readonly Learning[] | string {
    return learnings.length ? learnings : phrases.empty;
  }

  protected override words(learnings: readonly Learning[], reading: Reading): TemplateResult {
    return learningListWords(learnings, this.#heard, reading);
  }

  /** Plays the clips behind a link, or pauses where one of them is being heard. */
  readonly #press = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-plays]');
    const { subject, reading } = this;
    if (!link || !subject || !isOurs(event)) return;
    event.preventDefault();
    const [learning, ...range] = link.dataset['plays']!.split(' ').map(Number);
    const clips = subject[learning!]!.evidence.slice(...range);
    const voice = pageVoice();
    if (clips.includes(this.#heard!)) return voice.pause(voice.recording!);
    const row = clips.map(({ dialogue, ...times }) => {
      return { ...times, recording: recordingOf(findDialogue(reading!.bundle, dialogue)!) };
    });
    playRow(voice, row, (at) => {
      this.#heard = clips[at] ?? null;
      this.reword();
    });
  };
}
