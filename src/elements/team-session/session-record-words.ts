import type { Step, StepName } from '../../bundle/agenda.js';
import type { Dialogue } from '../../bundle/schema.js';
import { plain, type Reading } from '../reading.js';
import { standing } from '../tension-line/tension-line-words.js';
import type { Places } from '../tension-line/places.js';
import type { Session } from './session.js';

/** What a team writes down. */
export const NOTES = ['noticed', 'willTry', 'whoWill'] as const;
export type Notes = Readonly<Record<(typeof NOTES)[number], string>>;

/** What there is to be told of a meeting that has ended. */
export interface Held {
  readonly dialogue: Dialogue;
  readonly steps: readonly Step[];
  readonly session: Session;
  readonly places: Places;
  readonly notes: Notes;
}

/** The record of a meeting, line by line: how deep a heading it is, or 0 for mere words, and the words. */
export type SessionRecord = readonly (readonly [depth: number, words: string])[];

/** Tells of a meeting what its people may want to keep: what they did, asked, felt and noted. */
export function recordOf({ dialogue, steps, session, places, notes }: Held, reading: Reading): SessionRecord {
  const { phrases, bundle } = reading;
  const { times, from, since } = session;
  const part = (title: string, lines: readonly string[]): SessionRecord =>
    lines[0] ? [[2, title], ...lines.map((line) => [0, line] as const)] : [];
  const taken = steps.filter((_, i) => times[i] && i <= from);
  const stood = (['before', 'after'] as const).flatMap((stage) => {
    const all = places[stage];
    return all.length ? `${nameOf(stage, reading)}: ${standing(all, dialogue.tension!, reading)}` : [];
  });
  return [
    [1, plain(dialogue.title, reading)],
    ...part(plain(bundle.title, reading), [
      // Browsers that have no Welsh would take their own language.
      new Date(since).toLocaleDateString([phrases.language, 'en-GB'], { dateStyle: 'long' }),
      ...taken.map(({ name }) => nameOf(name, reading)),
    ]),
    ...part(phrases.questionNow, [
      ...new Set(taken.flatMap(({ prompt }) => (prompt ? plain(prompt.text, reading) : []))),
    ]),
    ...part(phrases.whereStand, stood),
    ...NOTES.flatMap((note) =>
      part(
        phrases[note],
        notes[note].split('\n').filter((line) => line.trim()),
      ),
    ),
  ];
}

/** What a step is called. */
export function nameOf(name: StepName, { phrases }: Reading): string {
  return name === 'before' ? phrases.beforeListening : name === 'after' ? phrases.afterListening : phrases[name];
}

/** A record as Markdown, which reads well as plain text, too. */
export function asMarkdown(record: SessionRecord): string {
  return record.map(([depth, words]) => `${'#'.repeat(depth)} ${words}`.trim()).join('\n\n');
}
