import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const fixtures = join(root, 'test/fixtures');
export const radio = join(fixtures, 'community-radio');

/**
 * Runs the built command line as people do, in a process of its own.
 *
 * @param {readonly string[]} words
 * @param {{folder?: string, env?: Record<string, string>}} [options]
 * @returns {Promise<{code: number, out: string, aside: string}>}
 */
export function command(words, { folder = root, env = {} } = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...words], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', aside: '' };
    child.stdout.setEncoding('utf8').on('data', (words) => (said.out += words));
    child.stderr.setEncoding('utf8').on('data', (words) => (said.aside += words));
    child.once('error', fail).once('close', (code) => settle({ code, ...said }));
  });
}

/** A folder that is gone when the test is over. */
export function folderFor(test) {
  const folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The files of a folder, by their paths within it. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}
