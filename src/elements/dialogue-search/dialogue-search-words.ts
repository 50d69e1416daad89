import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import type { Find, FindGroup } from '../../bundle/series-search.js';
import { marked } from '../dialogue-transcript/dialogue-transcript-words.js';
import { heading, say, type Reading } from '../reading.js';

/** How many finds of a group are shown at first. */
const FEW = 5;

/** What is told of a search. */
export interface SearchTelling {
  readonly groups: readonly FindGroup[];
  /** How many finds there are, in words; '' while nothing is searched. */
  readonly count: string;
  /** What could not be searched, in words; '' where all could. */
  readonly trouble: string;
  /** The groups of which everything is shown, by the id of the dialogue or the name of the part. */
  readonly open: ReadonlySet<string>;
  /** Whether the page has an element that the selector of a place means. */
  readonly isHere: (place: string) => boolean;
}

/** What was found: a list a dialogue, then the people, the learnings and the sections. */
export function dialogueSearchWords(telling: SearchTelling, reading: Reading): TemplateResult {
  const { phrases, level } = reading;
  const { groups, count, trouble, open, isHere } = telling;

  const listWords = (finds: readonly Find[]) =>
    html`<ul data-stack role="list">
      ${finds.map((find) => html`<li>${findWords(find, isHere)}</li>`)}
    </ul>`;

  /** A few, and the others when somebody asks for them: a short word may be found thousands of times. */
  const groupWords = ({ name, finds }: FindGroup) => {
    const [key, title] = typeof name === 'string' ? [name, phrases[name]] : [name.id, say(name.title, reading)];
    return html`<section data-stack data-finds>
      ${heading(level, title)} ${listWords(finds.slice(0, FEW))}
      ${
        finds[FEW]
          ? html`<details data-group=${key} ?open=${open.has(key)}>
              <summary>${phrases.more}: ${finds.length - FEW}</summary>
              ${open.has(key) ? listWords(finds.slice(FEW)) : nothing}
            </details>`
          : nothing
      }
    </section>`;
  };

  return html`<section data-stack>
    ${count && html`<p data-quiet>${count}</p>`} ${trouble && html`<p data-failure>${trouble}</p>`}
    ${groups.map(groupWords)}
  </section>`;
}

/** Like a quotation: who says it and when, and then the words. */
function findWords(
  { text, found, language, label, start, link, place }: Find,
  isHere: SearchTelling['isHere'],
): TemplateResult {
  const spot = place && isHere(place) ? place : nothing;
  const href = link ?? (spot === nothing ? nothing : '#');
  return html`<a data-find data-line=${href === nothing ? nothing : ''} href=${href} data-place=${spot} lang=${language}
    >${
      label || start !== undefined
        ? html`<span data-quiet
            >${start === undefined ? nothing : html`<span data-time translate="no">${writeClock(start)}</span>`}
            ${label}</span
          >`
        : nothing
    }
    ${marked(text, found)}</a
  >`;
}
