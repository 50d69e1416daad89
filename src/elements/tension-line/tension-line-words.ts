import { html, type TemplateResult } from 'lit';
import type { Dialogue, Tension } from '../../bundle/schema.js';
import { heading, plain, say, type Reading } from '../reading.js';
import { spread, type Grade, type Places } from './places.js';

/** The line's words: the question, the two poles, and where one stands, or a team does. */
export function tensionLineWords(dialogue: Dialogue, places: Places, reading: Reading): TemplateResult {
  const { phrases } = reading;
  const [a, b] = dialogue.tension!.poles;
  // As properties, since a page translator may have taken the text apart.
  return html`<section data-stack>
    ${heading(reading.level, say(dialogue.title, reading))}
    <p>${phrases.whereStand}</p>
    <dl data-stands>
      <div>
        <dt>${phrases.beforeListening}</dt>
        <dd .textContent=${standing(places.before, dialogue.tension!, reading)}></dd>
      </div>
      <div>
        <dt>${phrases.afterListening}</dt>
        <dd .textContent=${standing(places.after, dialogue.tension!, reading)}></dd>
      </div>
    </dl>
    <div data-ends>
      <p><span data-pole="a">${say(a.label, reading)}</span></p>
      <p><span data-pole="b">${say(b.label, reading)}</span></p>
    </div>
  </section>`;
}

/** Where people stand, in words. One person is not counted. */
export function standing(places: readonly number[], tension: Tension, reading: Reading): string {
  const { phrases } = reading;
  const spoken = spread(places).map(([grade, count]) => {
    const words = gradeWords(grade, tension, reading);
    return places[1] === undefined ? words : `${count} ${words}`;
  });
  const counted = places[1] === undefined ? '' : `${phrases.headcount(places.length)}: `;
  return spoken[0] ? counted + spoken.join(', ') : phrases.empty;
}

function gradeWords(grade: Grade, { poles: [a, b] }: Tension, reading: Reading): string {
  const { phrases } = reading;
  if (!grade) return phrases.betweenBoth;
  const leaning = grade % 2 ? phrases.closerTo : phrases.stronglyTo;
  return `${leaning}: ${plain((grade < 0 ? a : b).label, reading)}`;
}
