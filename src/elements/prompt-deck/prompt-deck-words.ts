import { html, nothing, type TemplateResult } from 'lit';
import { writeDeepLink } from '../../bundle/deep-link.js';
import type { Dialogue, Prompt } from '../../bundle/schema.js';
import { say, type Reading } from '../reading.js';

/** The questions of a dialogue, in the order of the bundle. */
export function promptDeckWords(dialogue: Dialogue, layout: 'deck' | 'list', reading: Reading): TemplateResult {
  return html`<ol data-prompts=${layout} role="list">
    ${dialogue.prompts.map((prompt) => html`<li data-stack>${promptWords(prompt, dialogue.id, reading)}</li>`)}
  </ol>`;
}

/** One question, its hint, and its moment to hear. */
export function promptWords({ text, hint, moment }: Prompt, id: string, reading: Reading): TemplateResult {
  const { phrases } = reading;
  return html`<p data-prompt>${say(text, reading)}</p>
    ${
      hint === undefined
        ? nothing
        : html`<details open>
            <summary>${phrases.hint}</summary>
            <p>${say(hint, reading)}</p>
          </details>`
    }
    ${
      moment
        ? html`<p>
            <a href=${writeDeepLink(id, moment.start, moment.end)}>${phrases.hearMoment}</a>
          </p>`
        : nothing
    }`;
}
