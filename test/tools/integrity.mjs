import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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

/** A text whose tags have the true hash in each `integrity` they carry; tags that name no file of ours stay as they are. */
export function withIntegrities(text, dist) {
  const known = integrities(dist);
  return text.replace(/<(?:script|link)\b[^>]*>/g, (tag) => {
    const [, address = ''] = /\b(?:src|href)="([^"?#]+)/.exec(tag) ?? [];
    // The longest that fits: `elements/x.js` ends like `x.js`.
    const [path] = Object.keys(known)
      .filter((path) => `/${address}`.endsWith(`/${path}`))
      .sort((a, b) => b.length - a.length);
    return path ? tag.replace(/\bintegrity="[^"]*"/, `integrity="${known[path]}"`) : tag;
  });
}

// node test/tools/integrity.mjs README.md: puts the true hashes into a text, once `dist/` is built.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  for (const file of process.argv.slice(2)) writeFileSync(file, withIntegrities(readFileSync(file, 'utf8'), dist));
}
