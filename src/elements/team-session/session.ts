import type { Step } from '../../bundle/agenda.js';

/** How a meeting goes. */
export interface Session {
  /** How many minutes it was planned for. */
  readonly minutes: number;
  /** The minutes of each step; 0 leaves it out. */
  readonly times: readonly number[];
  /** The step that it is at: -1 before it begins, and as many as there are steps when it has ended. */
  readonly at: number;
  /** The step that it was at before. */
  readonly from: number;
  /** Since when it is there, as `Date.now()` says it. */
  readonly since: number;
}

/** A meeting that has not begun. */
export function newSession(minutes: number, steps: readonly Step[]): Session {
  return { minutes, times: steps.map((step) => step.minutes), at: -1, from: -1, since: 0 };
}

/** The seconds that are left for the step that it is at; not a number where there is none. */
export function secondsLeft({ times, at, since }: Session, now: number): number {
  return Math.ceil(times[at]! * 60 - (now - since) / 1000);
}

/** Goes a step on, or back, past those that are left out. Its time then begins anew. */
export function go(session: Session, by: 1 | -1, now: number): Session {
  let at = session.at + by;
  while (session.times[at] === 0) at += by;
  // There is no step before the first.
  return at < 0 ? session : { ...session, at, from: session.at, since: now };
}

/** Ends the meeting where it is. */
export function end(session: Session): Session {
  return { ...session, at: session.times.length, from: session.at };
}

/** Gives a step other minutes. */
export function retime(session: Session, index: number, minutes: number): Session {
  const time = Math.min(Math.max(0, Math.round(minutes)), 999);
  return { ...session, times: session.times.map((before, i) => (i === index ? time : before)) };
}

/** Reads a meeting that was written as JSON; `null` where there is none, or the bundle has had another agenda since. */
export function readSession(text: string, plan: (minutes: number) => readonly Step[]): Session | null {
  try {
    const session = JSON.parse(text) as Session;
    return session.times.length === plan(session.minutes).length ? session : null;
  } catch {
    // Nothing was written, or something else.
    return null;
  }
}
