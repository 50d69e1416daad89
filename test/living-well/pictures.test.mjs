import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { describe, it } from 'node:test';
import { bundle, dialogues, exists, read } from '../support/built-in.mjs';

/** Every image of a part of the bundle, with the path that leads to it. */
function* imagesIn(value, path = 'bundle') {
  if (!value || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'image') yield { path: `${path}.image`, ...item };
    else yield* imagesIn(item, `${path}.${key}`);
  }
}

const images = [...imagesIn(bundle)];
const plain = (words) => words.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ');

function assertUnlike(valueOf) {
  const seen = new Map();
  for (const { id, image } of dialogues) {
    assert.ok(image, `${id} has no image`);
    const value = valueOf(image);
    assert.ok(!seen.has(value), `${id} and ${seen.get(value)}`);
    seen.set(value, id);
  }
}

describe('the pictures of the built-in bundle', () => {
  it('are there for the series and for each dialogue', () => {
    for (const { id = 'the series', image } of [bundle, ...dialogues]) assert.ok(image, `${id} has no image`);
  });

  it('lie in art/, as files that are not empty', () => {
    for (const { path, src } of images) {
      assert.match(src, /^art\/[\w-]+\.(svg|png|jpg|webp)$/, path);
      assert.ok(exists(src), `${path}: there is no ${src}`);
      assert.ok(read(src).length > 0, path);
    }
  });

  it('are described in words, and not by the name of a file', () => {
    for (const { path, src, alt } of images) {
      assert.equal(typeof alt, 'string', path);
      assert.ok(alt.trim().split(/\s+/).length >= 3, `${path}: ${alt}`);
      assert.doesNotMatch(alt, /\.(svg|png|jpe?g|gif|webp|avif)\b|_|\bscreen ?shot\b|\b(img|dsc) ?\d/i, path);
      assert.notEqual(plain(alt).trim(), plain(basename(src, extname(src))).trim(), path);
      // A screen reader says by itself that it is an image.
      assert.doesNotMatch(alt, /^(an? )?(image|picture|photo|graphic|illustration)\b/i, path);
    }
  });

  it('serve one dialogue each: no file, no drawing and no description twice', () => {
    assertUnlike(({ src }) => src);
    assertUnlike(({ src }) => createHash('sha256').update(read(src)).digest('hex'));
    assertUnlike(({ alt }) => plain(alt));
  });

  it('bring no script, and ask for nothing from elsewhere', () => {
    for (const { path, src } of images.filter((image) => image.src.endsWith('.svg'))) {
      const drawing = read(src).toString();
      assert.doesNotMatch(drawing, /<script|\son\w+\s*=|javascript:|<foreignObject/i, path);
      assert.doesNotMatch(drawing.replace(/\sxmlns(:\w+)?="[^"]*"/g, ''), /https?:|url\(\s*["']?(?!["']?#)/i, path);
    }
  });
});
