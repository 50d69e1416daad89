import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partOf } from '../../support/feeds.mjs';

const { inEnglish, languageOf } = await partOf('import/feed-language.js');

describe('the language of a feed', () => {
  for (const [written, tag] of [
    ['en-gb', 'en-GB'],
    [' cy_GB ', 'cy-GB'],
    ['', 'und'],
    ['Welsh, mostly', 'und'],
  ]) {
    it(`takes “${written}” for ${tag}`, () => assert.equal(languageOf(written), tag));
  }

  it('marks our own words as English in a series that is not', () => {
    assert.equal(inEnglish('Licence', 'en-GB'), 'Licence');
    assert.deepEqual(inEnglish('Licence', 'cy'), { en: 'Licence' });
    assert.deepEqual(inEnglish('Licence', 'und'), { en: 'Licence' });
  });
});
