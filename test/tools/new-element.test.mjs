import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { check } from 'prettier';
import { newElement, Refusal } from './new-element.mjs';
import { checkRooms } from './rooms.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('npm run new-element', () => {
  let project;
  const refuses = (name, pattern) =>
    assert.throws(
      () => newElement(project, name),
      (error) => error instanceof Refusal && pattern.test(error.message),
    );

  before(() => {
    // In the cache of this project, where a copy finds the packages that it needs above itself.
    mkdirSync(join(root, '.cache'), { recursive: true });
    project = mkdtempSync(join(root, '.cache/new-element-'));
    const isWanted = (path) => !/[\\/](audio|fixtures|journeys|pictures)$/.test(path);
    for (const part of ['src', 'test', 'stories', '.storybook', 'tsconfig.json', 'package.json']) {
      cpSync(join(root, part), join(project, part), { recursive: true, filter: isWanted });
    }
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  it('makes an element that the compiler and the rooms take, laid out as the rest', async () => {
    const paths = newElement(project, 'quiet-corner');
    assert.deepEqual(paths, [
      'src/elements/quiet-corner/quiet-corner.ts',
      'src/elements/quiet-corner/quiet-corner-element.ts',
      'src/elements/quiet-corner/quiet-corner-words.ts',
      'test/elements/quiet-corner.test.ts',
      'stories/quiet-corner.stories.ts',
    ]);
    const style = JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8'));
    for (const path of paths) {
      const text = readFileSync(join(project, path), 'utf8');
      assert.ok(await check(text, { ...style, filepath: path }), `${path} is not laid out`);
    }
    assert.deepEqual(checkRooms(project), []);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [compiler, '--noEmit', '-p', join(project, 'test/tsconfig.json')]);
  });

  it('refuses a name that is taken, and overwrites nothing', () => {
    const path = join(project, 'src/elements/prompt-deck/prompt-deck.ts');
    const text = readFileSync(path, 'utf8');
    refuses('prompt-deck', /There is a prompt-deck already/);
    assert.equal(readFileSync(path, 'utf8'), text);
    writeFileSync(join(project, 'stories/slow-walk.stories.ts'), 'mine');
    refuses('slow-walk', /already, in stories\/slow-walk\.stories\.ts: nothing was written/);
    assert.equal(readFileSync(join(project, 'stories/slow-walk.stories.ts'), 'utf8'), 'mine');
    assert.ok(!readdirSync(join(project, 'src/elements')).includes('slow-walk'));
  });

  for (const name of [
    '',
    'player',
    'Quiet-Corner',
    'quiet_corner',
    '../quiet-corner',
    'font-face',
    '-corner',
    'a--b',
  ]) {
    it(`refuses "${name}" in a sentence`, () => refuses(name, name ? /is no name for a tag/ : /Write the name/));
  }

  it('refuses what blockers hide', () => refuses('quote-share', /Blockers hide what is called "share"/));

  it('says so on the command line, without a trace of its inside', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test/tools/new-element.mjs'), 'player']);
    assert.equal(status, 1);
    assert.match(String(stderr), /^<player> is no name for a tag of ours: .*\.\n$/);
  });
});
