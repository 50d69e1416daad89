import { expect } from '@open-wc/testing';
import { linksAreGood, parseInline, type InlinePiece } from '../../src/bundle/inline.js';

const text = (words: string): InlinePiece => ({ kind: 'text', text: words });
const emphasis = (words: string): InlinePiece => ({ kind: 'emphasis', text: words });
const link = (words: string, href: string): InlinePiece => ({ kind: 'link', text: words, href });

describe('parseInline', () => {
  const cases: readonly (readonly [words: string, ...pieces: InlinePiece[]])[] = [
    [''],
    ['Plain words.', text('Plain words.')],
    ['A *small* word', text('A '), emphasis('small'), text(' word')],
    ['*All of it*', emphasis('All of it')],
    ['*One* and *two*', emphasis('One'), text(' and '), emphasis('two')],
    ['2 * 3 * 4', text('2 * 3 * 4')],
    ['a* b*', text('a* b*')],
    ['one * alone', text('one * alone')],
    ['**bold**', text('*'), emphasis('bold'), text('*')],
    ['_not_ `this` <b>either</b> # nor this', text('_not_ `this` <b>either</b> # nor this')],
    ['See [this](https://example.org/).', text('See '), link('this', 'https://example.org/'), text('.')],
    ['[a](b.html)', link('a', 'https://example.org/talks/b.html')],
    ['[a]( b.html )', link('a', 'https://example.org/talks/b.html')],
    ['[a](https://example.org/x_(y))!', link('a', 'https://example.org/x_(y)'), text('!')],
    ['[a] (b)', text('[a] (b)')],
    ['[a](b c)', text('[a](b c)')],
    ['[](b)', text('[](b)')],
    ['[a](javascript:alert(1)) b', text('a'), text(' b')],
    ['x [a](data:text/html,b) *c*', text('x '), text('a'), text(' '), emphasis('c')],
  ];
  for (const [words, ...pieces] of cases) {
    it(`reads ${JSON.stringify(words)}`, () => {
      expect(parseInline(words, 'https://example.org/talks/bundle.json')).to.deep.equal(pieces);
    });
  }

  it('leaves a relative address as it is where there is no base', () => {
    expect(parseInline('[a](b.html)')).to.deep.equal([link('a', 'b.html')]);
  });

  it('loses no words, whatever the markup', () => {
    const signs = ['*', '[', ']', '(', ')', 'a', ' ', 'b.c'];
    let seed = 7;
    for (let round = 0; round < 3000; round++) {
      let words = '';
      for (let length = 0; length < 12; length++) {
        seed = (seed * 48271) % 2147483647;
        words += signs[seed % signs.length];
      }
      const pieces = parseInline(words);
      const said = pieces.map((piece) =>
        piece.kind === 'text'
          ? piece.text
          : piece.kind === 'emphasis'
            ? `*${piece.text}*`
            : `[${piece.text}](${piece.href})`,
      );
      const letters = (each: string): string => each.replace(/\s/g, '');
      expect(letters(said.join(''))).to.equal(letters(words));
    }
  });

  it('reads a megabyte of hostile words', () => {
    for (const sign of ['*', '[', '[a](', '[a](x(b)', '* a', '[a](x', '*a ', '(b)', '[a](x(b', '](']) {
      const words = sign.repeat(Math.ceil(1e6 / sign.length));
      expect(parseInline(words).length).to.be.greaterThan(0);
    }
  }).timeout(20_000);
});

describe('linksAreGood', () => {
  it('tells a link that leads nowhere allowed', () => {
    expect(linksAreGood('No link')).to.equal(true);
    expect(linksAreGood('*A* [good](b) one')).to.equal(true);
    expect(linksAreGood('[good](b) [bad](data:x)')).to.equal(false);
  });
});
