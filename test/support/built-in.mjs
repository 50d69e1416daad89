import { existsSync, readFileSync, statSync } from 'node:fs';

const room = new URL('../../src/living-well/', import.meta.url);

/** A file of the built-in bundle, by its path beside `bundle.json`. */
export const read = (path) => readFileSync(new URL(path, room));
export const exists = (path) => existsSync(new URL(path, room));
export const weigh = (path) => statSync(new URL(path, room)).size;

export const bundle = JSON.parse(read('bundle.json'));
export const { dialogues } = bundle;
export const withTension = dialogues.filter(({ tension }) => tension);
export const dialogueById = (id) => dialogues.find((dialogue) => dialogue.id === id);

/** Values that nobody reads as words. */
const machinery = /\.(id|src|type|url|language|phone|recorded|pole|dialogue|narrator|participants\.\d+)$/;

/** Every text that people read in a part of the bundle, with the path that leads to it. */
export function* textsIn(value, path = 'bundle') {
  // A participant is a list's item in one place and an id in another; only the id is a string.
  if (typeof value === 'string') {
    if (!machinery.test(path)) yield { path, text: value };
  } else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, `${path}.${key}`);
  }
}

/** Words without their markup. */
export const unmarked = (text) => text.replace(/\[([^[\]]+)\]\([^()]*\)/g, '$1').replace(/\*([^*]+)\*/g, '$1');

export const sentencesOf = (text) => unmarked(text).split(/(?<=[.?!])\s+/);

const seconds = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const entities = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0' };
const timing = /^((?:\d+:)?\d\d:\d\d\.\d{3}) --> ((?:\d+:)?\d\d:\d\d\.\d{3})(?: .*)?$/;

/** The cues of a WebVTT file, read by the letter: what is not a note must be a cue, and somebody must speak it. */
export function readCues(vtt) {
  const [head, ...blocks] = vtt.trim().split(/\n{2,}/);
  if (!/^WEBVTT( |\n|$)/.test(head)) throw new Error('The transcript does not begin with WEBVTT.');
  let speaker;
  return blocks
    .filter((block) => !/^(NOTE|STYLE|REGION)\b/.test(block))
    .map((block) => {
      const lines = block.split('\n');
      const [, start, end] = timing.exec(lines[0]) ?? timing.exec(lines[1] ?? '') ?? [];
      const said = lines
        .slice(timing.test(lines[0]) ? 1 : 2)
        .join(' ')
        .trim();
      speaker = /^<v(?:\.\S+)? ([^>]+)>/.exec(said)?.[1] ?? speaker;
      const text = said
        .replace(/<[^>]*>/g, '')
        .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)
        .trim();
      if (!start || !speaker || !text) throw new Error(`This is not a cue with a speaker and words: ${block}`);
      return { start: seconds(start), end: seconds(end), speaker, text };
    });
}

/** What is said in a dialogue: the cues of its first transcript. */
export const cuesOf = ({ transcript }) => readCues(read(transcript[0].src).toString());

/** Every text of the bundle and every cue of its transcripts, with where it stands. */
export function allTexts() {
  return [
    ...textsIn(bundle),
    ...dialogues.flatMap((dialogue) =>
      cuesOf(dialogue).map(({ text }, index) => ({ path: `${dialogue.transcript[0].src}, cue ${index + 1}`, text })),
    ),
  ];
}
