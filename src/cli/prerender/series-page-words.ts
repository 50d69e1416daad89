import { html, nothing, type TemplateResult } from 'lit';
import { writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { learningListWords } from '../../elements/learning-list/learning-list-words.js';
import { participantListWords } from '../../elements/participant-list/participant-list-words.js';
import { box, deeper, ownHeading, pairOf, phrase, say, type Telling } from '../../elements/plain-page-words.js';
import { seriesCreditsWords } from '../../elements/series-credits/series-credits-words.js';
import { glossaryWords } from '../../elements/series-section/glossary-words.js';
import { helpWords } from '../../elements/series-section/help-words.js';
import { seriesSectionWords } from '../../elements/series-section/series-section-words.js';
import { tensionCardWords } from '../../elements/tension-card/tension-card-words.js';
import { tensionListWords } from '../../elements/tension-list/tension-list-words.js';

/** The series: what it is, what is in it, who made it. `dialogues` stands in the midst of it. */
export function seriesWords(dialogues: TemplateResult, { src, reading }: Telling): TemplateResult {
  const { bundle, level, phrases } = reading;
  const below = deeper(reading);
  const { sections, participants, learnings, credits, help, glossary } = bundle;
  const sectionOf = (id: string, words: TemplateResult): TemplateResult =>
    html`<series-section src=${src ?? nothing} section=${id} heading-level=${level}
      >${box('series-section', words, reading)}</series-section
    >`;
  const learned = html`<learning-list src=${src ?? nothing} heading-level=${below.level}
    >${box('learning-list', learningListWords(learnings, null, below), reading)}</learning-list
  >`;
  const people = html`<participant-list src=${src ?? nothing} heading-level=${below.level}
    >${box('participant-list', participantListWords(participants, below), reading)}</participant-list
  >`;
  // What this part is called, where to find it, and what is in it; the prose and the credits have titles of their own.
  const parts: readonly (readonly [title: string, id: string, isThere: unknown, words: TemplateResult])[] = [
    [phrases.dialogues, 'dialogues', bundle.dialogues[0], dialogues],
    [phrases.learnings, 'learnings', learnings[0], html`${ownHeading(phrases.learnings, reading)} ${learned}`],
    [phrases.people, 'people', participants[0], html`${ownHeading(phrases.people, reading)} ${people}`],
    [
      phrases.credits,
      'credits',
      credits[0],
      html`<series-credits src=${src ?? nothing} heading-level=${level}
        >${box('series-credits', seriesCreditsWords(reading), reading)}</series-credits
      >`,
    ],
    [phrases.help, 'help', help[0], sectionOf('help', helpWords(reading))],
    [phrases.glossary, 'glossary', glossary[0], sectionOf('glossary', glossaryWords(reading))],
  ];
  const shown = parts.filter(([, , isThere]) => isThere);
  return html`<nav aria-label=${phrases.contents}>
      ${shown.map(([title, id]) => html`<a href=${`#${id}`}>${phrase(title, reading)}</a> `)}
    </nav>
    ${sections.map((section) => sectionOf(section.id, seriesSectionWords(section, reading)))}
    ${shown.map(([, id, , words]) => html`<section data-page-part id=${id}>${words}</section>`)}`;
}

/** The way to each dialogue's own page, and what the tensions are. */
export function dialogueLinks(telling: Telling): TemplateResult {
  const { src, reading } = telling;
  const { bundle, phrases } = reading;
  const below = deeper(reading);
  const deepest = deeper(below);
  const tensions = bundle.dialogues.filter(({ tension }) => tension);
  const card = (dialogue: Dialogue): TemplateResult =>
    html`<tension-card dialogue=${dialogue.id} heading-level=${deepest.level} data-pair=${pairOf(bundle, dialogue)}
      >${box('tension-card', tensionCardWords(dialogue, null, deepest), reading)}</tension-card
    >`;
  return html`${ownHeading(phrases.dialogues, reading)} ${dialogueList(telling)}
  ${
    tensions[0]
      ? html`${ownHeading(phrases.tensions, below)}
          <tension-list src=${src ?? nothing} heading-level=${deepest.level}
            >${box('tension-list', tensionListWords(tensions, deepest, card), reading)}</tension-list
          >`
      : nothing
  }`;
}

/** All dialogues in their order, each with the way to it. What has a tension is told of there. */
export function dialogueList({ reading, pageOf }: Telling): TemplateResult {
  return html`<ol>
    ${reading.bundle.dialogues.map(
      (one) =>
        html`<li>
          <a href=${pageOf(one.id)}>${say(one.title, reading)}</a> ${length(one)}
          ${one.tension ? nothing : html`<p>${say(one.summary, reading)}</p>`}
        </li>`,
    )}
  </ol>`;
}

function length({ audio: { duration } }: Dialogue): TemplateResult | typeof nothing {
  return duration ? html`<small translate="no">${writeClock(duration)}</small>` : nothing;
}
