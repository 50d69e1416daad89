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
  /** How many there are, in words; '' while nothing is searched. */
  readonly count: string;
  /** What could not be searched, in words; '' where all could. */
  readonly trouble: string;
  /** The groups of which everything is shown, by their key. */
  readonly open: ReadonlySet<string>;
  /** Whether the page has an element that the selector of a place means. */
  readonly isHere: (place: string) => boolean;
}

/** What was found: a list a dialogue, then the people, the learnings and the sections. */
export function dialogueSearchWords(telling: SearchTelling, reading: Reading): TemplateResult {
  const { groups, count, trouble } = telling;
  return html`<section data-stack>
    ${count ? html`<p data-quiet>${count}</p>` : nothing} ${trouble ? html`<p data-failure>${trouble}</p>` : nothing}
    ${groups.map((group) => groupWords(group, telling, reading))}
  </section>`;
}

function groupWords(
  { name, title, finds }: FindGroup,
  { open, isHere }: SearchTelling,
  reading: Reading,
): TemplateResult {
  const { phrases, level } = reading;
  const key = typeof name === 'string' ? name : name.id;
  const isOpen = open.has(key);
  const rest = finds.length - FEW;
  return html`<section data-stack>
    ${heading(
      level,
      title
        ? html`<a href=${title.link} lang=${title.language}>${marked(title.text, title.found)}</a>`
        : typeof name === 'string'
          ? phrases[name]
          : say(name.title, reading),
    )}
    ${listWords(finds.slice(0, FEW), isHere)}
    ${
      rest > 0
        ? html`<details data-group=${key} ?open=${isOpen}>
            <summary>${phrases.showMore(rest)}</summary>
            ${isOpen ? listWords(finds.slice(FEW), isHere) : nothing}
          </details>`
        : nothing
    }
  </section>`;
}

function listWords(finds: readonly Find[], isHere: SearchTelling['isHere']): TemplateResult {
  return html`<ul data-stack role="list">
    ${finds.map(({ text, found, language, label, start, link, place }) => {
      const spot = place && isHere(place) ? place : null;
      return html`<li data-find lang=${language}>
        <a data-line href=${link ?? (spot ? '#' : nothing)} data-place=${spot ?? nothing}
          ><span data-time translate="no">${start === undefined ? '' : writeClock(start)}</span>
          <span>${label ? html`<span data-quiet>${label}</span>` : nothing} ${marked(text, found)}</span></a
        >
      </li>`;
    })}
  </ul>`;
}
