import type { StepName } from '../../bundle/agenda.js';

/** A person has gone to another step of the meeting. */
export class TeamSessionChangedEvent extends Event {
  constructor(
    /** The step that the team is at; `null` before the meeting and after it. */
    readonly step: StepName | null,
    /** Its place in the agenda, from 0; -1 before the meeting, and as many as there are steps after it. */
    readonly index: number,
  ) {
    super('team-session-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'team-session-changed': TeamSessionChangedEvent;
  }
}
