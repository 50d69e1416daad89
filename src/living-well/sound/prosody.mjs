// How a sentence is said for where it stands: its pace, its pitch, and the rests in and after it.
import { turnsOf } from './speech.mjs';

export const countWords = (words) => words.split(/\s+/).length;
export const isQuestion = ({ words }) => words.endsWith('?');

/** A comma or a colon asks for at least this much rest, in seconds. The engines hurry over them. */
export const innerRests = { ',': 0.22, ';': 0.36, ':': 0.4 };

/** Rests between sentences, in seconds. A question is given time to be heard. */
const rests = { sentence: 0.44, speaker: 0.66, afterQuestion: 0.35 };

/** The pitch of a turn falls from its first sentence to its last, as people let it fall. In semitones. */
const pitch = { opening: 0.35, closing: -0.55, question: 0.2 };

/** Short sentences take their time, long ones move on, and the last of a turn comes to rest. */
function paceOf(cue, isLast) {
  const length = countWords(cue.words);
  const byLength = length <= 6 ? 0.94 : length >= 14 ? 1.03 : 1;
  return byLength * (isLast ? 0.97 : 1) * (isQuestion(cue) ? 0.97 : 1);
}

function pitchOf(cue, index, count) {
  const part = count === 1 ? 0.5 : index / (count - 1);
  return pitch.opening + part * (pitch.closing - pitch.opening) + (isQuestion(cue) ? pitch.question : 0);
}

/** Notes on each cue of a chapter how it is to be said. */
export function shapeChapter(chapter) {
  for (const turn of turnsOf(chapter)) {
    for (const [index, cue] of turn.entries()) {
      cue.pace = paceOf(cue, index === turn.length - 1);
      cue.pitch = pitchOf(cue, index, turn.length);
    }
  }
}

/** The rest between two cues of one chapter. */
export function restBetween(one, next) {
  const rest = one.speaker === next.speaker ? rests.sentence : rests.speaker;
  return rest + (isQuestion(one) ? rests.afterQuestion : 0);
}
