import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isWindows = process.platform === 'win32';
const run = promisify(execFile);

/**
 * A project that has installed the package as it would be published. It lies in the cache of this one, so that it finds
 * Lit and React above itself.
 */
export async function makeConsumer() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const home = mkdtempSync(join(root, '.cache/consumer-'));
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', home];
  const { stdout } = await run(isWindows ? 'npm.cmd' : 'npm', words, {
    cwd: root,
    shell: isWindows,
    maxBuffer: 1 << 24,
  });
  const tarball = join(home, JSON.parse(stdout)[0].filename);
  await run('tar', ['-xzf', tarball, '-C', home]);
  const installed = join(home, 'node_modules/living-well-dialogues');
  mkdirSync(join(home, 'node_modules'));
  renameSync(join(home, 'package'), installed);
  return {
    home,
    installed,
    tarball: new Uint8Array(readFileSync(tarball)),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
