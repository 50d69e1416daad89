import type { Cue } from './transcript.js';

/** What was said as plain text: a paragraph for each turn, under the name of who speaks. */
export function writePlain(cues: readonly Cue[]): string {
  return cues
    .map(({ speaker, text }, i) =>
      speaker === cues[i - 1]?.speaker && i ? ` ${text}` : `\n\n${speaker ? `${speaker}:\n` : ''}${text}`,
    )
    .join('')
    .trim()
    .concat('\n');
}

/** What was said as a WebVTT file (https://www.w3.org/TR/webvtt1/), each cue with its voice. */
export function writeWebVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, speaker, text }) => {
    const words = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    return `${stamp(start)} --> ${stamp(end)}\n${speaker ? `<v ${speaker.replace(/[<>]/g, '')}>` : ''}${words}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** Seconds as WebVTT writes them: `01:02:03.456`. */
function stamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, -1);
}
