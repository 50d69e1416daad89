import type { TemplateResult } from 'lit';
import type { Bundle } from '../../bundle/schema.js';
import { ContentElement } from '../content-element.js';
import type { Reading } from '../reading.js';
import { seriesCreditsWords } from './series-credits-words.js';

/**
 * Who made the series possible, whose music it is and under which licence, what is synthetic in its sound, and where else
 * there is more to hear and to read.
 *
 * @summary Narration, music and its licence, thanks, funder, where else to listen.
 * @tagname series-credits
 * @slot - Shown until the bundle is ready, and when it has failed.
 * @csspart retry - The Retry button.
 */
export class SeriesCreditsElement extends ContentElement<Bundle> {
  protected override look({ bundle, phrases }: Reading): Bundle | string {
    const { credits, subscribe, related, dialogues } = bundle;
    const isSaid = credits[0] ?? subscribe[0] ?? related[0] ?? dialogues.some(({ audio }) => audio.note);
    return isSaid ? bundle : phrases.empty;
  }

  protected override words(_bundle: Bundle, reading: Reading): TemplateResult {
    return seriesCreditsWords(reading);
  }
}
