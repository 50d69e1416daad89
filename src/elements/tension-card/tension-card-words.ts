import { html, type TemplateResult } from 'lit';
import { participantsOf } from '../../bundle/finding.js';
import type { Dialogue, Pole, PoleName, Tension } from '../../bundle/schema.js';
import { dialogueLink, lengthWords } from '../dialogue-link.js';
import { heading, say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';

/** The card's words: the question, the two poles with equal weight, the third way, and who speaks. */
export function tensionCardWords(dialogue: Dialogue, trouble: string | null, reading: Reading): TemplateResult {
  const people = peopleWords(dialogue, reading);
  const length = lengthWords(dialogue);
  return html`<section data-stack>
    ${heading(reading.level, dialogueLink(dialogue, reading))} ${troubleWords(dialogue, trouble, reading)}
    <p>${say(dialogue.summary, reading)}</p>
    ${dialogue.tension && tensionWords(dialogue.tension, reading)}
    <p data-quiet>${people}${people[0] && length ? ' · ' : ''}${length}</p>
  </section>`;
}

/** Two poles, and where they overlap. */
export function tensionWords({ poles: [a, b], thirdWay }: Tension, reading: Reading): TemplateResult {
  return html`<dl data-poles>
    ${poleWords('a', a, reading)} ${poleWords('b', b, reading)}
    ${thirdWay && poleWords('third', { label: reading.phrases.thirdWay, body: thirdWay }, reading)}
  </dl>`;
}

function poleWords(name: PoleName, { label, body }: Pole, reading: Reading): TemplateResult {
  return html`<div data-pole=${name}>
    <dt>${say(label, reading)}</dt>
    <dd>${say(body, reading)}</dd>
  </div>`;
}

function peopleWords(dialogue: Dialogue, reading: Reading): TemplateResult[] {
  return participantsOf(reading.bundle, dialogue).map(
    ({ name }, i) => html`${i ? ', ' : ''}<span translate="no">${say(name, reading)}</span>`,
  );
}
