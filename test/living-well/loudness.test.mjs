import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RATE, integratedLoudness, largestJump, samplePeak, truePeak } from '../support/loudness.mjs';

const amplitude = (decibels) => 10 ** (decibels / 20);

/** A sine of so many Hz, one stretch after another, each with its own level in dBFS and length in seconds. */
function sine(hertz, stretches, phase = 0) {
  const levels = stretches.flatMap(([level, length]) => Array(Math.round(length * RATE)).fill(amplitude(level)));
  return Float32Array.from(levels, (level, at) => level * Math.sin((2 * Math.PI * hertz * at) / RATE + phase));
}

function assertNear(actual, expected, within, name) {
  assert.ok(Math.abs(actual - expected) <= within, `${name}: ${actual}, not ${expected}`);
}

describe('integratedLoudness', () => {
  it('reads a sine of 997 Hz at full scale as the standard says, and a quieter one as much lower', () => {
    for (const level of [0, -13, -20, -40]) {
      assertNear(integratedLoudness(sine(997, [[level, 5]])), level - 3.01, 0.02, `${level} dBFS`);
    }
  });

  it('hears low notes as softer and high ones as louder, as other meters do', () => {
    // Read from ffmpeg's own meter (ebur128), to a tenth.
    const read = { 50: -27.6, 100: -24.8, 400: -23.7, 997: -23.0, 2000: -20.6, 5000: -19.7, 10000: -19.7 };
    for (const [hertz, loudness] of Object.entries(read)) {
      assertNear(integratedLoudness(sine(hertz, [[-20, 5]])), loudness, 0.06, `${hertz} Hz`);
    }
  });

  it('leaves out what is quiet beside the rest, and what is nearly silent', () => {
    // The third and fourth signals of EBU Tech 3341, 3 LU lower since here they come from one speaker and not from two.
    const quietEnds = [-36, -23, -36].map((level, index) => [level, [10, 60, 10][index]]);
    const silentEnds = [[-72, 10], ...quietEnds, [-72, 10]];
    assertNear(integratedLoudness(sine(1000, quietEnds)), -26, 0.1, 'quiet ends');
    assertNear(integratedLoudness(sine(1000, silentEnds)), -26, 0.1, 'silent ends');
  });

  it('counts what is only a little quieter', () => {
    const power = (10 ** -2 + 10 ** -2.6) / 2;
    const expected = 10 * Math.log10(power) - 3.01;
    const stretches = [
      [-20, 30],
      [-26, 30],
    ];
    assertNear(integratedLoudness(sine(997, stretches)), expected, 0.05, 'two levels');
  });

  it('finds nothing in silence, nor in less than one block', () => {
    assert.equal(integratedLoudness(new Float32Array(RATE)), -Infinity);
    assert.equal(integratedLoudness(sine(997, [[0, 0.3]])), -Infinity);
  });
});

describe('truePeak', () => {
  it('finds the top of a wave that every sample misses', () => {
    const missed = sine(RATE / 4, [[0, 0.1]], Math.PI / 4);
    assertNear(samplePeak(missed), -3.01, 0.01, 'samples');
    // The ends of a wave that begins at once ring a little, as they should; its middle does not.
    assertNear(truePeak(missed.map((value, at) => value * Math.sin((Math.PI * at) / missed.length))), 0, 0.1, 'wave');
  });

  it('is the level of a plain tone', () => {
    for (const level of [-1, -12]) assertNear(truePeak(sine(440, [[level, 0.5]])), level, 0.05, `${level} dBFS`);
  });
});

describe('largestJump', () => {
  it('sees a cut within a wave, and the wave alone as smooth', () => {
    const tone = sine(200, [[-20, 0.1]]);
    const smooth = (2 * Math.PI * 200 * amplitude(-20)) / RATE;
    assertNear(largestJump(tone), smooth, 1e-4, 'smooth');
    const cut = tone.map((value, at) => (at < 0.05 * RATE + RATE / 800 ? value : 0));
    assertNear(largestJump(cut), amplitude(-20), 1e-3, 'cut');
  });

  it('looks only where it is told to', () => {
    const step = Float32Array.from({ length: 100 }, (_, at) => (at < 50 ? 0 : 0.5));
    assert.equal(largestJump(step, 0, 50), 0);
    assert.equal(largestJump(step, 50, 51), 0.5);
    assert.equal(samplePeak(step, 0, 50), -Infinity);
    assertNear(samplePeak(step, 50), -6.02, 0.01, 'peak');
  });
});
