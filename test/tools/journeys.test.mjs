import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

const folder = new URL('../journeys/', import.meta.url);

for (const name of readdirSync(folder).filter((name) => name.endsWith('.test.mjs'))) {
  it(`${name} looks that nothing is stored, and that nobody else is asked`, () => {
    assert.match(readFileSync(new URL(name, folder), 'utf8'), /\bassertQuiet\(/);
  });
}
