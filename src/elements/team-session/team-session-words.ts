import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../../bundle/agenda.js';
import { spokenTime, writeClock } from '../../bundle/clock.js';
import type { Dialogue } from '../../bundle/schema.js';
import { promptWords } from '../prompt-deck/prompt-deck-words.js';
import { heading, say, type Reading } from '../reading.js';
import { troubleWords } from '../trouble-words.js';
import type { Session } from './session.js';
import { nameOf, type SessionRecord } from './session-record-words.js';

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
  const { phrases, level } = reading;
  const isPlan = session.at < 0;
  return html`<section data-stack>
    ${
      isPlan
        ? html`${heading(level, phrases.session)}
            <p>${say(dialogue.title, reading)}</p>`
        : nothing
    }
    <ol data-prompts=${isPlan ? 'list' : 'step'} role="list">
      ${steps.map((step, i) => {
        const time = session.times[i]!;
        return html`<li ?hidden=${isPlan ? !time : i !== session.at}>
          <div data-stack>
            ${heading(Math.min(level + Number(isPlan), 6), nameOf(step.name, reading))}
            ${isPlan ? html`<p data-quiet>${spokenTime(time * 60, phrases.language)}</p>` : nothing}
            ${stepWords(step, i === session.at, { meeting, reading })}
          </div>
        </li>`;
      })}
    </ol>
  </section>`;
}

/** What to do in a step; at it, there is a line to stand on. */
function stepWords(
  { name, clip, prompt }: Step,
  isNow: boolean,
  { meeting, reading }: { readonly meeting: Meeting; readonly reading: Reading },
): TemplateResult {
  const { dialogue, remember, trouble } = meeting;
  const { phrases, level } = reading;
  const ask = (question: unknown, how: unknown = '') =>
    html`<p data-prompt>${question}</p>
      <p data-quiet>${how}</p>`;
  switch (name) {
    case 'welcome':
      return ask(say(dialogue.title, reading), phrases.welcomeHow);
    case 'before':
    case 'after':
      return isNow
        ? html`<tension-line
            team
            dialogue=${dialogue.id}
            stage=${name}
            heading-level=${Math.min(level + 1, 6)}
            ?remember=${remember}
          ></tension-line>`
        : ask(phrases.whereStand);
    case 'listen':
      return html`${ask(say(dialogue.title, reading), `${writeClock(clip!.start)} – ${writeClock(clip!.end)}`)}
      ${troubleWords(dialogue, trouble, reading)}`;
    case 'quiet':
      return ask(phrases.openQuestion, phrases.quietHow);
    case 'close':
      return ask(phrases.closeHow);
    default:
      return html`${prompt ? promptWords(prompt, dialogue.id, reading) : ask(phrases.openQuestion)}
        <p data-quiet>${name === 'pairs' ? phrases.pairsHow : phrases.groupHow}</p>`;
  }
}

/** The record of a meeting that has ended. */
export function recordWords(record: SessionRecord, { level }: Reading): TemplateResult {
  return html`<section data-stack>
    ${record.map(([depth, words]) => (depth ? heading(Math.min(level + depth - 1, 6), words) : html`<p>${words}</p>`))}
  </section>`;
}
