import type { Step } from '../../bundle/agenda.js';
import { writeClock } from '../../bundle/clock.js';
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

/** The record of a meeting: a title, and under each heading some lines. */
export interface SessionRecord {
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

/** Tells of a meeting what its people may want to keep: what they did, asked, felt and noted. */
export function recordOf({ dialogue, steps, session, places, notes }: Held, reading: Reading): SessionRecord {
  const { phrases, bundle } = reading;
  const { times, used, since } = session;
  const done = steps.filter((_, i) => used[i]! >= 1);
  const date = new Date(since).toLocaleDateString(phrases.language, { dateStyle: 'long' });
  const placed = (words: string, stage: keyof Places) =>
    places[stage][0] === undefined ? [] : [`${words}: ${standing(places[stage], dialogue.tension!, reading)}`];
  const parts = [
    { heading: plain(bundle.title, reading), lines: [date] },
    {
      heading: phrases.agenda,
      lines: steps.flatMap((step, i) =>
        done.includes(step)
          ? [`${stepName(step, reading)}: ${phrases.place(writeClock(used[i]!), writeClock(times[i]! * 60))}`]
          : [],
      ),
    },
    {
      heading: phrases.questionNow,
      lines: [...new Set(done.flatMap(({ prompt }) => (prompt ? [plain(prompt.text, reading)] : [])))],
    },
    {
      heading: phrases.whereStand,
      lines: [...placed(phrases.beforeListening, 'before'), ...placed(phrases.afterListening, 'after')],
    },
    ...NOTES.map((note) => ({
      heading: phrases[note],
      lines: notes[note].split('\n').flatMap((line) => line.trim() || []),
    })),
  ];
  return { title: plain(dialogue.title, reading), parts: parts.filter(({ lines }) => lines[0]) };
}

/** What a step is called. */
export function stepName({ name }: Step, { phrases }: Reading): string {
  return name === 'before' ? phrases.beforeListening : name === 'after' ? phrases.afterListening : phrases[name];
}

/** A record as Markdown, which reads well as plain text, too. */
export function asMarkdown({ title, parts }: SessionRecord): string {
  const written = parts.map(
    ({ heading, lines }) => `\n## ${heading}\n\n${lines.map((line) => `- ${line}\n`).join('')}`,
  );
  return `# ${title}\n${written.join('')}`;
}

/** A record as a page of its own. */
export function asHtml({ title, parts }: SessionRecord, language: string): string {
  const written = parts.map(
    ({ heading, lines }) =>
      `<h2>${escape(heading)}</h2><ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`,
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escape(title)}</title><h1>${escape(title)}</h1>${written.join('')}`;
}

function escape(words: string): string {
  return words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
