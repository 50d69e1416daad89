import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The folders of `dist` that the compiler fills; what lies elsewhere is put there on purpose. */
const compiled = ['bundle', 'context', 'elements', 'entry', 'locales', 'playback', 'styles'];

/**
 * Takes out of `dist` what no door of the package leads to: modules that only the script files are made of, which hold
 * them already.
 */
export function prune(dist, manifest) {
  for (const file of unreached(dist, manifest)) rmSync(file);
}

/** The compiled files in `dist` that no door of the package leads to. */
export function unreached(dist, { exports }) {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const reached = new Set(files.filter((file) => isDoor(relative(dist, file), exports)));
  // A set gives what is added while one walks it, too.
  for (const file of reached) for (const other of importsOf(file)) if (files.includes(other)) reached.add(other);
  const isCompiled = (file) =>
    compiled.some((room) => relative(dist, file).startsWith(room)) && /(\.d\.ts|\.js|\.js\.map)$/.test(file);
  return files.filter((file) => isCompiled(file) && !reached.has(file.replace(/\.map$/, '')));
}

function isDoor(path, exports) {
  return Object.values(exports)
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .some((target) => {
      const [head, tail] = target.split('*');
      const file = `./dist/${path.replaceAll('\\', '/')}`;
      return tail === undefined ? file === target : file.startsWith(head) && file.endsWith(tail);
    });
}

/** The files that a module or its types import, and the types beside a module. */
function importsOf(file) {
  if (!/\.(m?js|d\.ts)$/.test(file)) return [];
  const text = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*).*$/gm, '');
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]*)\1/g)];
  const targets = specifiers.map(([, , specifier]) => resolve(dirname(file), specifier));
  return targets.flatMap((target) =>
    file.endsWith('.d.ts') ? [target.replace(/\.js$/, '.d.ts')] : [target, target.replace(/\.js$/, '.d.ts')],
  );
}
