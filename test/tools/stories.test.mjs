import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tags = readdirSync(`${root}/src/elements`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the stories', () => {
  it('are looked for', () => assert.ok(tags.includes('dialogue-player')));

  for (const tag of tags) {
    it(`show each face of <${tag}>`, () => {
      const path = `${root}/stories/${tag}.stories.ts`;
      assert.ok(existsSync(path), `<${tag}> has no stories/${tag}.stories.ts`);
      const text = readFileSync(path, 'utf8');
      for (const face of ['Ready', 'Waiting', 'Failed']) {
        assert.match(text, new RegExp(`^export const ${face}: Story\\b`, 'm'), `${path} has no story ${face}`);
      }
      assert.ok(text.includes(`component: '${tag}'`), `${path} is about another tag`);
    });
  }
});
