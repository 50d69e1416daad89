import { expect } from '@open-wc/testing';
import { dealt } from '../../src/elements/prompt-deck/deal.js';

describe('dealt', () => {
  it('keeps the order of the bundle when nobody shuffles', () => {
    expect(dealt(4)).to.deep.equal([0, 1, 2, 3]);
  });

  it('deals nothing from an empty deck', () => {
    expect(dealt(0)).to.deep.equal([]);
    expect(dealt(0, { shuffle: true })).to.deep.equal([]);
  });

  it('deals the one card of a deck of one', () => {
    expect(dealt(1, { shuffle: true })).to.deep.equal([0]);
  });

  it('deals every card once, whatever chance says', () => {
    for (const random of [() => 0, () => 0.5, () => 0.999999999, Math.random]) {
      const order = dealt(50, { shuffle: true, random });
      expect([...order].sort((a, b) => a - b)).to.deep.equal(Array.from({ length: 50 }, (_, i) => i));
    }
  });

  it('can deal every order of three, each from one pair of chances', () => {
    const orders = new Set<string>();
    for (const first of [0, 0.34, 0.67]) {
      for (const second of [0, 0.5]) {
        const chances = [first, second];
        orders.add(dealt(3, { shuffle: true, random: () => chances.shift()! }).join());
      }
    }
    expect([...orders].sort()).to.deep.equal(['0,1,2', '0,2,1', '1,0,2', '1,2,0', '2,0,1', '2,1,0']);
  });
});
