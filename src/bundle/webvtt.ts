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
const timing = /^\s*([\d:]+\.\d{3})\s*-->\s*([\d:]+\.\d{3})(?!\S)/;
// No part of either can hold a `<`, so that a text of nothing but `<` is read in linear time.
const voice = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
const anyTag = /<\/?([a-z][^<>]*|[\d:.]*)>/gi;

/**
 * Reads a WebVTT file (https://www.w3.org/TR/webvtt1/) and tells what is wrong with it. A garbled block is left out
 * with a warning; where no cue is left, that is an error.
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
  if (!cues[0]) problems.push(problemAt('error', '', 'must begin with WEBVTT, and have a cue with words'));
  return { cues, problems };
}

/**
 * The cues of a WebVTT file. Tags are taken away and entities decoded. A cue without a voice has the last one's. A
 * cue with several voices becomes a cue for each, which share its time by the length of their words.
 */
export function readCues(text: string): readonly Cue[] {
  const cues: Cue[] = [];
  let speaker: string | null = null;
  for (const { start, end, lines } of blocksOf(text)) {
    const turns: { readonly speaker: string | null; readonly text: string; readonly from: number }[] = [];
    let letters = 0;
    // Words and the names of voices, in turn.
    const parts = lines.join(' ').split(voice);
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
  return cues.sort((one, other) => one.start - other.start);
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
  return /^\uFEFF?WEBVTT(?!\S)/.test(text) ? text.split(/\r\n?|\n/) : [];
}

function isTiming(line: string): boolean {
  return line.includes('-->');
}

/** The start and the end that a line tells, where it is not garbled. */
function timesOf(line: string): readonly (number | null)[] {
  return (timing.exec(line) ?? []).slice(1).map(readClock);
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
