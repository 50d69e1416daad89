import { expect } from '@open-wc/testing';
import { readDeepLink, writeDeepLink, type DeepLink } from '../../src/bundle/deep-link.js';

describe('readDeepLink', () => {
  const at = (start: number, end: number | null = null, dialogue = 'one'): DeepLink => ({ dialogue, start, end });
  const cases: readonly (readonly [fragment: string, expected: DeepLink | null])[] = [
    ['#dialogue=one&t=90', at(90)],
    ['dialogue=one&t=90', at(90)],
    ['https://example.org/page?x=1#dialogue=one&t=90', at(90)],
    ['#dialogue=one&t=1:30', at(90)],
    ['#dialogue=one&t=01:02:03.5', at(3723.5)],
    ['#dialogue=one&t=npt:90', at(90)],
    ['#dialogue=one&t=1:30,2:10', at(90, 130)],
    ['#dialogue=one&t=90,130', at(90, 130)],
    ['#dialogue=one&t=npt:90,130', at(90, 130)],
    ['#dialogue=one&t=,130', at(0, 130)],
    ['#t=90&dialogue=one', at(90)],
    ['#dialogue=one', at(0)],
    ['#dialogue=one&t=', at(0)],
    ['#dialogue=one&t=soon', at(0)],
    ['#dialogue=one&t=-5', at(0)],
    ['#dialogue=one&t=Infinity', at(0)],
    ['#dialogue=one&t=130,90', at(130)],
    ['#dialogue=one&t=90,90', at(90)],
    ['#dialogue=one&t=90,soon', at(90)],
    ['#dialogue=one&other=2&t=3', at(3)],
    ['#dialogue=a%20b%26c&t=1', at(1, null, 'a b&c')],
    ['#dialogue=%E0%A4%A&t=1', at(1, null, '\uFFFD%A')],
    ['#dialogue=one&t=1%3A30', at(90)],
    ['#dialogue=&t=90', null],
    ['#t=90', null],
    ['#', null],
    ['', null],
    ['#one', null],
    ['#&&==&=', null],
    ['#__proto__=x&t=1', null],
  ];
  for (const [fragment, expected] of cases) {
    it(`reads ${JSON.stringify(expected)} in ${JSON.stringify(fragment)}`, () => {
      expect(readDeepLink(fragment)).to.deep.equal(expected);
    });
  }
});

describe('writeDeepLink', () => {
  it('writes a moment and a clip', () => {
    expect(writeDeepLink('one', 90)).to.equal('#dialogue=one&t=90');
    expect(writeDeepLink('one', 90, 130)).to.equal('#dialogue=one&t=90,130');
  });

  it('cuts times to a tenth of a second', () => {
    expect(writeDeepLink('one', 8.512345, 9.96)).to.equal('#dialogue=one&t=8.5,10');
  });

  it('writes what readDeepLink reads', () => {
    for (const [start, end] of [
      [0, 0.1],
      [0.3, 3599.9],
      [7200, 7201],
    ] as const) {
      expect(readDeepLink(writeDeepLink('what-do-we-value', start, end))).to.deep.equal({
        dialogue: 'what-do-we-value',
        start,
        end,
      });
    }
  });
});
