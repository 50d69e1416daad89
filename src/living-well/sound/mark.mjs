// The musical mark: two tones, the two poles, sound alone. They leave an open fifth. Then a third tone joins them and
// makes a chord of it: the third way. It is computed here from sines alone, and is the same each time.
import { add, ease, rate, toAmplitude, toSamples } from './samples.mjs';

/** Pure intervals: a fifth apart, and the major third between them. In Hz. */
const root = 220;
const tones = { a: root, b: (root * 3) / 2, third: (root * 5) / 4 };

/** Between a sine and a triangle; the higher a partial, the softer it is and the sooner it is gone, as in a bell. */
const partials = [
  { times: 1, level: 1 },
  { times: 2, level: 0.22 },
  { times: 3, level: 0.11 },
  { times: 5, level: 0.035 },
];
const attack = 0.07;

/** One tone, with a soft beginning, a long decay and an end without a click. */
function tone(hertz, seconds, decay) {
  const sound = new Float32Array(toSamples(seconds));
  const release = Math.min(0.35, seconds / 2);
  for (const { times, level } of partials) {
    const fading = decay / times ** 0.8;
    for (let at = 0; at < sound.length; at += 1) {
      const time = at / rate;
      sound[at] += level * Math.exp(-time / fading) * Math.sin(2 * Math.PI * hertz * times * time);
    }
  }
  return sound.map((value, at) => value * ease(at / rate / attack) * ease((seconds - at / rate) / release));
}

/** Lays notes out in time, and brings the loudest point to a level in dBFS. */
function phrase(seconds, level, notes) {
  const sound = new Float32Array(toSamples(seconds));
  for (const { hertz, at, decay, lasts = seconds - at } of notes) add(sound, tone(hertz, lasts, decay), toSamples(at));
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return sound.map((value) => (value * toAmplitude(level)) / loudest);
}

const chord = (at, decay, spread) =>
  [tones.a, tones.b, tones.third].map((hertz, index) => ({ hertz, at: at + index * spread, decay }));

/** At the very start: one pole, the other, and both with the third tone. */
export const openingMark = () =>
  phrase(3.6, -14, [
    { hertz: tones.a, at: 0, lasts: 1, decay: 0.6 },
    { hertz: tones.b, at: 0.8, lasts: 1, decay: 0.6 },
    ...chord(1.6, 0.8, 0.04),
  ]);

/** At a chapter's turn, soft and short: the pole that the chapter belongs to, or else the chord. */
export const turnMark = (pole) =>
  phrase(1, -23, tones[pole] && pole !== 'third' ? [{ hertz: tones[pole], at: 0, decay: 0.4 }] : chord(0, 0.4, 0.05));

/** At the close the chord rings out. */
export const closingMark = () => phrase(3, -16, chord(0, 0.9, 0.12));
