// Brings node_modules up to date where it is missing or older than the lock file, so that each npm script works on a
// fresh clone. It runs before anything is installed: only what Node brings may be used here.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

function changed(file) {
  const stat = statSync(root + file, { throwIfNoEntry: false });
  return stat ? stat.mtimeMs : 0;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`This project needs Node 20.19 or newer, and this is ${process.versions.node}. See https://nodejs.org/.`);
}

// npm writes this file last, so an install that was cut short does not count.
if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  console.log('Installing what package-lock.json names (about a minute) …');
  // `--include=dev`, since NODE_ENV=production would leave out the very tools we are about to run.
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Inside an npm script npm names itself. That also finds it on Windows, where it is no plain program.
  const npm = process.env.npm_execpath;
  const { status, error } = /npm-cli\.js$/.test(npm ?? '')
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) stop(`npm could not be started (${error.message}). It comes with Node: https://nodejs.org/.`);
  if (status !== 0) stop('npm ci failed, for the reason above. Is the network there? Then run the same command again.');
}
