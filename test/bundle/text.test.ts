import { expect } from '@open-wc/testing';
import { wordsIn } from '../../src/bundle/text.js';
import type { Text } from '../../src/bundle/schema.js';

describe('wordsIn', () => {
  const both = { 'en-GB': 'Hello', cy: 'Helo' };
  const cases: readonly (readonly [
    says: string,
    Text,
    wanted: string,
    own: string,
    words: string,
    lang: string | null,
  ])[] = [
    ['takes a plain string for the own language', 'Hello', 'en-GB', 'en-GB', 'Hello', null],
    ['marks a plain string that is not in the wanted language', 'Hello', 'cy', 'en-GB', 'Hello', 'en-GB'],
    ['does not mark a variant of the wanted language', 'Hello', 'en-US', 'en-GB', 'Hello', null],
    ['finds the exact tag', both, 'cy', 'en-GB', 'Helo', null],
    ['finds the exact tag before its cousins', { en: 'a', 'en-GB': 'b' }, 'en-GB', 'cy', 'b', null],
    ['does not mind upper and lower case', both, 'EN-gb', 'cy', 'Hello', null],
    ['finds the same primary language', both, 'cy-GB', 'en-GB', 'Helo', null],
    ['finds a longer tag of the same language', both, 'en', 'cy', 'Hello', null],
    ['falls back to the own language', both, 'fr', 'cy', 'Helo', 'cy'],
    ['falls back to a cousin of the own language', both, 'fr', 'en-US', 'Hello', 'en-GB'],
    ['falls back to the first there is', { pl: 'Witaj', de: 'Hallo' }, 'fr', 'cy', 'Witaj', 'pl'],
    ['has no words where there are none', {}, 'fr', 'cy', '', 'cy'],
  ];
  for (const [says, text, wanted, own, words, lang] of cases) {
    it(says, () => expect(wordsIn(text, wanted, own)).to.deep.equal({ words, lang }));
  }
});
