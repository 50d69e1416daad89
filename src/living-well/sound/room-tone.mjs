// The sound of a quiet room, so that no rest is a hole. Nobody should notice it.
import { fade, rate, toAmplitude, toSamples } from './samples.mjs';

const level = -65;
const cutoff = 500;
const ends = 0.6;

/** Numbers that look random and are the same each time. */
function* noise() {
  let state = 20220701;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 31 - 1;
  }
}

/** Soft low noise of so many samples, which comes and goes at the ends of the recording. */
export function roomTone(length) {
  const sound = new Float32Array(length);
  const source = noise();
  const weight = 1 - Math.exp((-2 * Math.PI * cutoff) / rate);
  let [low, lower, power] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    low += weight * (source.next().value - low);
    // What lies below hearing is taken out again, for it would only waste room.
    lower += 0.01 * (low - lower);
    sound[at] = low - lower;
    power += sound[at] ** 2;
  }
  const gain = toAmplitude(level) / Math.sqrt(power / length);
  return fade(
    sound.map((value) => value * gain),
    toSamples(ends),
    toSamples(ends),
  );
}
