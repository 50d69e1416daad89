import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../../bundle/agenda.js';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { promptWords } from '../prompt-deck/prompt-deck-words.js';
import { heading, say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';
import type { Session } from './session.js';
import { stepName, type SessionRecord } from './session-record.js';

/** A meeting and its steps. */
export interface Meeting {
  readonly dialogue: Dialogue;
  readonly steps: readonly Step[];
  readonly session: Session;
  /** Whether the page offers to keep where people stand. */
  readonly remember: boolean;
  /** Why the sound does not play. */
  readonly trouble: string | null;
}

/** The agenda; or, once the meeting has begun, the one step that the team is at. All of it is printed. */
export function agendaWords(meeting: Meeting, reading: Reading): TemplateResult {
  const { dialogue, steps, session } = meeting;
  const { phrases } = reading;
  return html`<section data-stack>
    ${heading(reading.level, phrases.session)}
    <p data-quiet>${say(dialogue.title, reading)}</p>
    <ol data-agenda=${session.at < 0 ? 'plan' : 'step'} role="list">
      ${steps.map((step, i) => {
        const isShown = session.at < 0 ? session.times[i] : i === session.at;
        return html`<li data-stack ?hidden=${!isShown}>
          <p>
            <b>${stepName(step, reading)}</b>
            <span data-quiet>${spokenTime(session.times[i]! * 60, phrases.language)}</span>
          </p>
          ${stepWords(step, i, { meeting, reading })}
        </li>`;
      })}
    </ol>
  </section>`;
}

interface Told {
  readonly meeting: Meeting;
  readonly reading: Reading;
}

/** What to do in a step. */
function stepWords({ name, clip, prompt }: Step, index: number, { meeting, reading }: Told): TemplateResult {
  const { dialogue, session, remember, trouble } = meeting;
  const { phrases, level } = reading;
  const ask = (question: unknown, how?: string) =>
    html`<p data-prompt>${question}</p>
      ${how ? html`<p>${how}</p>` : nothing}`;
  switch (name) {
    case 'welcome':
      return ask(say(dialogue.title, reading), phrases.welcomeHow);
    case 'before':
    case 'after':
      return index === session.at
        ? html`<tension-line
            team
            dialogue=${dialogue.id}
            stage=${name}
            heading-level=${Math.min(level + 1, 6)}
            ?remember=${remember}
          ></tension-line>`
        : ask(phrases.whereStand);
    case 'listen': {
      const { start, end } = clip!;
      return html`${ask(say(dialogue.title, reading))}
        <p translate="no">${writeClock(start)} – ${writeClock(end)}</p>
        ${dialogue.contentNotes.map((note) =>
          note.start < end && note.end > start ? html`<p>${say(note.text, reading)}</p>` : nothing,
        )}
        ${troubleWords(dialogue, trouble, reading)}`;
    }
    case 'quiet':
      return ask(phrases.openQuestion, phrases.quietHow);
    case 'close':
      return ask(phrases.closeHow);
    default:
      return html`${prompt ? promptWords(prompt, dialogue.id, reading) : ask(phrases.openQuestion)}
        <p>${name === 'pairs' ? phrases.pairsHow : phrases.groupHow}</p>`;
  }
}

/** The record of a meeting that has ended. */
export function recordWords({ title, parts }: SessionRecord, { level }: Reading): TemplateResult {
  return html`<section data-stack>
    ${heading(level, title)}
    ${parts.map(
      ({ heading: words, lines }) =>
        html`${heading(Math.min(level + 1, 6), words)}
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`,
    )}
  </section>`;
}
