import { expect } from '@open-wc/testing';
import { cy } from '../../src/locales/cy.js';
import { enGB, type Phrases } from '../../src/locales/en-GB.js';
import { addPhrases, phrasesFor } from '../../src/locales/phrases.js';

const languages: readonly Phrases[] = [enGB, cy];
const names = Object.keys(enGB) as (keyof Phrases)[];

/** What stands for a value in a phrase; numbers, since some phrases count with them. */
const markers = [7301, 7302];

/** A phrase with its values in it. */
function filled(phrases: Phrases, name: keyof Phrases): string {
  const phrase = phrases[name] as string | ((...values: unknown[]) => string);
  return typeof phrase === 'string' ? phrase : phrase(...markers);
}

for (const phrases of languages) {
  describe(`the phrases in ${phrases.language}`, () => {
    it('are all there, and no others', () => {
      expect(Object.keys(phrases).sort()).to.deep.equal([...names].sort());
    });

    for (const name of names) {
      it(`say something for “${name}”`, () => {
        const phrase = filled(phrases, name);
        expect(phrase).to.be.a('string');
        expect(phrase.trim()).to.equal(phrase);
        expect(phrase).to.match(/\p{L}/u);
        expect(phrase).not.to.match(/undefined|NaN|\[object|\$\{/);
      });
    }

    it('use every value that they are given, once', () => {
      for (const name of names) {
        const phrase = phrases[name];
        if (typeof phrase !== 'function') continue;
        for (const marker of markers.slice(0, enGB[name].length)) {
          expect(filled(phrases, name).split(String(marker)), name).to.have.length(2);
        }
      }
    });

    it('name their language as a tag that the browser knows', () => {
      expect(Intl.getCanonicalLocales(phrases.language)).to.deep.equal([phrases.language]);
    });

    it('end their sentences with a full stop, and nothing else', () => {
      for (const name of names) {
        const phrase = filled(phrases, name);
        const english = filled(enGB, name);
        expect(phrase.endsWith('.'), name).to.equal(english.endsWith('.'));
      }
    });

    it('use typographic quotes and apostrophes', () => {
      for (const name of names) expect(filled(phrases, name), name).not.to.match(/['"]/);
    });
  });
}

describe('the phrases in Welsh', () => {
  it('are not left in English', () => {
    const same = names.filter((name) => filled(cy, name) === filled(enGB, name));
    expect(same).to.deep.equal([]);
  });

  it('have no English words among them', () => {
    const english = /\b(the|this|that|of|is|be|to|in|cannot|part|page|sound|dialogue|series|question|seconds?)\b/i;
    // What an author types into a tag is the same in every language; and Welsh has an “i” and an “y”.
    const inWelsh = (name: keyof Phrases) => filled(cy, name).replace(/\b(src|bundle)\b/g, '');
    expect(names.filter((name) => english.test(inWelsh(name)))).to.deep.equal([]);
  });
});

describe('phrasesFor', () => {
  const cases: readonly (readonly [tag: string, language: string])[] = [
    ['cy', 'cy'],
    ['CY', 'cy'],
    ['cy-GB', 'cy'],
    ['en', 'en-GB'],
    ['en-GB', 'en-GB'],
    ['en-US', 'en-GB'],
    ['cyx', 'en-GB'],
    ['fr', 'en-GB'],
    ['', 'en-GB'],
    ['-', 'en-GB'],
    ['not a tag', 'en-GB'],
  ];
  for (const [tag, language] of cases) {
    it(`speaks ${language} where the page says ${JSON.stringify(tag)}`, () => {
      expect(phrasesFor(tag).language).to.equal(language);
    });
  }
});

describe('addPhrases', () => {
  it('adds a language, and replaces one with the same primary subtag', () => {
    addPhrases({ ...enGB, language: 'gd', next: 'An ath cheist' });
    expect(phrasesFor('gd-GB').next).to.equal('An ath cheist');
    addPhrases({ ...enGB, language: 'gd-GB', next: 'Air adhart' });
    expect(phrasesFor('gd').next).to.equal('Air adhart');
    expect(phrasesFor('cy')).to.equal(cy);
  });
});
