import { expect } from '@open-wc/testing';
import { initials } from '../../src/elements/participant-card/initials.js';

describe('initials', () => {
  const cases: readonly (readonly [name: string, letters: string])[] = [
    ['Ann', 'A'],
    ['Ann Lee', 'AL'],
    ['ann maria de la lee', 'AL'],
    ['  Ann \n Lee  ', 'AL'],
    ['élodie Ångström', 'ÉÅ'],
    ['𝒜nn Lee', '𝒜L'],
    ['李 明', '李明'],
    ['', ''],
    ['   ', ''],
  ];
  for (const [name, letters] of cases) {
    it(`makes “${letters}” of ${JSON.stringify(name)}`, () => {
      expect(initials(name)).to.equal(letters);
    });
  }
});
