import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'node:test';
import { withIntegrities } from '../tools/integrity.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');

const listed = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
const hashOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

describe('dist/integrity.json', () => {
  const told = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));

  it('tells of each script, style and embed file, and of nothing that is not there', () => {
    const expected = listed(dist).filter((path) => /\.(js|mjs|css)$/.test(path) || path.startsWith('embed/'));
    assert.deepEqual(Object.keys(told).sort(), expected);
    for (const path of ['dialogues.js', 'dialogues.mjs', 'listen.js', 'embed/index.html', 'embed/embed.js']) {
      assert.ok(told[path], `it does not tell of ${path}`);
    }
  });

  it('tells the truth', () => {
    for (const [path, hash] of Object.entries(told)) assert.equal(hash, hashOf(join(dist, path)), path);
  });
});

describe('withIntegrities', () => {
  it('corrects the hash in each tag that names a file of ours, and no other', () => {
    const tag = (hash, path = 'https://cdn.example/dist/dialogues.js') =>
      `<script defer src="${path}" integrity="${hash}" crossorigin="anonymous"></script>`;
    assert.equal(withIntegrities(tag('sha384-old'), dist), tag(hashOf(join(dist, 'dialogues.js'))));
    const embed = 'https://cdn.example/dist/embed/embed.js?v=1';
    assert.equal(withIntegrities(tag('', embed), dist), tag(hashOf(join(dist, 'embed/embed.js')), embed));
    for (const other of [
      tag('sha384-a', '/their.js'),
      '<script src="/dist/dialogues.js"></script>',
      '<p integrity="">',
    ]) {
      assert.equal(withIntegrities(other, dist), other);
    }
  });
});

describe('the build', () => {
  it('gives the same files, byte for byte, in another folder, hour and language', { timeout: 300_000 }, async (t) => {
    const second = mkdtempSync(join(tmpdir(), 'second-build-'));
    t.after(() => rmSync(second, { recursive: true, force: true }));
    const away = ['.git', '.cache', 'node_modules', 'dist', 'coverage', 'storybook-static'].map((name) =>
      join(root, name),
    );
    cpSync(root, second, { recursive: true, filter: (path) => !away.includes(path) });
    symlinkSync(join(root, 'node_modules'), join(second, 'node_modules'), 'junction');
    await promisify(execFile)(process.execPath, ['test/tools/build.mjs'], {
      cwd: second,
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'cy_GB.UTF-8' },
    });
    const files = listed(dist);
    assert.deepEqual(listed(join(second, 'dist')), files);
    const different = files.filter((path) => hashOf(join(dist, path)) !== hashOf(join(second, 'dist', path)));
    assert.deepEqual(different, []);
  });
});
