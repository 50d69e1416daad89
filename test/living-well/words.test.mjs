import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allTexts, bundle, sentencesOf, textsIn, unmarked } from '../support/built-in.mjs';

const all = allTexts();

/** Words that must not stand anywhere, and why. */
const banned = [
  {
    why: 'it holds a place for words that never came',
    words:
      /\b(lorem|ipsum|t\.?b\.?[acd]|todo|fixme|x{3,}|placeholder|coming soon|your text|insert \w+ here|undefined|null|NaN)\b/i,
  },
  {
    why: 'only people inside the system say it',
    words:
      /\b(service[- ]users?|stakeholders?|leverag\w+|utilis\w+|utiliz\w+|going forward|holistic\w*|synerg\w+|silos?|buy-in|deep dive|deliverables?|best in class|wraparound|step[- ](up|down) care|signpost\w*|caseloads?|signed off|bandwidth|touch base|low-hanging|paradigm\w*|operationalis\w+|incentivis\w+|facilitat\w+|impactful)\b/i,
  },
  {
    why: 'it makes a person into an illness or a fault',
    words:
      /\b(suffers? from|sufferers?|the mentally ill|committed suicide|schizophrenics?|addicts?|non-compliant|hard[- ]to[- ]reach|challenging behaviour|frequent (flyer|attender)s?|vulnerable people)\b/i,
  },
  {
    why: 'a screen reader or a printed page cannot click',
    words: /\b(click (here|below|on)|see below|read more)\b/i,
  },
];

const american = [
  /\b(?!(?:prize|seize|resize|size|capsize)(?:s|d)?\b|(?:seiz|siz|priz)ing\b)\p{L}+iz(?:e|es|ed|er|ing|ations?)\b/iu,
  /\b(?:behavior|color|favor|honor|humor|labor|neighbor|rumor)(?:s|ed|ing|al|ful|able|hood|hoods)?\b/i,
  /\b(?:center|theater|meter|liter|fiber)(?:s|ed)?\b/i,
  /\b(?:program(?!me)s?)\b/i,
  /\b(?:analyz|paralyz|catalyz)\p{L}+\b/iu,
  /\b(?:counsel|travel|label|model|cancel|signal)(?:ing|ed|or|er)s?\b/i,
  /\b(?:license|defense|offense|judgment|fulfill|skillful|enrollment|gray|aging|catalog|dialog)s?\b/i,
  /\b(?:toward|afterward|gotten|math)\b/i,
];

const letters = /[\p{L}\d]/u;
const wordCount = (sentence) => sentence.split(/\s+/).filter((word) => letters.test(word)).length;

function assertNone(pattern, clean = (text) => text) {
  for (const { path, text } of all) {
    const found = pattern.exec(clean(text));
    assert.equal(found, null, `${path}: ${found?.[0]} in: ${text}`);
  }
}

describe('the words of the built-in bundle', () => {
  it('are read by these tests, and nothing but them', () => {
    const read = [...textsIn(bundle)].map(({ text }) => text);
    for (const text of [bundle.title, bundle.dialogues[1].prompts[0].hint, bundle.glossary[0].meaning]) {
      assert.ok(read.includes(text), text);
    }
    for (const text of read) assert.doesNotMatch(text, /^\S+\.(mp3|vtt|svg)$|^[a-z]+(-[a-z]+)+$|^https?:/, text);
  });

  it('are never empty, and have no stray spaces', () => {
    for (const { path, text } of all) {
      assert.notEqual(text.trim(), '', path);
      assert.equal(text, text.trim().replace(/[^\S\u00a0]+/g, ' '), path);
    }
  });

  it('keep each sentence to 20 words', () => {
    for (const { path, text } of all) {
      for (const sentence of sentencesOf(text)) {
        const words = wordCount(sentence);
        assert.ok(words <= 20, `${path}: ${words} words in: ${sentence}`);
      }
    }
  });

  it('end each sentence where there is more than a label', () => {
    const prose = /\.(summary|note|text|hint|thirdWay|meaning|body|biography\.\d+|easyRead\.\d+|body\.\d+)$/;
    for (const { path, text } of all) {
      if (prose.test(path)) assert.match(unmarked(text), /[.?!]$/, path);
    }
  });

  it('double no word', () => assertNone(/(?<![\p{L}\d’])([\p{L}’]+)\s+\1(?![\p{L}\d’])/iu, unmarked));

  for (const { why, words } of banned) {
    it(`hold no word of which ${why}`, () => assertNone(words));
  }

  it('quote nobody', () => assertNone(/["“”‘]/));

  it('have curly apostrophes, and no typewriter’s', () => assertNone(/['`´]/));

  it('are spelt as in Britain', () => {
    for (const pattern of american) assertNone(pattern);
  });

  it('are told from American ones by these tests', () => {
    const mistakes = 'organization behavior program center analyzed recognize counseling license color toward';
    for (const word of mistakes.split(' '))
      assert.ok(
        american.some((pattern) => pattern.test(word)),
        word,
      );
    const right =
      'organisation behaviour programme centre size prizes seized citizen horizon collaborative licence dialogue towards';
    for (const word of right.split(' ')) assert.ok(!american.some((pattern) => pattern.test(word)), word);
  });

  it('have stress and links as their only markup', () => assertNone(/[*[\]<>_|\\#]|&\w+;/, unmarked));

  it('use no abbreviation that the glossary does not explain', () => {
    const known = new Set(['UK', 'NHS']);
    for (const { term, meaning } of bundle.glossary) {
      for (const found of `${term} ${meaning}`.matchAll(/\b[A-Z]{2,}\b/g)) known.add(found[0]);
    }
    for (const { path, text } of all) {
      for (const [short] of text.matchAll(/\b[A-Z]{2,}\b/g)) assert.ok(known.has(short), `${path}: ${short}`);
    }
  });
});

describe('the glossary', () => {
  const { glossary, ...others } = bundle;

  it('explains each word once, in a sentence or two', () => {
    assert.ok(glossary.length >= 12, `${glossary.length} terms`);
    assert.equal(new Set(glossary.map(({ term }) => term.toLowerCase())).size, glossary.length);
    for (const { term, meaning } of glossary) assert.ok(sentencesOf(meaning).length <= 2, term);
  });

  it('explains only words that are used', () => {
    const spoken = all.filter(({ path }) => path.startsWith('transcripts/'));
    const used = [...textsIn(others), ...spoken].map(({ text }) => text.toLowerCase()).join('\n');
    for (const { term } of glossary) assert.ok(used.includes(term.toLowerCase()), term);
  });
});
