// How loud a recording is to the ear, after ITU-R BS.1770-4. Pure, so that it runs in Node and in a page alike.

/** The rate for which BS.1770 prints its filters. Decode to it; other rates need other numbers. */
export const RATE = 48000;

// Tables 1 and 2 of the standard: the head's own shelf, then a high pass, since the ear counts low notes for less.
const shelf = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
const highPass = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

const BLOCK = 0.4 * RATE;
const STEP = BLOCK / 4;
const SILENCE = -70;
const BELOW_MEAN = -10;

const toLoudness = (power) => -0.691 + 10 * Math.log10(power);
const toDecibels = (amplitude) => 20 * Math.log10(amplitude);
const mean = (list) => list.reduce((sum, item) => sum + item, 0) / list.length;

function filter(samples, { b: [b0, b1, b2], a: [a1, a2] }) {
  const filtered = new Float64Array(samples.length);
  let [s1, s2] = [0, 0];
  for (let at = 0; at < samples.length; at += 1) {
    const x = samples[at];
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    filtered[at] = y;
  }
  return filtered;
}

/**
 * The integrated loudness of one channel, in LUFS: blocks of 400 ms that overlap by three quarters, without those below
 * -70 LUFS, and then without those 10 LU below the mean of the rest. `-Infinity` where nothing is loud enough to count.
 *
 * @param {ArrayLike<number>} samples Between -1 and 1, at 48 kHz.
 */
export function integratedLoudness(samples) {
  const heard = filter(filter(samples, shelf), highPass);
  const powers = [];
  for (let from = 0; from + BLOCK <= heard.length; from += STEP) {
    let sum = 0;
    for (let at = from; at < from + BLOCK; at += 1) sum += heard[at] * heard[at];
    powers.push(sum / BLOCK);
  }
  const audible = powers.filter((power) => toLoudness(power) > SILENCE);
  const gate = toLoudness(mean(audible)) + BELOW_MEAN;
  const counted = audible.filter((power) => toLoudness(power) > gate);
  return counted.length > 0 ? toLoudness(mean(counted)) : -Infinity;
}

const PHASES = 4;
const TAPS = 24;

// What lies between two samples: for each quarter of the way, the weights of the samples around it.
const between = Array.from({ length: PHASES - 1 }, (_, phase) => {
  const weights = Array.from({ length: TAPS }, (_, tap) => {
    const x = tap - (TAPS / 2 - 1) - (phase + 1) / PHASES;
    const hann = 0.5 + 0.5 * Math.cos((2 * Math.PI * x) / TAPS);
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * hann;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
});

/** The true peak in dBTP: the highest point of the wave itself, also between samples, of which it sees three. */
export function truePeak(samples) {
  let peak = 0;
  for (let at = 0; at < samples.length; at += 1) {
    peak = Math.max(peak, Math.abs(samples[at]));
    for (const weights of between) {
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap += 1) sum += weights[tap] * (samples[at + tap - (TAPS / 2 - 1)] ?? 0);
      peak = Math.max(peak, Math.abs(sum));
    }
  }
  return toDecibels(peak);
}

/** The loudest sample of a stretch, in dBFS. */
export function samplePeak(samples, from = 0, to = samples.length) {
  let peak = 0;
  for (let at = Math.max(0, from); at < Math.min(to, samples.length); at += 1) {
    peak = Math.max(peak, Math.abs(samples[at]));
  }
  return toDecibels(peak);
}

/** The largest step from one sample to the next within a stretch: what a click is made of. */
export function largestJump(samples, from = 0, to = samples.length) {
  let jump = 0;
  for (let at = Math.max(1, from); at < Math.min(to, samples.length); at += 1) {
    jump = Math.max(jump, Math.abs(samples[at] - samples[at - 1]));
  }
  return jump;
}
