import { expect } from '@open-wc/testing';
import { deepLinkOf, readAsked, readFragment } from '../../src/embed/asked.js';

const read = (address: string, dialogue?: string) =>
  readAsked(new URL(address, 'https://example.org/embed/'), dialogue);
const attributesOf = (address: string, dialogue?: string) => Object.fromEntries(read(address, dialogue).attributes);

describe('readAsked', () => {
  it('reads all that an address may ask for', () => {
    const asked = read('?show=prompt-deck&dialogue=pace&bundle=/b.json&lang=cy&theme=nhs&layout=list&shuffle#t=90');
    expect(asked.show).to.equal('prompt-deck');
    expect(asked.bundle).to.equal('/b.json');
    expect(asked.language).to.equal('cy');
    expect(asked.theme).to.equal('nhs');
    expect(Object.fromEntries(asked.attributes)).to.deep.equal({ dialogue: 'pace', layout: 'list', shuffle: '' });
  });

  it('shows the player in British English and the series’ own theme where nothing is asked for', () => {
    const asked = read('');
    expect(asked.show).to.equal('dialogue-player');
    expect(asked.bundle).to.equal('');
    expect(asked.language).to.equal('en-GB');
    expect(asked.theme).to.equal('living-well');
    expect(asked.attributes.size).to.equal(0);
  });

  it('sets no attribute but those on its list: nothing is remembered, no code and no style comes in', () => {
    const fields = 'remember&onclick=alert(1)&style=color:red&src=https://evil.example/b.json&id=x&class=y&slot=words';
    expect(
      attributesOf(`?${fields}&participant=ann&section=about&heading-level=3&minutes=30&start-at=1:30`),
    ).to.deep.equal({
      participant: 'ann',
      section: 'about',
      'heading-level': '3',
      minutes: '30',
      'start-at': '1:30',
    });
  });

  it('takes a switch as HTML does, and lets it be turned off in words', () => {
    expect(attributesOf('?no-transcript&no-download=')).to.deep.equal({ 'no-transcript': '', 'no-download': '' });
    expect(attributesOf('?no-transcript=true&shuffle=false&no-download=0')).to.deep.equal({ 'no-transcript': '' });
  });

  const languages: readonly (readonly [given: string, tag: string])[] = [
    ['cy', 'cy'],
    ['en-gb', 'en-GB'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['', 'en-GB'],
    ['not a language', 'en-GB'],
    ['"><script>', 'en-GB'],
    ['e', 'en-GB'],
  ];
  for (const [given, tag] of languages) {
    it(`reads the language “${given}” as ${tag}`, () =>
      expect(read(`?lang=${encodeURIComponent(given)}`).language).to.equal(tag));
  }

  for (const theme of ['plain', 'nhs', 'living-well']) {
    it(`knows the theme ${theme}`, () => expect(read(`?theme=${theme}`).theme).to.equal(theme));
  }
  for (const theme of ['NHS', '../../evil', 'https://evil.example/a', 'constructor']) {
    it(`falls back for the theme ${theme}`, () => expect(read(`?theme=${theme}`).theme).to.equal('living-well'));
  }

  it('lets the query name the dialogue before a deep link does, and that before the page', () => {
    expect(attributesOf('?dialogue=a#dialogue=b&t=1', 'c')).to.deep.equal({ dialogue: 'a' });
    expect(attributesOf('#dialogue=b&t=1', 'c')).to.deep.equal({ dialogue: 'b' });
    expect(attributesOf('#dialogue=b&t=1#?secret=abc', 'c')).to.deep.equal({ dialogue: 'b' });
    expect(attributesOf('#t=1', 'c')).to.deep.equal({ dialogue: 'c' });
  });
});

describe('readFragment', () => {
  const cases: readonly (readonly [fragment: string, moment: string, secret: string])[] = [
    ['', '', ''],
    ['#t=90', '#t=90', ''],
    ['#?secret=aB3dE6gH9j', '', 'aB3dE6gH9j'],
    ['#t=90#?secret=aB3dE6gH9j', '#t=90', 'aB3dE6gH9j'],
    ['#dialogue=a&t=1:30,2:10#?secret=abc123', '#dialogue=a&t=1:30,2:10', 'abc123'],
    ['#secret=abc', '', 'abc'],
    ['#nosecret=abc', '#nosecret=abc', ''],
  ];
  for (const [fragment, moment, secret] of cases) {
    it(`finds in “${fragment}” the moment “${moment}” and the secret “${secret}”`, () =>
      expect(readFragment(fragment)).to.deep.equal({ moment, secret }));
  }
});

describe('deepLinkOf', () => {
  const cases: readonly (readonly [fragment: string, dialogue: string, link: string | null])[] = [
    ['#t=90', 'pace', '#dialogue=pace&t=90'],
    ['#t=1:30,2:10', 'pace', '#dialogue=pace&t=1:30,2:10'],
    ['#t=90#?secret=abc', 'pace', '#dialogue=pace&t=90'],
    ['#dialogue=other&t=5', 'pace', '#dialogue=other&t=5'],
    ['#dialogue=other&t=5#?secret=abc', 'pace', '#dialogue=other&t=5'],
    ['#t=90', '', null],
    ['#?secret=abc', 'pace', null],
    ['#top', 'pace', null],
    ['', 'pace', null],
  ];
  for (const [fragment, dialogue, link] of cases) {
    it(`makes of “${fragment}” for “${dialogue}” ${link ?? 'nothing'}`, () =>
      expect(deepLinkOf(fragment, dialogue)).to.equal(link));
  }
});
