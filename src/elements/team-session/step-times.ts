import { html, type TemplateResult } from 'lit';
import type { Step } from '../../bundle/agenda.js';
import { spokenTime } from '../../bundle/clock.js';
import { tick } from '../keeping.js';
import type { Reading } from '../reading.js';
import { numberFrom } from '../seek-controls.js';
import { retime, type Session } from './session.js';
import { nameOf } from './session-record-words.js';

/** The minutes of each step, to be changed, and whether it is taken at all. */
export function stepTimes(
  steps: readonly Step[],
  session: Session,
  reading: Reading,
  change: (session: Session) => void,
): TemplateResult {
  const { phrases } = reading;
  const { times } = session;
  const said = (minutes: number) => spokenTime(minutes * 60, phrases.language);
  return html`<details part="times">
    <summary>${phrases.changeTimes}</summary>
    <div class="options">
      ${steps.map((step, i) => {
        const name = nameOf(step.name, reading);
        const time = times[i]!;
        const set = (minutes: number) => change(retime(session, i, minutes));
        return html`<div class="row">
          ${tick('taken', !!time, name, (isTaken) => set(isTaken ? step.minutes : 0))}
          <input
            type="number"
            class="tool"
            part="step-minutes"
            min="0"
            aria-label=${`${name}: ${said(time)}`}
            data-value=${time}
            @change=${numberFrom(set)}
          />
        </div>`;
      })}
      <span part="total">${said(times.reduce((all, time) => all + time, 0))}</span>
    </div>
  </details>`;
}
