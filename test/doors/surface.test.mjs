import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSurfaces, readPromise, readSurface } from '../tools/surface.mjs';

describe('the public surface', () => {
  it('is as it was promised', async () => {
    const { broken, added, isAllowed } = compareSurfaces(readPromise(), await readSurface());
    assert.deepEqual(broken, [], isAllowed ? 'Promise it: node test/tools/surface.mjs --write' : broken.join('\n'));
    assert.deepEqual(added, [], `${added.join('\n')}\nPromise it: node test/tools/surface.mjs --write`);
  });

  it('holds something of each kind', async () => {
    const { things } = await readSurface();
    for (const thing of [
      'the tag <dialogue-player>',
      'the attribute start-at of <dialogue-player>',
      'the property currentTime of <dialogue-player>',
      'the method play of <dialogue-player>',
      'the event timeupdate of <dialogue-player>',
      'the default slot of <dialogue-player>',
      'the slot before-people of <dialogue-series>',
      'the part play of <dialogue-player>',
      'the custom property --dialogue-pole-a of <tension-card>',
      'the field dialogues[].audio.sources[].src of a bundle',
      'the command validate',
      'the flag --offline of the command validate',
      'the query field dialogue of the embed page',
      'the query field theme of the embed page',
      'the message living-well-dialogues:height of the embed page',
      'the door ./bundle.js',
    ]) {
      assert.ok(thing in things, `${thing} is not held`);
    }
  });
});

describe('compareSurfaces', () => {
  const promised = { version: '1.2.3', things: { 'the part play of <a-b>': '', 'the property x of <a-b>': 'string' } };

  it('says in a sentence what is gone, and what has changed', () => {
    const built = { version: '1.3.0', things: { 'the property x of <a-b>': 'number' } };
    const { broken, added, isAllowed } = compareSurfaces(promised, built);
    assert.deepEqual(broken, [
      'The part play of <a-b> is gone.',
      'The property x of <a-b> was "string", and is "number".',
    ]);
    assert.deepEqual(added, []);
    assert.equal(isAllowed, false);
  });

  it('takes an addition for no break', () => {
    const built = { version: '1.2.4', things: { ...promised.things, 'the tag <c-d>': 'C' } };
    const { broken, added } = compareSurfaces(promised, built);
    assert.deepEqual(broken, []);
    assert.deepEqual(added, ['The tag <c-d> is new.']);
  });

  for (const [was, is, isAllowed] of [
    ['1.2.3', '1.9.0', false],
    ['1.2.3', '2.0.0', true],
    ['0.1.0', '0.1.9', false],
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '1.0.0', true],
  ]) {
    it(`lets ${is} ${isAllowed ? '' : 'not '}break what ${was} promised`, () => {
      const compared = compareSurfaces({ version: was, things: {} }, { version: is, things: {} });
      assert.equal(compared.isAllowed, isAllowed);
    });
  }
});
