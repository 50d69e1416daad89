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

/** A cue as it is written. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

const GARBLED = 'has no time such as 00:01.000 --> 00:05.000; it was left out';
const timing = /^\s*([\d:]+\.\d{3})\s*-->\s*([\d:]+\.\d{3})(?!\S)/;
// No part of either can hold a `<`, so that a text of nothing but `<` is read in linear time.
const voice = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
const anyTag = /<\/?([a-z][^<>]*|[\d:.]*)>/gi;

/**
 * Reads a WebVTT file (https://www.w3.org/TR/webvtt1/). Tags are taken away and entities decoded. A cue
 * without a voice has the last one's. A cue with several voices becomes a cue for each, which share its
 * time by the length of their words. A garbled block is left out with a warning; where no cue is left, that is an error.
 */
export function parseTranscript(text: string): Transcript {
  const problems: Problem[] = [];
  const blocks: Block[] = [];
  // Where the lines of a block are put. Those of the header, of notes and of garbled blocks are never read.
  let open: string[] | null = [];
  const lines = /^\uFEFF?WEBVTT(?!\S)/.test(text) ? text.split(/\r\n?|\n/) : [];
  lines.forEach((line, index) => {
    const warn = (sentence: string): unknown => problems.push(problemAt('warning', `line ${index + 1}`, sentence));
    if (isTiming(line)) {
      // This begins the next cue, even where the empty line before it was forgotten.
      open = [];
      const [start, end] = (timing.exec(line) ?? []).slice(1).map(readClock);
      if (typeof start !== 'number' || typeof end !== 'number') return warn(GARBLED);
      if (end < start) warn(BACKWARDS);
      blocks.push({ start, end: Math.max(start, end), lines: open });
    } else if (!line) {
      open = null;
    } else if (open) {
      open.push(line);
    } else {
      open = [];
      if (!isTiming(lines[index + 1]) && !/^(NOTE|STYLE|REGION)\b/.test(line)) warn(GARBLED);
    }
    return;
  });
  const cues = inTurns(blocks);
  if (!cues[0]) problems.push(problemAt('error', '', 'must begin with WEBVTT, and have a cue with words'));
  return { cues, problems };
}

/** A cue for each voice of each block. */
function inTurns(blocks: readonly Block[]): readonly Cue[] {
  const cues: Cue[] = [];
  let speaker: string | null = null;
  for (const { start, end, lines } of blocks) {
    const turns: { readonly speaker: string | null; readonly text: string }[] = [];
    // Words and the names of voices, in turn.
    lines
      .join(' ')
      .split(voice)
      .forEach((part, index) => {
        const text = plain(part);
        if (text && index % 2) speaker = text;
        else if (text) turns.push({ speaker, text });
      });
    const total = turns.reduce((sum, { text }) => sum + text.length, 0);
    const at = (letters: number): number => start + ((end - start) * letters) / total;
    let letters = 0;
    for (const turn of turns) {
      cues.push({ ...turn, start: at(letters), end: at((letters += turn.text.length)) });
    }
  }
  return cues.sort((one, other) => one.start - other.start);
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

function isTiming(line: string | undefined): boolean {
  return !!line?.includes('-->');
}
