// The times that were measured: in the transcript, and in bundle.json.
import { heardAt } from './mix.mjs';
import { fail } from './tools.mjs';

export const round = (seconds) => Math.round(seconds * 100) / 100;
const startOf = (cue) => heardAt(cue.at);
const endOf = (cue) => heardAt(cue.at + cue.sound.length);

function clock(seconds) {
  const ms = Math.round(seconds * 1000);
  const part = (value, width) => String(value).padStart(width, '0');
  return `${part(Math.floor(ms / 3600000), 2)}:${part(Math.floor(ms / 60000) % 60, 2)}:${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
}

export function transcript(cues) {
  const escape = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const blocks = cues.map(
    (cue, index) =>
      `${index + 1}\n${clock(startOf(cue))} --> ${clock(endOf(cue))}\n<v ${cue.speaker}>${escape(cue.words)}</v>\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** Finds the first and the last sentence of each named moment. */
function findMoments(cues) {
  const moments = new Map();
  for (const [index, cue] of cues.entries()) {
    for (const name of cue.moments) {
      const found = moments.get(name);
      if (found && found.last !== index - 1) {
        fail(`${cue.at}: the sentences of the moment ${name} must follow one another.`);
      }
      moments.set(name, { first: found?.first ?? index, last: index });
    }
  }
  return moments;
}

const byName = (list, name) => list.find(({ id }) => id === name);

/** Insists that each moment of a speech file is a prompt of its dialogue or a learning. */
export function checkMoments(bundle, dialogue, cues, where) {
  for (const name of findMoments(cues).keys()) {
    if (!byName(dialogue.prompts, name) && !byName(bundle.learnings, name)) {
      fail(`${where}: ${name} is neither a prompt of this dialogue nor a learning.`);
    }
  }
}

/** Puts the times where they belong in the bundle, and leaves all else as it is. */
export function writeTimes(bundle, spoken) {
  for (const learning of bundle.learnings) learning.evidence = [];
  for (const { id, where, chapters, cues, seconds } of spoken) {
    const dialogue = byName(bundle.dialogues, id);
    if (!dialogue) fail(`bundle.json no longer has the dialogue ${id}: nothing was written.`);
    checkMoments(bundle, dialogue, cues, where);
    dialogue.audio.duration = round(seconds);
    dialogue.chapters = chapters.map(({ title, pole, at }, index) => ({
      startTime: index === 0 ? 0 : round(heardAt(at)),
      title,
      ...(pole && { pole }),
    }));
    for (const prompt of dialogue.prompts) delete prompt.moment;
    for (const [name, { first, last }] of findMoments(cues)) {
      const moment = { start: round(startOf(cues[first])), end: round(endOf(cues[last])) };
      const prompt = byName(dialogue.prompts, name);
      if (prompt) prompt.moment = moment;
      else byName(bundle.learnings, name).evidence.push({ dialogue: id, ...moment });
    }
  }
}

const lineWidth = 120;
const plain = (value) => value === null || typeof value !== 'object';
const flat = (value) => plain(value) || Object.values(value).every(plain);

/** JSON that a person can read, and Prettier too: what is flat and fits on a line stays on it. */
export function readable(value, indent = '', taken = 0) {
  if (plain(value)) return JSON.stringify(value);
  const [open, close, space] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' '];
  const names = Object.keys(value).map((key) => (Array.isArray(value) ? '' : `${JSON.stringify(key)}: `));
  const items = (deeper) =>
    Object.values(value).map(
      (item, index) => names[index] + readable(item, deeper, deeper.length + names[index].length),
    );
  if (flat(value) || (Array.isArray(value) && value.length === 1 && flat(value[0]))) {
    const line = open + space + items('').join(', ') + space + close;
    if (taken + line.length + 1 <= lineWidth && !line.includes('\n')) return line;
  }
  const deeper = `${indent}  `;
  return `${open}\n${deeper}${items(deeper).join(`,\n${deeper}`)}\n${indent}${close}`;
}
