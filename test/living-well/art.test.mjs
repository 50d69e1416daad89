import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pairAt, pairs } from '../../dist/styles/art.js';

const room = new URL('../../src/living-well/', import.meta.url);
const read = (path) => readFileSync(new URL(path, room));
const bundle = JSON.parse(read('bundle.json'));
const tensions = bundle.dialogues.filter(({ tension }) => tension);

describe('the art of the series', () => {
  for (const dialogue of bundle.dialogues) {
    it(`draws ${dialogue.id} with the forms that the elements draw, and says in words what is seen`, () => {
      const drawing = String(read(dialogue.image.src));
      for (const { path, color } of pairs[pairAt(tensions.indexOf(dialogue) + 1)]) {
        assert.ok(drawing.includes(`<path d="${path}"`), path);
        assert.ok(drawing.includes(`fill="${color}"`), color);
      }
      assert.ok(drawing.includes(`<title>${dialogue.image.alt}</title>`));
    });

    it(`keeps ${dialogue.image.src} small, and free of styles that a strict page would block`, () => {
      const drawing = String(read(dialogue.image.src));
      assert.ok(drawing.length < 1500);
      assert.doesNotMatch(drawing, /style|script|href/);
    });
  }

  it('has a mark and an icon of its own', () => {
    for (const file of ['art/series.svg', 'art/icon.svg']) assert.match(String(read(file)), /^<svg [^]*<\/svg>\n$/);
  });

  it('has a picture for links, as large as links ask for', () => {
    const png = read(bundle.image.src);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
  });
});
