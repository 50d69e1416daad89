import { expect } from '@open-wc/testing';
import { resolveAddress } from '../../src/bundle/address.js';

const base = 'https://example.org/talks/bundle.json';

describe('resolveAddress', () => {
  const cases: readonly (readonly [address: string, base: string | undefined, expected: string | null])[] = [
    ['a.mp3', base, 'https://example.org/talks/a.mp3'],
    ['../a b.mp3', base, 'https://example.org/a%20b.mp3'],
    ['/a.mp3', base, 'https://example.org/a.mp3'],
    ['//cdn.example.org/a.mp3', base, 'https://cdn.example.org/a.mp3'],
    ['?x=1#t=2', base, 'https://example.org/talks/bundle.json?x=1#t=2'],
    ['http://example.com/a', base, 'http://example.com/a'],
    ['HTTPS://EXAMPLE.com', base, 'https://example.com/'],
    ['a.mp3', undefined, 'a.mp3'],
    ['  ../a.mp3 ', undefined, '  ../a.mp3 '],
    ['https://example.com', undefined, 'https://example.com/'],
    ['a.mp3', 'data:text/plain,x', 'a.mp3'],
    ['a.mp3', 'not an address', 'a.mp3'],
    ['a.mp3', 'file:///home/a/bundle.json', 'file:///home/a/a.mp3'],
    ['../a%zz b.mp3', 'file:///home/a/bundle.json', 'file:///home/a%zz%20b.mp3'],
    ['file:///a.mp3', 'file:///home/a/bundle.json', null],
    ['//cdn.example.org:8080/a.mp3', 'file:///home/a/bundle.json', 'https://cdn.example.org:8080/a.mp3'],
    ['https://example.com/', 'file:///home/a/bundle.json', 'https://example.com/'],
    ['file:///a.mp3', base, null],
    ['file:///a.mp3', undefined, null],
    ['', base, null],
    [' \n ', base, null],
    ['http://', base, null],
    ['https://exa mple.org:99999/', undefined, null],
  ];
  for (const [address, from, expected] of cases) {
    it(`gives ${JSON.stringify(expected)} for ${JSON.stringify(address)} from ${JSON.stringify(from ?? null)}`, () => {
      expect(resolveAddress(address, from)).to.equal(expected);
    });
  }

  it('sees through every disguise of a scheme that is not allowed', () => {
    const disguised = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      'java\rscript\n:alert(1)',
      '\u0000javascript:alert(1)',
      '\u0001\u001f javascript:alert(1)',
      'javascript:alert(1)\u0000',
      'data:text/html,x',
      'blob:https://example.org/1',
      'vbscript:x',
      'mailto:a@example.org',
      'about:blank',
      'C:\\sound.mp3',
      'view-source:https://example.org',
    ];
    for (const from of [undefined, base, 'file:///a/b.json', 'about:blank']) {
      for (const address of disguised) expect(resolveAddress(address, from), `${address} ${from}`).to.equal(null);
    }
  });

  it('never gives what a browser would take for script, whatever signs are put in', () => {
    for (let code = 0; code < 0x100; code++) {
      for (const at of [0, 4, 10, 11]) {
        const address = `${'javascript'.slice(0, at)}${String.fromCharCode(code)}${'javascript:x'.slice(at)}`;
        const given = resolveAddress(address);
        if (given !== null) expect(new URL(given, base).protocol, JSON.stringify(address)).to.match(/^https?:$/);
      }
    }
  });
});
