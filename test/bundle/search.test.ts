import { expect } from '@open-wc/testing';
import { findWords } from '../../src/bundle/search.js';

const texts = ['Trust is slow.', 'Ymlaen â’r café: CAFÉ', 'It’s a cafe\u0301 of trust, trust'];
const found = (query: string, list: readonly string[] = texts): readonly string[] =>
  findWords(list, query).map(({ index, start, end }) => `${index} ${list[index]!.slice(start, end)}`);

describe('findWords', () => {
  const cases: readonly (readonly [query: string, found: readonly string[]])[] = [
    ['trust', ['0 Trust', '2 trust', '2 trust']],
    ['TRUST', ['0 Trust', '2 trust', '2 trust']],
    ['cafe', ['1 café', '1 CAFÉ', '2 cafe\u0301']],
    ['café', ['1 café', '1 CAFÉ', '2 cafe\u0301']],
    ["it's", ['2 It’s']],
    ['’s a', ['2 ’s a']],
    ['a’r', ['1 â’r']],
    ['  slow. ', ['0 slow.']],
    ['nowhere', []],
    ['', []],
    ['   ', []],
    ['.*', []],
  ];
  for (const [query, expected] of cases) {
    it(`finds ${JSON.stringify(query)}`, () => expect(found(query)).to.deep.equal(expected));
  }

  it('finds letters that grow or shrink when they are folded', () => {
    expect(found('i̇stanbul', ['in İstanbul now'])).to.deep.equal(['0 İstanbul']);
    expect(found('now', ['😀 İ now'])).to.deep.equal(['0 now']);
  });

  it('does not find the same letters twice', () => {
    expect(findWords(['aaaa'], 'aa')).to.have.length(2);
  });
});
