import { expect } from '@open-wc/testing';
import { judgeBundle, readAllowed } from '../../src/embed/bundle-address.js';

const page = 'https://home.example/dist/embed/index.html?show=dialogue-player#t=90';
const list = ['https://one.example/series/bundle.json', 'https://all.example/bundles/', 'https://whole.example'];

describe('judgeBundle', () => {
  it('shows the built-in bundle where none is named', () => {
    expect(judgeBundle('', page)).to.deep.equal({ address: '' });
  });

  const good: readonly (readonly [wanted: string, address: string])[] = [
    ['https://home.example/b.json', 'https://home.example/b.json'],
    ['../../b.json', 'https://home.example/b.json'],
    ['/b.json?v=2#part', 'https://home.example/b.json?v=2'],
    ['HTTPS://HOME.example:443/b.json', 'https://home.example/b.json'],
    ['https://one.example/series/bundle.json', 'https://one.example/series/bundle.json'],
    ['https://one.example/other/../series/bundle.json', 'https://one.example/series/bundle.json'],
    ['https://all.example/bundles/deep/b.json', 'https://all.example/bundles/deep/b.json'],
    ['https://whole.example/any/b.json', 'https://whole.example/any/b.json'],
  ];
  for (const [wanted, address] of good) {
    it(`shows ${wanted}`, () => expect(judgeBundle(wanted, page, list)).to.deep.equal({ address }));
  }

  const bad = [
    'https://evil.example/b.json',
    '//evil.example/b.json',
    'http://home.example/b.json',
    'https://home.example:8443/b.json',
    'https://home.example.evil.example/b.json',
    'https://home.example@evil.example/b.json',
    'https://user:word@home.example/b.json',
    'https://one.example/series/bundle.json/more',
    'https://one.example/series/bundle.json?other',
    'https://all.example/bundles',
    'https://all.example/bundles/../secret.json',
    'https://all.example/bundles/%2e%2e/secret.json',
    'https://all.example/bundles/..%2fsecret.json',
    'https://all.example/bundles/..%5Csecret.json',
    'https://all.example/bundlesque/b.json',
    'https://whole.example.evil.example/b.json',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:application/json,{}',
    'blob:https://home.example/1234',
    'file:///etc/passwd',
    'https://',
  ];
  for (const wanted of bad) {
    it(`refuses ${JSON.stringify(wanted)}`, () =>
      expect(Object.keys(judgeBundle(wanted, page, list))).to.deep.equal(['refused']));
  }

  it('refuses what only the list would allow where there is no list', () => {
    expect(judgeBundle(list[0]!, page)).to.deep.equal({ refused: list[0] });
  });

  it('is not led by odd entries of a list', () => {
    for (const entry of ['', '/', '*', 'https:', 'bundles/', 'null', 'javascript:/', 'https://u:p@evil.example/']) {
      expect(Object.keys(judgeBundle('https://evil.example/b.json', page, [entry])), entry).to.deep.equal(['refused']);
    }
  });
});

describe('readAllowed', () => {
  it('reads the addresses, and leaves out what is none', () => {
    expect(readAllowed('{"bundles": ["https://a.example/", 5, null]}')).to.deep.equal(['https://a.example/']);
  });

  for (const text of ['', 'null', '[]', '{}', '{"bundles": "https://a.example/"}', '<!doctype html>']) {
    it(`allows nothing by ${JSON.stringify(text)}`, () => expect(readAllowed(text)).to.deep.equal([]));
  }
});
