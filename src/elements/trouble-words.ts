import { html, nothing, type TemplateResult } from 'lit';
import type { Dialogue } from '../bundle/schema.js';
import type { Reading } from './reading.js';

/** Why the sound does not play, and what still works: the sound by itself. Nothing while there is no trouble. */
export function troubleWords(
  dialogue: Dialogue,
  trouble: string | null,
  { phrases }: Reading,
): TemplateResult | typeof nothing {
  if (!trouble) return nothing;
  // As a whole, since a page translator may have taken the text apart.
  return html`<p data-failure>
    <span .textContent=${trouble}></span> <a href=${dialogue.audio.sources[0].src}>${phrases.openSound}</a>
  </p>`;
}
