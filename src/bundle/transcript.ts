import { readClock } from './clock.js';
import { BACKWARDS, problemAt, type Problem } from './problems.js';

/** Something said, with its times in seconds; plain text. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Who says it, null where the transcript has not told yet. */
  readonly speaker: string | null;
  readonly text: string;
}

/** The cues of a transcript in the order they start, and what was wrong with it. */
export interface Transcript {
  readonly cues: readonly Cue[];
  readonly problems: readonly Problem[];
}

const GARBLED = 'has no time such as 00:01.000 --> 00:05.000';
const timing = /^\s*([\d:]+[.,]\d{3})\s*-->\s*([\d:]+[.,]\d{3})(?!\S)/;
const webVtt = /^\uFEFF?WEBVTT(?!\S)/;
const subRip = /^\uFEFF?\s*\d+[ \t]*\r?\n[\d:]+,\d{3} -->/;
// In SubRip a speaker stands before a colon; a sentence with a colon in it is no speaker.
const namedLine = /^(\p{Lu}[^:.?!]{0,40}): (?=\S)/u;
// No part of either can hold a `<`, so that a text of nothing but `<` is read in linear time.
const voice = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
const anyTag = /<\/?([a-z][^<>]*|[\d:.]*)>/gi;

/**
 * Reads a transcript and tells what is wrong with it. A garbled block is left out with a warning; where no cue is left,
 * that is an error. The kinds are those of {@link readCues}.
 */
export function parseTranscript(text: string): Transcript {
  const problems: Problem[] = [];
  const lines = linesOf(text);
  lines.forEach((line, index) => {
    const warn = (sentence: string): unknown => problems.push(problemAt('warning', `line ${index + 1}`, sentence));
    if (isTiming(line)) {
      const [start, end] = timesOf(line);
      if (typeof start !== 'number' || typeof end !== 'number') warn(GARBLED);
      else if (end < start) warn(BACKWARDS);
    } else if (line && lines[index - 1] === '') {
      // The first line of a block: the name of a cue, or what is no cue.
      if (!isTiming(lines[index + 1] ?? '') && !/^(NOTE|STYLE|REGION)\b/.test(line)) warn(GARBLED);
    }
  });
  const cues = readCues(text);
  if (!cues[0])
    problems.push(problemAt('error', '', 'must be a WebVTT, SRT or JSON transcript, and have a cue with words'));
  return { cues, problems };
}

/**
 * The cues of a transcript: WebVTT (https://www.w3.org/TR/webvtt1/), SubRip, or the JSON of Podcasting 2.0
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md). Tags are taken away and
 * entities decoded. A cue without a voice has the last one's. A cue with several voices becomes a cue for each, which
 * share its time by the length of their words. Segments of JSON that are less than a sentence are joined.
 */
export function readCues(text: string): readonly Cue[] {
  const cues = /^\uFEFF?\s*\{/.test(text) ? segmentsOf(text) : turnsOf(text);
  return cues.sort((one, other) => one.start - other.start);
}

function turnsOf(text: string): Cue[] {
  const cues: Cue[] = [];
  let speaker: string | null = null;
  for (const { start, end, lines } of blocksOf(text)) {
    const turns: { readonly speaker: string | null; readonly text: string; readonly from: number }[] = [];
    let letters = 0;
    // Words and the names of voices, in turn.
    const words = lines.join(' ');
    const parts = subRip.test(text) ? words.split(namedLine) : words.split(voice);
    parts.forEach((part, index) => {
      const text = plain(part);
      if (text && index % 2) speaker = text;
      else if (text) {
        turns.push({ speaker, text, from: letters });
        letters += text.length;
      }
    });
    const at = (letter: number): number => start + ((end - start) * letter) / letters;
    for (const { speaker, text, from } of turns) {
      cues.push({ start: at(from), end: at(from + text.length), speaker, text });
    }
  }
  return cues;
}

/** What a JSON transcript holds, as far as it can be read. */
function segmentsOf(json: string): Cue[] {
  const cues: Cue[] = [];
  for (const { startTime, endTime, speaker, body } of segmentsIn(json)) {
    const [start, end] = [readClock(startTime), readClock(endTime)];
    if (start === null || typeof body !== 'string' || !body.trim()) continue;
    const last = cues.at(-1);
    const name = typeof speaker === 'string' && speaker ? speaker : (last?.speaker ?? null);
    const cue = { start, end: Math.max(start, end ?? start), speaker: name, text: body.replace(/\s+/g, ' ').trim() };
    // Some write a segment a word.
    if (last?.speaker === name && last.text.length < 200 && !/[.?!…]["'”’]?$/.test(last.text)) {
      cues[cues.length - 1] = { ...last, end: cue.end, text: `${last.text} ${cue.text}` };
    } else cues.push(cue);
  }
  return cues;
}

function segmentsIn(json: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const { segments } = JSON.parse(json.trim()) as { segments: unknown[] };
    return segments.map((segment) => Object(segment) as Record<string, unknown>);
  } catch {
    // It is told as a transcript without words.
    return [];
  }
}

/** The blocks that have times, and the lines of each. */
function blocksOf(text: string): readonly { readonly start: number; readonly end: number; readonly lines: string[] }[] {
  const blocks = [];
  // Where lines are put. Those of the header, of notes and of garbled blocks are never read.
  let open: string[] = [];
  for (const line of linesOf(text)) {
    if (isTiming(line)) {
      // This begins the next cue, even where the empty line before it was forgotten.
      open = [];
      const [start, end] = timesOf(line);
      if (typeof start === 'number' && typeof end === 'number') {
        blocks.push({ start, end: Math.max(start, end), lines: open });
      }
    } else if (line) open.push(line);
    else open = [];
  }
  return blocks;
}

function linesOf(text: string): readonly string[] {
  return webVtt.test(text) || subRip.test(text) ? text.split(/\r\n?|\n/) : [];
}

function isTiming(line: string): boolean {
  return line.includes('-->');
}

/** The start and the end that a line tells, where it is not garbled. */
function timesOf(line: string): readonly (number | null)[] {
  return (timing.exec(line) ?? []).slice(1).map((time) => readClock(time.replace(',', '.')));
}

// A page's own `&constructor;` is no entity: the table inherits nothing.
const entities: Readonly<Record<string, string>> = {
  __proto__: null as never,
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Words without tags and entities, their spaces as a browser shows them. */
function plain(words: string): string {
  return words
    .replace(anyTag, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&(?:#(x?[\da-f]+)|([a-z]+));/gi, (whole, number: string | undefined, name: string) => {
      if (!number) return entities[name] ?? whole;
      const code = Number(`0${number}`);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\uFFFD';
    });
}
