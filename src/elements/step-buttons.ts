import { html, type TemplateResult } from 'lit';
import type { Phrases } from '../locales/en-GB.js';

/** Seconds that Back and Forward move by. */
const STEP = 15;

/** Back and Forward. @param move is given the seconds to go on by; fewer than 0 to go back */
export function stepButtons(phrases: Phrases, move: (seconds: number) => void): TemplateResult[] {
  return [-STEP, STEP].map(
    (step) =>
      html`<button
        type="button"
        part=${step < 0 ? 'back' : 'forward'}
        aria-label=${(step < 0 ? phrases.back : phrases.forward)(STEP)}
        @click=${() => move(step)}
      >
        ${step < 0 ? '−' : '+'}${STEP}
      </button>`,
  );
}
