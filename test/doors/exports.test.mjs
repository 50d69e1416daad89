import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const { name, exports, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The files of the script tag: they want a page. */
const scripts = ['./dialogues.js', './dialogues.mjs', './listen.js', './listen.cy.js'];

const listed = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** Every way in that `exports` opens, patterns written out, with the file behind it. */
function doors() {
  return Object.entries(exports).flatMap(([door, target]) => {
    const path = typeof target === 'string' ? target : target.default;
    if (!path.includes('*')) return [{ door, path, types: target.types }];
    const [head, tail] = path.split('*');
    return listed(join(root, dirname(`${head}x`)))
      .map((file) => `./${relative(root, file).replaceAll('\\', '/')}`)
      .filter((file) => file.startsWith(head) && file.endsWith(tail))
      .map((file) => {
        const star = file.slice(head.length, file.length - tail.length);
        return { door: door.replace('*', star), path: file, types: target.types?.replace('*', star) };
      });
  });
}

describe('package.json "exports"', () => {
  const all = doors();

  it('opens a door for each tag, registering and not', () => {
    const tags = [...readFileSync(join(root, 'src/entry/all.ts'), 'utf8').matchAll(/elements\/([\w-]+)\//g)];
    assert.ok(tags.length >= 7);
    for (const [, tag] of tags) {
      for (const door of [`./elements/${tag}.js`, `./elements/${tag}-element.js`]) {
        assert.ok(
          all.some((one) => one.door === door),
          `no ${door}`,
        );
      }
    }
  });

  it('leads to files that are there, with their types', () => {
    assert.ok(all.length > 10);
    for (const { door, path, types } of all) {
      assert.ok(existsSync(join(root, path)), `${door} leads to ${path}, which is not there`);
      if (types) assert.ok(existsSync(join(root, types)), `${door} has its types at ${types}, which is not there`);
    }
  });

  it('is what the package’s own name resolves to', () => {
    for (const { door, path } of all) {
      const specifier = door.replace('.', name);
      assert.equal(import.meta.resolve(specifier), pathToFileURL(join(root, path)).href);
    }
  });

  for (const { door } of all.filter(({ door, path }) => /\.m?js$/.test(path) && !scripts.includes(door))) {
    it(`lets Node in by ${door}, without a DOM`, async () => {
      assert.equal(globalThis.document, undefined);
      const module = await import(door.replace('.', name));
      assert.equal(typeof module, 'object');
      // An element's door gives its class.
      const [, tag] = /^\.\/elements\/([a-z]+(?:-[a-z]+)+?)(?:-element)?\.js$/.exec(door) ?? [];
      if (!tag || !existsSync(join(dist, 'elements', tag, `${tag}.js`))) return;
      const className = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()) + 'Element';
      assert.equal(typeof module[className], 'function', `${door} has no ${className}, but ${Object.keys(module)}`);
    });
  }
});

describe('dist/', () => {
  const modules = listed(dist).filter((file) => /\.m?js$/.test(file));

  /** What a file imports, told by its own text. */
  const importsOf = (file) => {
    const text = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*).*$/gm, '');
    const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])((?:\.{1,2}\/|[@\w])[^'"\n]*)\1/g);
    return [...found].map(([, , specifier]) => specifier);
  };

  it('reaches for nothing outside itself', () => {
    for (const file of [...modules, ...listed(dist).filter((file) => file.endsWith('.d.ts'))]) {
      for (const specifier of importsOf(file).filter((specifier) => specifier.startsWith('.'))) {
        const target = resolve(dirname(file), specifier);
        assert.ok(target.startsWith(dist), `${relative(root, file)} reaches out to ${specifier}`);
        assert.ok(existsSync(target), `${relative(root, file)} imports ${specifier}, which is not there`);
      }
    }
  });

  it('imports no package but those that it depends on, behind any of its doors', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const reached = new Set(doors().flatMap(({ path }) => (/\.m?js$/.test(path) ? [join(root, path)] : [])));
    for (const file of reached) {
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.')) {
          reached.add(resolve(dirname(file), specifier));
          continue;
        }
        const owner = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
        assert.ok(Object.hasOwn(dependencies, owner), `${relative(root, file)} imports ${specifier}`);
      }
    }
    assert.ok(reached.size > 40, `only ${reached.size} files`);
  });

  it('tells nothing of the machine it was built on', () => {
    const home = root.replace(/[\\/]$/, '');
    for (const file of listed(dist).filter((file) => !/\.(mp3|png|jpg|webp)$/.test(file))) {
      const text = readFileSync(file, 'utf8');
      const place = /(?:file:\/\/|\/home\/|\/Users\/|\/root\/|\/tmp\/|[A-Z]:\\\\(?! ))[\w./\\-]*/.exec(text)?.[0];
      assert.equal(place, undefined, relative(root, file));
      assert.ok(!text.includes(home), `${relative(root, file)} names ${home}`);
    }
  });

  it('has source maps that name sources within the package, or carry them', () => {
    const maps = listed(dist).filter((file) => file.endsWith('.map'));
    assert.ok(maps.length > 2);
    for (const file of maps) {
      const { sources, sourcesContent } = JSON.parse(readFileSync(file, 'utf8'));
      for (const [i, source] of sources.entries()) {
        assert.doesNotMatch(source, /^(?:\/|[a-z]:|file:)/i, relative(root, file));
        const target = resolve(dirname(file), source);
        const isPacked = files.some((part) => target.startsWith(join(root, part)));
        assert.ok(isPacked || sourcesContent?.[i], `${relative(root, file)} points to ${source}, which is not packed`);
      }
    }
  });

  it('holds nothing that is empty', () => {
    for (const file of listed(dist)) assert.ok(statSync(file).size > 0, relative(root, file));
  });
});
