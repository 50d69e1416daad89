import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { before, describe, it } from 'node:test';
import { unreached } from '../tools/prune.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the package', () => {
  let packed;

  before(async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const { stdout } = await promisify(execFile)(npm, words, {
      cwd: root,
      shell: process.platform === 'win32',
      maxBuffer: 1 << 24,
    });
    packed = JSON.parse(stdout)[0].files.map(({ path }) => path);
  });

  it('holds what is built, and README, LICENSE and CHANGELOG, and nothing else', () => {
    for (const path of [
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'dist/dialogues.js',
      'dist/dialogues.mjs',
      'dist/listen.js',
      'dist/listen.cy.js',
    ]) {
      assert.ok(packed.includes(path), `${path} is not packed`);
    }
    assert.deepEqual(
      packed.filter((path) => !/^(dist\/.+|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path)),
      [],
    );
  });

  it('holds the built-in bundle with all that it names', () => {
    const home = 'dist/living-well/';
    const bundle = JSON.parse(readFileSync(join(root, home, 'bundle.json'), 'utf8'));
    for (const { audio, transcript } of bundle.dialogues) {
      for (const { src } of [...audio.sources, ...transcript])
        assert.ok(packed.includes(home + src), `${src} is not packed`);
    }
    assert.ok(packed.includes(`${home}LICENSE`), 'the sample content comes without its licence');
  });

  it('holds no test, no story and no source', () => {
    for (const path of packed)
      assert.doesNotMatch(path, /\.test\.|\.stories\.|(?<!\.d)\.ts$|node_modules|\.tsbuildinfo$/);
  });

  it('holds all that its exports name', () => {
    for (const target of Object.values(exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        const [head, tail = ''] = path.replace(/^\.\//, '').split('*');
        assert.ok(
          packed.some((file) => (path.includes('*') ? file.startsWith(head) && file.endsWith(tail) : file === head)),
          `${path} is not packed`,
        );
      }
    }
  });

  it('holds no module that none of its doors leads to', () => {
    assert.deepEqual(unreached(join(root, 'dist'), { exports }), []);
  });

  it('asks a site for Lit and its contexts, and no more', () => {
    assert.deepEqual(Object.keys(dependencies).sort(), ['@lit/context', 'lit']);
    for (const version of Object.values(dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
  });

  it('says in its code which version it is', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.equal((await import('../../dist/context/page.js')).VERSION, version);
  });

  it('tells its version in the changelog', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.ok(existsSync(join(root, 'CHANGELOG.md')), 'there is no CHANGELOG.md');
    assert.ok(readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(version), `it does not tell of ${version}`);
  });
});
