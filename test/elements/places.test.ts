import { expect } from '@open-wc/testing';
import { gradeOf, readPlaces, spread, writePlaces, type Places } from '../../src/elements/tension-line/places.js';

describe('gradeOf', () => {
  const cases = [
    [-100, -2],
    [-65, -2],
    [-60, -1],
    [-20, -1],
    [-15, 0],
    [0, 0],
    [15, 0],
    [20, 1],
    [60, 1],
    [65, 2],
    [100, 2],
  ] as const;
  for (const [place, grade] of cases) {
    it(`says ${grade} for ${place}`, () => expect(gradeOf(place)).to.equal(grade));
  }
});

describe('spread', () => {
  it('counts from the first pole to the second, and leaves empty places out', () => {
    expect(spread([30, -80, 0, 35, 5])).to.deep.equal([
      [-2, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(spread([])).to.deep.equal([]);
  });
});

describe('readPlaces', () => {
  const cases: readonly Places[] = [
    { before: [], after: [] },
    { before: [0], after: [] },
    { before: [], after: [-100] },
    { before: [-40, 0, 100], after: [5, -5] },
  ];
  for (const places of cases) {
    it(`reads ${JSON.stringify(places)} as it was written`, () => {
      expect(readPlaces(writePlaces(places))).to.deep.equal(places);
    });
  }

  it('takes what cannot be read for nobody', () => {
    expect(readPlaces('{"before":"there"}')).to.deep.equal({ before: [], after: [] });
  });
});

describe('writePlaces', () => {
  it('writes nothing where nobody stands', () => expect(writePlaces({ before: [], after: [] })).to.equal(''));
});
