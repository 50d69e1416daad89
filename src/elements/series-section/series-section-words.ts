import { html, type TemplateResult } from 'lit';
import type { Section } from '../../bundle/schema.js';
import { heading, paragraphs, say, type Reading } from '../reading.js';

/** One section of prose. */
export function seriesSectionWords({ title, body }: Section, reading: Reading): TemplateResult {
  return html`<section data-stack>
    ${heading(reading.level, say(title, reading))} ${paragraphs(body, reading)}
  </section>`;
}
