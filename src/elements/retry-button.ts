import { html, type TemplateResult } from 'lit';
import type { Phrases } from '../locales/en-GB.js';

/** The button that tries again what has failed. */
export function retryButton({ language, retry }: Phrases, tryAgain: () => void): TemplateResult {
  return html`<button type="button" part="retry" lang=${language} @click=${tryAgain}>${retry}</button>`;
}
