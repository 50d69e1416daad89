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

const arrow = '-->';
const timing = /^\s*([\d:]+\.\d{3})\s*-->\s*([\d:]+\.\d{3})(?!\S)/;
// Neither holds a `<`, so that a text of nothing but `<` is read in linear time.
const voice = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/i;
const tags = /<\/?([a-z][^<>]*|[\d:.]*)>/gi;

/**
 * Reads a WebVTT file (https://www.w3.org/TR/webvtt1/). Tags are taken away and entities decoded. A cue
 * without a voice has the last one's. A cue with several voices becomes a cue for each, which share its
 * time by the length of their words. A garbled block is left out with a warning; where no cue is left, that is an error.
 */
export function parseTranscript(text: string): Transcript {
  const cues: Cue[] = [];
  const problems: Problem[] = [];
  const blocks: { start: number; end: number; lines: string[] }[] = [];
  // The lines of the block that is being read; those of the header, a note or a garbled block go nowhere.
  let block: string[] | null = [];
  if (/^\uFEFF?WEBVTT(?!\S)/.test(text)) {
    text.split(/\r\n?|\n/).forEach((line, index, lines) => {
      const warn = (sentence: string): void => void problems.push(problemAt('warning', `line ${index + 1}`, sentence));
      if (line.includes(arrow)) {
        // This begins the next cue, even where the empty line before it was forgotten.
        block = [];
        const [, from, to] = timing.exec(line) ?? [];
        const start = readClock(from);
        const end = readClock(to);
        if (start === null || end === null) return warn(GARBLED);
        if (end < start) warn(BACKWARDS);
        blocks.push({ start, end: Math.max(start, end), lines: block });
      } else if (!line || block) {
        block = line ? [...block!, line] : null;
      } else {
        block = [];
        if (!lines[index + 1]?.includes(arrow) && !/^(NOTE|STYLE|REGION)\b/.test(line)) warn(GARBLED);
      }
    });
  }
  return { cues, problems };
}
