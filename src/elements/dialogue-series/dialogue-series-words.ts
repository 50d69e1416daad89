import { html, nothing, type TemplateResult } from 'lit';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import type { Phrases } from '../../locales/en-GB.js';
import { heading, plain, say, type Reading } from '../reading.js';

/** The parts of a series' page, in their order. */
export const PARTS = ['introduction', 'tensions', 'dialogues', 'learnings', 'people', 'credits'] as const;
export type Part = (typeof PARTS)[number];

/** The parts that a bundle has something for. */
export function partsOf({ sections, dialogues, learnings, participants, credits }: Bundle): readonly Part[] {
  const tensions = dialogues.filter(({ tension }) => tension);
  const contents = { introduction: sections, tensions, dialogues, learnings, people: participants, credits };
  return PARTS.filter((part) => contents[part][0]);
}

/** How the page opens: the series' title, what it is, and what is to be found where. */
export function openingWords(parts: readonly Part[], reading: Reading): TemplateResult {
  const { bundle, phrases, level } = reading;
  const titles = (part: Part): TemplateResult | typeof nothing =>
    part === 'dialogues'
      ? html`<ol data-stack data-ways role="list">
          ${bundle.dialogues.map(
            ({ id, title }) => html`<li><a href=${`#series-dialogue-${id}`}>${say(title, reading)}</a></li>`,
          )}
        </ol>`
      : nothing;
  return html`<div data-stack>
    ${heading(level, say(bundle.title, reading))}
    <p data-lead>${say(bundle.summary, reading)}</p>
    <nav aria-label=${phrases.contents}>
      <ul data-stack data-ways role="list">
        ${parts.map((part) => html`<li><a href=${`#series-${part}`}>${titleOf(part, phrases)}</a>${titles(part)}</li>`)}
      </ul>
    </nav>
  </div>`;
}

/**
 * One part of the page. What it shows are elements of their own, which have the bundle from the series around them.
 * @param dialogues those that are drawn so far
 */
export function partWords(part: Part, dialogues: readonly Dialogue[], reading: Reading): TemplateResult {
  const { bundle, phrases, level, language } = reading;
  const [below, deeper] = [level + 1, level + 2].map((deep) => Math.min(deep, 6)) as [number, number];
  const dialogueWords = ({ id, title, participants, narrator, prompts }: Dialogue): TemplateResult => html`
    <section data-stack id=${`series-dialogue-${id}`} aria-label=${plain(title, reading)}>
      <dialogue-player dialogue=${id} heading-level=${deeper}></dialogue-player>
      ${
        participants[0] || narrator
          ? html`<participant-list dialogue=${id} heading-level=${Math.min(deeper + 1, 6)}></participant-list>`
          : nothing
      }
      ${prompts[0] ? html`<prompt-deck dialogue=${id}></prompt-deck>` : nothing}
    </section>
  `;
  const sectionOf = (id: string) => html`<series-section section=${id} heading-level=${below}></series-section>`;
  const content = {
    introduction: () => bundle.sections.map(({ id }) => sectionOf(id)),
    tensions: () => html`<tension-list heading-level=${deeper}></tension-list>`,
    dialogues: () => dialogues.map(dialogueWords),
    learnings: () => html`<learning-list heading-level=${deeper}></learning-list>`,
    people: () => html`<participant-list heading-level=${deeper}></participant-list>`,
    credits: () =>
      html`<series-credits heading-level=${below}></series-credits>${bundle.help[0] ? sectionOf('help') : nothing}${
          bundle.glossary[0] ? sectionOf('glossary') : nothing
        }`,
  };
  // Prose and credits have headings of their own. Ours is in the language of our phrases; what the elements say, in the reader's.
  return html`<section data-part id=${`series-${part}`}>
    ${/^(intro|credits)/.test(part) ? nothing : heading(below, titleOf(part, phrases))}
    <div lang=${language || bundle.language}>${content[part]()}</div>
  </section>`;
}

function titleOf(part: Part, phrases: Phrases): string {
  return phrases[part === 'introduction' ? 'sections' : part];
}
