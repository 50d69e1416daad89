import { expect } from '@open-wc/testing';
import { light, pairAt, pairs } from '../../src/styles/art.js';

const white = '#ffffff';
const nearBlack = '#16181b';
const play = { ground: '#fffaf0', ink: '#1c1917' };
const forms = pairs.flat();

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [r, g, b] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

describe('the palette', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', white)).to.equal(21);
    expect(contrast('#767676', white)).to.be.closeTo(4.54, 0.01);
  });

  for (const { color } of forms) {
    it(`keeps ${color} apart from light and from dark`, () => {
      expect(contrast(color, white)).to.be.at.least(3);
      expect(contrast(color, nearBlack)).to.be.at.least(3);
    });

    it(`keeps the light apart from ${color}`, () => {
      expect(contrast(light, color)).to.be.at.least(2.4);
    });
  }

  it('adds up to the same light in every pair', () => {
    for (const [a, b] of pairs) {
      const sum = channels(a.color).map((channel, i) => channel + channels(b.color)[i]!);
      expect(sum).to.deep.equal(channels(light));
    }
  });

  it('keeps the sign on the play button legible beyond any doubt', () => {
    expect(contrast(play.ink, play.ground)).to.be.at.least(7);
    expect(contrast(play.ink, light)).to.be.at.least(7);
  });

  it('has no two forms alike in a pair, nor two pairs alike', () => {
    for (const [a, b] of pairs) expect(a.path).not.to.equal(b.path);
    expect(new Set(pairs.map(([a, b]) => a.path + b.path)).size).to.equal(pairs.length);
    expect(new Set(forms.map(({ color }) => color)).size).to.equal(forms.length);
  });
});

describe('pairAt', () => {
  it('gives what has no tension the pair of the series', () => {
    expect(pairAt(0)).to.equal(0);
  });

  it('gives each tension in turn a pair of its own, and begins again after the last', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(pairAt)).to.deep.equal([1, 2, 3, 4, 5, 1, 2]);
  });
});
