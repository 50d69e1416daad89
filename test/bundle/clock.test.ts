import { expect } from '@open-wc/testing';
import { readClock, spokenTime, writeClock, writeDuration } from '../../src/bundle/clock.js';

describe('readClock', () => {
  const cases: readonly (readonly [unknown, number | null])[] = [
    [0, 0],
    [90.5, 90.5],
    ['90', 90],
    [' 90.25 ', 90.25],
    ['1:30', 90],
    ['90:00', 5400],
    ['00:05', 5],
    ['1:02:03', 3723],
    ['1:02:03.5', 3723.5],
    ['100:00:00', 360000],
    ['PT1H2M3S', 3723],
    ['PT5M', 300],
    ['PT0.5S', 0.5],
    ['pt2m5s', 125],
    [-1, null],
    ['-1', null],
    [NaN, null],
    [Infinity, null],
    ['9'.repeat(400), null],
    ['', null],
    ['soon', null],
    ['1:75', null],
    ['1:75:00', null],
    ['1:2:3', null],
    ['1:5', null],
    ['1:', null],
    ['PT', null],
    ['P1D', null],
    ['1e3', null],
    ['0x10', null],
    ['1,5', null],
    [null, null],
    [undefined, null],
    [true, null],
    [[5], null],
    [{}, null],
  ];
  for (const [value, seconds] of cases) {
    it(`gives ${seconds} for ${typeof value} ${String(JSON.stringify(value)).slice(0, 20)}`, () => {
      expect(readClock(value)).to.equal(seconds);
    });
  }
});

describe('writeClock', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0:00'],
    [5, '0:05'],
    [59.999, '0:59'],
    [60, '1:00'],
    [723, '12:03'],
    [3723, '1:02:03'],
    [360000, '100:00:00'],
    [-4, '0:00'],
    [NaN, '0:00'],
    [Infinity, '0:00'],
  ];
  for (const [seconds, written] of cases)
    it(`writes ${seconds} as ${written}`, () => expect(writeClock(seconds)).to.equal(written));

  it('writes what readClock reads, at every second', () => {
    for (let seconds = 0; seconds < 20_000; seconds += 7) expect(readClock(writeClock(seconds))).to.equal(seconds);
  });
});

describe('writeDuration', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, 'PT0S'],
    [125, 'PT125S'],
    [3600, 'PT3600S'],
    [3723.9, 'PT3723S'],
    [NaN, 'PT0S'],
  ];
  for (const [seconds, written] of cases)
    it(`writes ${seconds} as ${written}`, () => expect(writeDuration(seconds)).to.equal(written));

  it('writes what readClock reads, at every second', () => {
    for (let seconds = 0; seconds < 20_000; seconds += 7) expect(readClock(writeDuration(seconds))).to.equal(seconds);
  });
});

describe('spokenTime', () => {
  const cases: readonly (readonly [number, string, string])[] = [
    [0, 'en-GB', '0 seconds'],
    [1, 'en-GB', '1 second'],
    [60, 'en-GB', '1 minute'],
    [125, 'en-GB', '2 minutes 5 seconds'],
    [7203, 'en-GB', '2 hours 3 seconds'],
    [125, 'de', '2 Minuten 5 Sekunden'],
    [125, 'not a language', '2 minutes 5 seconds'],
    [125, '', '2 minutes 5 seconds'],
    [NaN, 'en-GB', '0 seconds'],
  ];
  for (const [seconds, language, spoken] of cases) {
    it(`says ${seconds} in "${language}" as ${spoken}`, () => expect(spokenTime(seconds, language)).to.equal(spoken));
  }
});
