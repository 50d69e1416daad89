import { readClock, writeClock } from '../../bundle/clock.js';
import { problemAt, type Problem } from '../../bundle/problems.js';
import type { Bundle, Dialogue, Text } from '../../bundle/schema.js';
import { parseTranscript } from '../../bundle/transcript.js';
import { someOf } from './languages.js';
import { fieldsOf, listOf } from '../places.js';
import { placeholderIn } from './wording.js';

/** What may be said of so many lines is said once, with the first and the count. */
const MOST_LINES = 5;

/** What is wrong with the words of a dialogue, and with how they fit its sound and people. */
export function checkTranscript(text: string, path: string, dialogue: Dialogue, bundle: Bundle): readonly Problem[] {
  const { cues, problems: read } = parseTranscript(text);
  const problems: Problem[] = read.slice(0, MOST_LINES).map((problem) => {
    const where = problem.path ? `, ${problem.path}, ` : ' ';
    const sentence = problem.message.slice((problem.path || 'The file').length + 1);
    return { level: problem.level, path, message: `${path}${where}${sentence}` };
  });
  const warn = (sentence: string): unknown => problems.push(problemAt('warning', path, sentence));
  if (read.length > MOST_LINES) warn(`has ${read.length - MOST_LINES} more lines of that kind`);
  if (!cues[0]) return problems;

  const times = timesIn(text);
  const early = times.filter(({ start }, i) => i > 0 && start < times[i - 1]!.start);
  if (early[0]) {
    warn(
      `has ${some(early.length, 'cue')} out of order, the first at ${writeClock(early[0].start)}: sort them by when they start`,
    );
  }
  const inOrder = [...times].sort((one, other) => one.start - other.start);
  const overlaps = inOrder.filter(({ start }, i) => i > 0 && start < inOrder[i - 1]!.end - 0.05);
  if (overlaps[0]) {
    warn(
      `has ${some(overlaps.length, 'cue')} that ${overlaps.length === 1 ? 'begins' : 'begin'} before the last one ends, the first at ${writeClock(overlaps[0].start)}: let each end first`,
    );
  }
  const { duration } = dialogue.audio;
  const end = Math.max(...cues.map((cue) => cue.end));
  if (duration && end > duration + 1) {
    warn(
      `goes on to ${writeClock(end)}, beyond the end of the sound at ${writeClock(duration)}: is it that of another recording?`,
    );
  } else if (duration > 60 && end < duration * 0.8) {
    warn(`ends at ${writeClock(end)}, and the sound goes on to ${writeClock(duration)}: write down the rest`);
  }

  const known = new Set(
    [
      ...bundle.participants.flatMap(({ name, role }) => [name, role]),
      ...bundle.speakers.map(({ role }) => role),
    ].flatMap((words) => allOf(words).map(folded)),
  );
  const speakers = [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))];
  const strangers = speakers.filter((speaker) => !known.has(folded(speaker)));
  if (strangers[0]) {
    warn(
      `has ${strangers.length === 1 ? 'a speaker' : 'speakers'} whom the bundle does not know: ${someOf(strangers)}. Write names as in participants, or add them to speakers`,
    );
  }
  if (!speakers[0] && dialogue.participants.length > 1) warn('does not say who speaks: begin cues with <v Name>');
  const placeholder = cues.find((cue) => /lorem ipsum|TODO|FIXME/i.test(placeholderIn(cue.text) ?? ''));
  if (placeholder)
    warn(
      `holds “${placeholderIn(placeholder.text)}” at ${writeClock(placeholder.start)} in place of words: write them`,
    );
  return problems;
}

/** The times of the cues in the order of the file. */
function timesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const pair = (from: unknown, to: unknown): { start: number; end: number }[] => {
    const start = readClock(from);
    return start === null ? [] : [{ start, end: readClock(to) ?? start }];
  };
  if (/^\uFEFF?\s*\{/.test(text)) {
    const { segments } = fieldsOf(JSON.parse(text.trim()));
    return listOf(segments).flatMap((segment) => pair(fieldsOf(segment)['startTime'], fieldsOf(segment)['endTime']));
  }
  const lines = text.matchAll(/^\s*([\d:]+[.,]\d{3})\s*-->\s*([\d:]+[.,]\d{3})/gm);
  return [...lines].flatMap(([, from, to]) => pair(from?.replace(',', '.'), to?.replace(',', '.')));
}

function allOf(words: Text): readonly string[] {
  return typeof words === 'string' ? [words] : Object.values(words);
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function some(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
