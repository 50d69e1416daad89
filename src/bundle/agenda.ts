import type { Chapter, Dialogue, Moment, Prompt } from './schema.js';

/** What a team does in a step. `before` and `after` are for where people stand between the two poles. */
export type StepName = 'welcome' | 'before' | 'listen' | 'quiet' | 'pairs' | 'group' | 'after' | 'close';

/** One step of a team's meeting. */
export interface Step {
  readonly name: StepName;
  readonly minutes: number;
  /** What is listened to, in seconds of the sound. */
  readonly clip?: Moment;
  /** What is talked about; a dialogue may have no questions. */
  readonly prompt?: Prompt | undefined;
}

/** How many minutes a meeting may be planned for. */
export const LENGTHS: readonly number[] = [15, 30, 60];

/** How much time talking takes against the other steps, which count as 1. */
const WEIGHTS: Partial<Record<StepName, number>> = { pairs: 3, group: 4 };

/** The part of a meeting, at most, in which people listen. */
const HEARD = 1 / 4;

/** Minutes of a meeting to each question for all. */
const QUESTION = 20;

/**
 * Plans a meeting of that many minutes, 15 or more, around a dialogue. The steps add up to the minutes; each has one at
 * least; and what is listened to fits into its step.
 */
export function planAgenda(dialogue: Dialogue, minutes: number): readonly Step[] {
  const clip = chooseClip(dialogue, Math.floor(minutes * HEARD) * 60);
  const heard = Math.ceil((clip.end - clip.start) / 60);
  const [first, ...others] = spread(dialogue.prompts, 1 + Math.ceil(minutes / QUESTION));
  const steps: readonly Omit<Step, 'minutes'>[] = [
    { name: 'welcome' },
    { name: 'before' },
    { name: 'listen', clip },
    { name: 'quiet' },
    { name: 'pairs', prompt: first },
    // A team that has one question only takes it from the pairs to all.
    ...(others[0] ? others : [first]).map((prompt) => ({ name: 'group' as const, prompt })),
    { name: 'after' },
    { name: 'close' },
  ];
  const kept = steps.filter(({ name }) => dialogue.tension || !/before|after/.test(name));
  const weights = kept.map(({ name }) => (name === 'listen' ? 0 : (WEIGHTS[name] ?? 1)));
  const minute = (minutes - heard) / weights.reduce((sum, weight) => sum + weight);
  let weighed = 0;
  return kept.map((step, i) => {
    // Rounded as a running sum, so that nothing is lost by it.
    const from = Math.round(weighed * minute);
    weighed += weights[i]!;
    return { ...step, minutes: step.clip ? heard : Math.round(weighed * minute) - from };
  });
}

/** The questions for a number of rounds, in their order, from the first to the last: they open, go deeper and close. */
function spread(prompts: readonly Prompt[], rounds: number): readonly Prompt[] {
  const count = Math.min(rounds, prompts.length);
  return Array.from({ length: count }, (_, i) => prompts[Math.round((i * (prompts.length - 1)) / (count - 1 || 1))]!);
}

/**
 * What to listen to in so many seconds: the whole if there is time for it; else the chapters that hold most sides of the
 * tension, and of these the longest; else the longest moment of a question; else how it begins.
 */
function chooseClip({ audio, chapters, prompts }: Dialogue, limit: number): Moment {
  const total = audio.duration || Infinity;
  if (total <= limit) return { start: 0, end: total };
  let chosen: Moment | undefined;
  let sides = 0;
  const consider = (start: number, until: number, held: number) => {
    const end = Math.min(until, total);
    const length = end - start;
    if (length <= 0 || length > limit || held < sides) return;
    if (chosen && held === sides && length <= chosen.end - chosen.start) return;
    chosen = { start, end };
    sides = held;
  };
  chapters.forEach(({ startTime: start }, i) => {
    const poles = new Set<Chapter['pole']>();
    for (const [k, { pole, endTime }] of chapters.slice(i, i + MOST).entries()) {
      const end = endTime ?? chapters[i + k + 1]?.startTime ?? total;
      if (end - start > limit) break;
      if (pole) poles.add(pole);
      consider(start, end, poles.size);
    }
  });
  if (!chosen) for (const { moment } of prompts) if (moment) consider(moment.start, moment.end, 0);
  return chosen ?? { start: 0, end: Math.min(total, limit) };
}

/** How many chapters in a row are listened to at most: there may be thousands. */
const MOST = 50;
