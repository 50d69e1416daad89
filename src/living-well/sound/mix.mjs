// Lays the sentences and the marks out in time.
import { closingMark, openingMark, turnMark } from './mark.mjs';
import { restBetween } from './prosody.mjs';
import { rate, toSamples } from './samples.mjs';

/** In seconds. The marks have the room to themselves: no speech begins before one has died away. */
const rests = { start: 0.1, afterMark: 0.3, beforeTurn: 0.65, afterTurn: 0.15, beforeClose: 0.9, end: 0.3 };

/**
 * Decides where everything goes. It notes on each cue and chapter the sample at which it begins, and hands back the
 * marks with theirs, and the length of it all.
 */
export function layOut(chapters) {
  const marks = [];
  let at = 0;
  const rest = (seconds) => (at += toSamples(seconds));
  const mark = (sound) => {
    marks.push({ sound, at });
    at += sound.length;
  };

  for (const [number, chapter] of chapters.entries()) {
    rest(number === 0 ? rests.start : rests.beforeTurn);
    chapter.at = at;
    mark(number === 0 ? openingMark() : turnMark(chapter.pole));
    rest(number === 0 ? rests.afterMark : rests.afterTurn);
    for (const [index, cue] of chapter.cues.entries()) {
      if (index > 0) rest(restBetween(chapter.cues[index - 1], cue));
      cue.at = at;
      at += cue.sound.length;
    }
  }
  rest(rests.beforeClose);
  mark(closingMark());
  rest(rests.end);
  return { marks, length: at };
}

// Encoder and decoder together put this much silence before the first sound (576 and 529 samples).
const codecDelay = 1105;

/** When something that begins at a sample of the mix is heard, in seconds. */
export const heardAt = (sample) => (codecDelay + sample) / rate;
