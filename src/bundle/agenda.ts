import type { Dialogue, Moment, PoleName, Prompt } from './schema.js';

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

/** How much time a step takes against the others, which count as 1; listening takes what the clip does. */
const WEIGHTS: Partial<Record<StepName, number>> = { listen: 0, pairs: 3, group: 4 };

/** Minutes of a meeting to each minute, at most, of listening; and to each question for all. */
const HEARD = 4;
const ASKED = 20;

/** How many chapters in a row are listened to at most: there may be thousands. */
const MOST = 50;

/**
 * Plans a meeting of that many minutes, 15 or more, around a dialogue. The steps add up to the minutes; each has one at
 * least; and what is listened to fits into its step.
 */
export function planAgenda(dialogue: Dialogue, minutes: number): readonly Step[] {
  const { prompts, tension } = dialogue;
  const clip = chooseClip(dialogue, Math.floor(minutes / HEARD) * 60);
  const heard = Math.ceil((clip.end - clip.start) / 60);
  // From the first question to the last: they open, go deeper and close.
  const rounds = Math.min(Math.ceil(minutes / ASKED), prompts.length - 1);
  const asked = (round: number) => prompts[Math.round((round * (prompts.length - 1)) / (rounds || 1))];
  const steps: Omit<Step, 'minutes'>[] = [
    { name: 'welcome' },
    { name: 'before' },
    { name: 'listen', clip },
    { name: 'quiet' },
    { name: 'pairs', prompt: asked(0) },
    // A team that has one question only takes it from the pairs to all.
    { name: 'group', prompt: asked(Math.min(rounds, 1)) },
  ];
  for (let round = 2; round <= rounds; round++) steps.push({ name: 'group', prompt: asked(round) });
  steps.push({ name: 'after' }, { name: 'close' });
  const kept = steps.filter(({ name }) => tension || !/before|after/.test(name));
  const weigh = ({ name }: Omit<Step, 'minutes'>) => WEIGHTS[name] ?? 1;
  const minute = (minutes - heard) / kept.reduce((sum, step) => sum + weigh(step), 0);
  let sum = 0;
  return kept.map((step) => {
    // Rounded as a running sum, so that nothing is lost by it.
    const from = Math.round(sum * minute);
    sum += weigh(step);
    return { ...step, minutes: step.clip ? heard : Math.round(sum * minute) - from };
  });
}

/**
 * What to listen to in so many seconds: the whole if there is time for it; else the chapters that hold most sides of the
 * tension, and of these the longest; else the longest moment of a question; else how it begins.
 */
function chooseClip({ audio, chapters, prompts }: Dialogue, limit: number): Moment {
  const total = audio.duration || Infinity;
  let chosen = { start: 0, end: Math.min(total, limit) };
  let most = -1;
  const consider = (start: number, until: number, sides: number) => {
    const end = Math.min(until, total);
    const length = end - start;
    const worth = sides + length / limit / 2;
    if (length <= 0 || length > limit || worth <= most) return;
    chosen = { start, end };
    most = worth;
  };
  for (const { moment } of prompts) if (moment) consider(moment.start, moment.end, -1);
  chapters.forEach(({ startTime: start }, i) => {
    const sides = new Set<PoleName>();
    chapters.slice(i, i + MOST).forEach(({ pole, endTime }, k) => {
      if (pole) sides.add(pole);
      consider(start, endTime ?? chapters[i + k + 1]?.startTime ?? total, sides.size);
    });
  });
  consider(0, total, 4);
  return chosen;
}
