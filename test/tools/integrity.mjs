import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The value of an `integrity` attribute for what is in a file. */
export function integrityOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}

/** What every script, style and embed file in `dist` must be, by its path there. */
export function integrities(dist) {
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .filter((path) => /\.(m?js|css)$|^embed\//.test(path));
  return Object.fromEntries(paths.sort().map((path) => [path, integrityOf(join(dist, path))]));
}

/** Writes `dist/integrity.json`: when all else is built. */
export function writeIntegrity(dist) {
  writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(integrities(dist), null, 2)}\n`);
}
