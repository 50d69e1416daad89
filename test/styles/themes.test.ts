import { expect } from '@open-wc/testing';

type Color = readonly [red: number, green: number, blue: number, opacity: number];

/** Grounds and inks that pages are made of, with the `color-scheme` that such a page has. */
const pages = [
  { name: 'white', scheme: 'light', ground: '#ffffff', ink: '#1c1b1a' },
  { name: 'paper', scheme: 'light', ground: '#fbf7ef', ink: '#23201c' },
  { name: 'NHS grey', scheme: 'light', ground: '#f0f4f5', ink: '#212b32' },
  { name: 'soft ink', scheme: 'light', ground: '#ffffff', ink: '#444444' },
  { name: 'near-black', scheme: 'dark', ground: '#16181a', ink: '#ececea' },
  { name: 'slate', scheme: 'dark', ground: '#1f2937', ink: '#e5e7eb' },
] as const;

/** How the words sheet makes a quiet line. */
const QUIET = 0.9;

const link = document.createElement('link');
const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
const brush = canvas.getContext('2d', { willReadFrequently: true })!;

/** A token of the theme in force as the browser paints it on a page of that kind; `null` where the theme is silent. */
function token(name: string, page: (typeof pages)[number]): Color | null {
  const probe = document.createElement('i');
  probe.style.cssText = `color-scheme: ${page.scheme}; background-color: var(--dialogue-${name}); color: ${page.ink}`;
  document.body.append(probe);
  const isSet = getComputedStyle(probe).getPropertyValue(`--dialogue-${name}`) !== '';
  const color = channels(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return isSet ? color : null;
}

function channels(color: string): Color {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, opacity] = brush.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, opacity! / 255];
}

/** A colour laid over an opaque one. */
function over([r, g, b, opacity]: Color, ground: Color): Color {
  const mix = (top: number, below: number) => top * opacity + below * (1 - opacity);
  return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2]), 1];
}

/** WCAG 2.2, contrast ratio of opaque colours. */
function contrast(one: Color, other: Color): number {
  const luminance = (color: Color) => {
    const [r, g, b] = color.slice(0, 3).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

async function wear(theme: string): Promise<void> {
  await new Promise<void>((settle, fail) => {
    link.onload = () => settle();
    link.onerror = () => fail(new Error(`${theme}.css cannot be had`));
    link.rel = 'stylesheet';
    link.href = new URL(`../../src/styles/themes/${theme}.css`, import.meta.url).href;
    document.head.append(link);
  });
}

describe('quiet words', () => {
  for (const { name, ground, ink } of pages) {
    it(`keep 7:1 in the ink of a page of ${name}`, () => {
      const [paper, [r, g, b]] = [channels(ground), channels(ink)];
      expect(contrast(over([r, g, b, QUIET], paper), paper)).to.be.at.least(7);
    });
  }
});

for (const theme of ['living-well', 'nhs']) {
  describe(`the theme ${theme}`, () => {
    before(() => wear(theme));
    after(() => link.remove());

    for (const page of pages) {
      const ground = channels(page.ground);

      it(`keeps letters at 7:1 on a page of ${page.name}`, () => {
        for (const [text, below] of [
          ['third-way-ink', 'third-way'],
          ['dock-ink', 'dock-ground'],
        ] as const) {
          expect(contrast(token(text, page)!, token(below, page)!), `${text} on ${below}`).to.be.at.least(7);
        }
        const washed = over(token('wash', page)!, ground);
        expect(contrast(channels(page.ink), washed), 'the page’s ink on the wash').to.be.at.least(7);
      });

      it(`keeps signs and lines at 3:1 on a page of ${page.name}`, () => {
        expect(contrast(token('play-ink', page)!, token('play', page)!), 'the sign on Play').to.be.at.least(4.5);
        for (const name of ['line', 'pole-a', 'pole-b']) {
          const color = token(name, page);
          if (color) expect(contrast(color, ground), name).to.be.at.least(3);
        }
      });
    }
  });
}

describe('the theme plain', () => {
  before(() => wear('plain'));
  after(() => link.remove());

  it('has no colour of its own: all are the page’s and the system’s', async () => {
    const rules = (await (await fetch(link.href)).text()).replace(/\/\*[^]*?\*\//g, '');
    expect(rules).to.contain('--dialogue-play');
    expect(rules).not.to.match(/#[\da-f]{3,8}\b|\b(rgb|hsl|lab|lch|oklab|oklch)\(/i);
  });

  for (const page of pages) {
    it(`keeps the forms at 3:1 on a page of ${page.name}`, () => {
      for (const name of ['pole-a', 'pole-b']) {
        expect(contrast(token(name, page)!, channels(page.ground)), name).to.be.at.least(3);
      }
      expect(contrast(token('play-ink', page)!, token('play', page)!)).to.be.at.least(7);
    });
  }
});
