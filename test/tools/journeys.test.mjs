import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

const folder = new URL('../journeys/', import.meta.url);

for (const name of readdirSync(folder).filter((name) => name.endsWith('.test.mjs'))) {
  it(`${name} looks that nothing is stored, and that nobody else is asked`, () => {
    assert.match(readFileSync(new URL(name, folder), 'utf8'), /\bassertQuiet\(/);
  });
}

it('no test stands there to be left out', () => {
  const tests = new URL('../', import.meta.url);
  const named = readdirSync(tests, { recursive: true }).filter((name) => /\.test\.(mjs|ts)$/.test(name));
  assert.ok(named.length > 100);
  const left = named.filter((name) => /\.(skip|only|todo)\(/.test(readFileSync(new URL(name, tests), 'utf8')));
  assert.deepEqual(left, []);
});
