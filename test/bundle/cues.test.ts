import { expect } from '@open-wc/testing';
import { chapterIndexAt, cueIndexAt, nextWanted } from '../../src/bundle/cues.js';

describe('cueIndexAt', () => {
  const cues = [{ start: 1 }, { start: 4 }, { start: 4 }, { start: 9.5 }];

  it('agrees with a search from the end', () => {
    for (let time = -1; time < 12; time += 0.25) {
      let expected = cues.length - 1;
      while (expected >= 0 && cues[expected]!.start > time) expected--;
      expect(cueIndexAt(cues, time), String(time)).to.equal(expected);
    }
  });

  it('agrees with a search from the end in lists of every length', () => {
    let seed = 11;
    for (let length = 0; length < 40; length++) {
      const list = Array.from({ length }, () => ({ start: (seed = (seed * 48271) % 2147483647) % 50 }));
      list.sort((one, other) => one.start - other.start);
      for (let time = -1; time <= 51; time++) {
        expect(cueIndexAt(list, time)).to.equal(list.filter(({ start }) => start <= time).length - 1);
      }
    }
  });

  it('is before the first where there is none, or no time', () => {
    expect(cueIndexAt([], 5)).to.equal(-1);
    expect(cueIndexAt(cues, NaN)).to.equal(-1);
    expect(cueIndexAt(cues, Infinity)).to.equal(3);
  });
});

describe('chapterIndexAt', () => {
  it('finds the chapter that has begun', () => {
    const chapters = [{ startTime: 0 }, { startTime: 6 }];
    expect([-1, 0, 5.9, 6, 100].map((time) => chapterIndexAt(chapters, time))).to.deep.equal([-1, 0, 0, 1, 1]);
  });
});

describe('nextWanted', () => {
  const cues = [
    { start: 1, speaker: 'Narrator' },
    { start: 4, speaker: 'A' },
    { start: 6, speaker: 'Narrator' },
    { start: 8, speaker: 'Narrator' },
    { start: 9, speaker: 'B' },
    { start: 12, speaker: 'Narrator' },
  ];
  const withoutNarrator = (time: number): number | null =>
    nextWanted(cues, time, ({ speaker }) => speaker !== 'Narrator');

  const table: readonly (readonly [time: number, next: number | null])[] = [
    [0, null],
    [1, 4],
    [4, null],
    [5.9, null],
    [6, 9],
    [8.5, 9],
    [9, null],
    [12, Infinity],
    [99, Infinity],
  ];
  for (const [time, next] of table) {
    it(`goes on at ${next} from ${time}`, () => expect(withoutNarrator(time)).to.equal(next));
  }
});
