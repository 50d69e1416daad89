import { html, nothing, type TemplateResult } from 'lit';
import { participantsOf } from '../../bundle/finding.js';
import type { Dialogue, Tension } from '../../bundle/schema.js';
import { lengthWords } from '../dialogue-link.js';
import { heading, say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';

/** The card's words: the question, the two poles with equal weight, the third way, and who speaks. */
export function tensionCardWords(dialogue: Dialogue, trouble: string | null, reading: Reading): TemplateResult {
  return html`<section data-stack>
    ${heading(reading.level, say(dialogue.title, reading))} ${troubleWords(dialogue, trouble, reading)}
    <p>${say(dialogue.summary, reading)}</p>
    ${dialogue.tension ? tensionWords(dialogue.tension, reading) : nothing}
    <p data-quiet>${peopleWords(dialogue, reading)} ${lengthWords(dialogue)}</p>
  </section>`;
}

/** Two poles, and where they overlap. */
export function tensionWords({ poles: [a, b], thirdWay }: Tension, reading: Reading): TemplateResult {
  return html`<dl data-poles>
    <div data-pole="a">
      <dt>${say(a.label, reading)}</dt>
      <dd>${say(a.body, reading)}</dd>
    </div>
    <div data-pole="b">
      <dt>${say(b.label, reading)}</dt>
      <dd>${say(b.body, reading)}</dd>
    </div>
    ${
      thirdWay === undefined
        ? nothing
        : html`<div data-pole="third">
            <dt>${reading.phrases.thirdWay}</dt>
            <dd>${say(thirdWay, reading)}</dd>
          </div>`
    }
  </dl>`;
}

function peopleWords(dialogue: Dialogue, reading: Reading): TemplateResult | typeof nothing {
  const people = participantsOf(reading.bundle, dialogue);
  if (!people.length) return nothing;
  return html`${people.map(({ name }, i) => html`${i ? ', ' : ''}<span translate="no">${say(name, reading)}</span>`)}`;
}
