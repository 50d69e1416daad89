import { problemAt, type Problem } from './problems.js';

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

const timing = /^\s*(?:(\d+):)?([0-5]\d):([0-5]\d\.\d{3})\s*-->\s*(?:(\d+):)?([0-5]\d):([0-5]\d\.\d{3})(?:\s|$)/;
// A tag, or words up to the next. `<` that begins no tag is a sign like any other. Neither part holds a
// `<`, so that a text of nothing but `<` is read in linear time.
const token = /<(\/?(?:[a-z][^<>]*|[\d:.]+)?)>|[^<]+|</gi;
const voice = /^v(?:\.\S*)?\s+(\S[^]*)$/i;

/**
 * Reads a WebVTT file (https://www.w3.org/TR/webvtt1/). Tags are taken away and entities decoded. A cue
 * without a voice has the last one's. A cue with several voices becomes a cue for each, which share its
 * time by the length of their words. A garbled block is left out with a warning; where no cue is left, that is an error.
 */
export function parseTranscript(text: string): Transcript {
  const problems: Problem[] = [];
  const warn = (line: number, sentence: string): void => {
    problems.push(problemAt('warning', `line ${line + 1}`, sentence));
  };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    return failed(problems, 'line 1', 'must begin with WEBVTT: this is not a WebVTT transcript');
  }
  const cues: Cue[] = [];
  let speaker: string | null = null;
  let index = 1;
  // The rest of the header, up to the first empty line.
  while (index < lines.length && lines[index] && !isTiming(lines[index])) index++;
  while (index < lines.length) {
    if (!lines[index]) {
      index++;
      continue;
    }
    const first = index;
    if (!isTiming(lines[index]) && isTiming(lines[index + 1])) index++;
    const timed = lines[index]!;
    const body: string[] = [];
    // A line with an arrow begins the next cue, even where the empty line before it was forgotten.
    for (index++; lines[index] && !isTiming(lines[index]); index++) body.push(lines[index]!);
    if (!isTiming(timed)) {
      if (!/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(timed)) warn(first, 'begins a block without a time; it was left out');
      continue;
    }
    const match = timing.exec(timed);
    if (!match) {
      warn(
        first,
        'begins a block whose time cannot be read; write it as 00:01:02.500 --> 00:01:05.000; it was left out',
      );
      continue;
    }
    const start = seconds(match[1], match[2], match[3]);
    const end = seconds(match[4], match[5], match[6]);
    if (end < start) warn(first, 'begins a block that ends before it starts; it was kept, without a length');
    const said = spoken(body.join('\n'), speaker);
    speaker = said.speaker;
    share(said.turns, start, Math.max(start, end), cues);
  }
  if (cues.length === 0) return failed(problems, '', 'The transcript has no words: add cues with a time and text');
  return { cues: cues.sort((one, other) => one.start - other.start), problems };
}

/** Words of one voice within a cue. */
interface Turn {
  readonly speaker: string | null;
  readonly text: string;
}

/** Takes a cue's text apart by its voices, and says whose turn it is at its end. */
function spoken(text: string, before: string | null): { turns: readonly Turn[]; speaker: string | null } {
  const turns: Turn[] = [];
  let speaker = before;
  let words = '';
  const close = (): void => {
    const plain = decode(words.replace(/\s+/g, ' ').trim());
    if (plain) turns.push({ speaker, text: plain });
    words = '';
  };
  for (const [whole, tag] of text.matchAll(token)) {
    const name = tag && voice.exec(tag)?.[1];
    if (name) {
      close();
      speaker = decode(name.replace(/\s+/g, ' ').trim());
    } else if (tag === undefined) {
      words += whole;
    }
  }
  close();
  return { turns, speaker };
}

/** Gives each turn a part of the cue's time, by the length of its words. */
function share(turns: readonly Turn[], start: number, end: number, cues: Cue[]): void {
  const total = turns.reduce((sum, turn) => sum + turn.text.length, 0);
  const at = (letters: number): number => start + ((end - start) * letters) / total;
  let letters = 0;
  for (const turn of turns) {
    const from = at(letters);
    letters += turn.text.length;
    cues.push({ start: from, end: letters === total ? end : at(letters), ...turn });
  }
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['lrm', '\u200E'],
  ['rlm', '\u200F'],
]);

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    if (!decimal && !hex) return entities.get(name as string) ?? whole;
    const code = decimal ? parseInt(decimal, 10) : parseInt(hex!, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

function isTiming(line: string | undefined): boolean {
  return line !== undefined && line.includes('-->');
}

function seconds(hours = '0', minutes = '0', rest = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}

function failed(problems: readonly Problem[], path: string, sentence: string): Transcript {
  return { cues: [], problems: [...problems, problemAt('error', path, sentence)] };
}
