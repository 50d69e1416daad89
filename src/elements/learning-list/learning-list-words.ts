import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import { writeDeepLink } from '../../bundle/deep-link.js';
import { findDialogue } from '../../bundle/finding.js';
import type { Evidence, Learning } from '../../bundle/schema.js';
import { heading, paragraphs, say, type Reading } from '../reading.js';

/**
 * The learnings in the order of the bundle, each with the clips that show it.
 *
 * What is pressed are links, so that it leads somewhere without script: to the clip, or to the first of all. `data-plays`
 * says which learning it is and, for one clip, from which of its clips to which.
 * @param heard the clip that is being heard from here
 */
export function learningListWords(
  learnings: readonly Learning[],
  heard: Evidence | null,
  reading: Reading,
): TemplateResult {
  return html`<ol data-learnings>
    ${learnings.map(
      (learning, i) =>
        html`<li>
          ${heading(reading.level, say(learning.title, reading))} ${paragraphs(learning.body, reading)}
          ${learning.evidence.length ? evidenceWords(learning, { i, heard, reading }) : nothing}
        </li>`,
    )}
  </ol>`;
}

interface Place {
  readonly i: number;
  readonly heard: Evidence | null;
  readonly reading: Reading;
}

function evidenceWords({ evidence }: Learning, { i, heard, reading }: Place): TemplateResult {
  const { phrases, bundle } = reading;
  const { length } = evidence;
  const label = length > 1 ? phrases.hearAll(length) : phrases.hearMoment;
  const isHeard = evidence.includes(heard!);
  // The words inside change as a whole, since a page translator may have taken the text apart; the link keeps the focus.
  return html`<p>
      <a data-line data-plays=${i} href=${link(evidence[0]!)}
        >${isHeard ? html`<span>${phrases.stop}</span>` : html`<span>${label}</span>`}</a
      >
    </p>
    <ul data-stack role="list">
      ${evidence.map(
        (one, j) =>
          html`<li>
            <a
              data-line
              data-plays=${`${i} ${j} ${j + 1}`}
              href=${link(one)}
              aria-current=${one === heard ? 'true' : nothing}
              ><span data-time translate="no">${writeClock(one.start)}–${writeClock(one.end)}</span>
              <span>${say(findDialogue(bundle, one.dialogue)!.title, reading)}</span></a
            >
          </li>`,
      )}
    </ul>`;
}

function link({ dialogue, start, end }: Evidence): string {
  return writeDeepLink(dialogue, start, end);
}
