import type { Step } from '../../bundle/agenda.js';

/** How a meeting goes. */
export interface Session {
  /** How many minutes it was planned for. */
  readonly minutes: number;
  /** The minutes of each step; 0 leaves it out. */
  readonly times: readonly number[];
  /** The seconds that each step has taken. */
  readonly used: readonly number[];
  /** The step that it is at: -1 before it begins, and as many as there are steps when it has ended. */
  readonly at: number;
  /** Since when it is there, as `Date.now()` says it. */
  readonly since: number;
}

/** A step that was left open for so many milliseconds was left behind: it begins anew. */
const FORGOTTEN = 3 * 60 * 60 * 1000;

/** A meeting that has not begun. */
export function newSession(minutes: number, steps: readonly Step[]): Session {
  return { minutes, times: steps.map((step) => step.minutes), used: steps.map(() => 0), at: -1, since: 0 };
}

/** The seconds for which people have been at a step. */
export function usedFor({ used, at, since }: Session, index: number, now: number): number {
  const open = index === at ? now - since : 0;
  return used[index]! + (open < FORGOTTEN ? Math.max(0, open) / 1000 : 0);
}

/** Goes a step on, or back, past those that are left out. */
export function go(session: Session, by: 1 | -1, now: number): Session {
  let at = session.at + by;
  while (session.times[at] === 0) at += by;
  // There is no step before the first.
  return at < 0 ? session : goTo(session, at, now);
}

/** Ends the meeting where it is. */
export function end(session: Session, now: number): Session {
  return goTo(session, session.times.length, now);
}

function goTo(session: Session, at: number, now: number): Session {
  return { ...session, used: session.used.map((_, i) => usedFor(session, i, now)), at, since: now };
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
