// Reads a speech file, whose form is told at the top of speak.mjs.
import { fail } from './tools.mjs';

/** Reads a speech file into chapters of cues. A cue is one sentence of one speaker. */
export function readSpeech(text, where, speakers) {
  const chapters = [];
  for (const [index, line] of text.split('\n').entries()) {
    const at = `${where}, line ${index + 1}`;
    const heading = /^# (.+?)(?: \| (a|b|third))?$/.exec(line);
    const sentence = /^([^:@]+): (.+?)((?: @[a-z0-9-]+)*)$/.exec(line);
    if (line.trim() === '') continue;
    if (heading) {
      chapters.push({ title: heading[1], pole: heading[2], cues: [] });
    } else if (sentence) {
      const [, speaker, words, names] = sentence;
      if (!speakers.includes(speaker)) fail(`${at}: no voice is known for the speaker ${speaker}.`);
      if (chapters.length === 0) fail(`${at}: a chapter must begin before the first sentence.`);
      chapters.at(-1).cues.push({ speaker, words, moments: names.split(' @').slice(1), at });
    } else {
      fail(`${at}: this is neither a chapter nor a sentence with a speaker.`);
    }
  }
  for (const { title, cues } of chapters) if (cues.length === 0) fail(`${where}: the chapter ${title} says nothing.`);
  return chapters;
}

/** What one speaker says without a break: the paragraphs of speech. */
export function turnsOf({ cues }) {
  const turns = [];
  for (const cue of cues) {
    if (turns.at(-1)?.[0].speaker === cue.speaker) turns.at(-1).push(cue);
    else turns.push([cue]);
  }
  return turns;
}

/** The cues of each speaker, by the speaker's name. */
export function bySpeaker(cues) {
  const own = new Map();
  for (const cue of cues) own.set(cue.speaker, [...(own.get(cue.speaker) ?? []), cue]);
  return own;
}
