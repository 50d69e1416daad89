import { writeClock } from '../../bundle/clock.js';
import { problemAt, type Problem } from '../../bundle/problems.js';
import type { AudioSource, Dialogue } from '../../bundle/schema.js';
import { measureMp3 } from '../mp3.js';
import type { Got } from '../reading.js';

/** Enough of a file's beginning to see whether its bit rate changes. */
export const BEGINNING = 262_144;

/** Whether a source is an MP3, by what the bundle says or by its name. */
export function isMp3({ src, type }: AudioSource): boolean {
  return type ? /^audio\/(?:mpeg|mp3)\b/i.test(type) : /\.mp3(?:[?#]|$)/i.test(src);
}

/** What is wrong with a file of sound, and with what the bundle says of it. */
export function checkSound(got: Got, source: AudioSource, path: string, dialogue: Dialogue): readonly Problem[] {
  if (!isMp3(source)) return [];
  const problems: Problem[] = [];
  const warn = (at: string, sentence: string): unknown => problems.push(problemAt('warning', at, sentence));
  const mp3 = measureMp3(got.bytes, got.size);
  if (!mp3) {
    warn(`${path}.src`, 'is not an MP3, as the bundle says: name its own type, or export it again');
    return problems;
  }
  if (mp3.isVariable) {
    warn(
      `${path}.src`,
      'is an MP3 of variable bit rate, which drifts from its transcript: export it at a constant bit rate',
    );
  }
  const { duration } = dialogue.audio;
  const told = path.replace(/\.sources\[\d+\]$/, '.duration');
  const seconds = Math.round(mp3.seconds * 100) / 100;
  // A beginning of a variable rate without a summary tells no length.
  const isSure = got.bytes.length >= got.size || !mp3.isVariable;
  if (!duration) warn(told, `is not told: write ${seconds}, which is the length of the sound`);
  else if (isSure && Math.abs(duration - mp3.seconds) > Math.max(1.5, duration * 0.005)) {
    warn(told, `says ${writeClock(duration)}, and the sound lasts ${writeClock(mp3.seconds)}: write ${seconds}`);
  }
  return problems;
}
