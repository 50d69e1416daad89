import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { parseBundle } from 'living-well-dialogues/bundle.js';
import { launchChrome } from '../support/chrome.mjs';
import { openPage, pageOf, startHouse } from '../support/open-page.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const fixtures = fileURLToPath(new URL('../fixtures/bundles/', import.meta.url));
const list = (folder) =>
  readdirSync(fixtures + folder)
    .filter((name) => name !== 'index.json')
    .map((name) => ({ name, text: readFileSync(`${fixtures}${folder}/${name}`, 'utf8') }));

describe('parseBundle, in Node', () => {
  it('finds no problem in the built-in bundle, as it is in src and as it is built', () => {
    for (const path of ['src/living-well/bundle.json', 'dist/living-well/bundle.json']) {
      const { bundle, problems } = parseBundle(read(path), 'https://example.org/living-well/bundle.json');
      assert.deepEqual(problems, []);
      assert.equal(bundle.dialogues.length, 6);
      assert.match(bundle.dialogues[0].audio.sources[0].src, /^https:\/\/example\.org\/living-well\/audio\/.+\.mp3$/);
    }
  });

  it('reads an object as it reads its text', () => {
    const text = read('src/living-well/bundle.json');
    assert.deepEqual(parseBundle(JSON.parse(text), 'https://example.org/'), parseBundle(text, 'https://example.org/'));
  });

  it('finds no error in a good bundle', () => {
    const good = list('good');
    assert.ok(good.length >= 3);
    for (const { name, text } of good) {
      const { bundle, problems } = parseBundle(text, 'https://example.org/bundles/');
      assert.ok(bundle, name);
      assert.deepEqual(
        problems.filter(({ level }) => level === 'error'),
        [],
        name,
      );
    }
  });

  it('says in a sentence, with its path, what is wrong in a bad one', () => {
    const bad = list('bad');
    assert.ok(bad.length > 30);
    for (const { name, text } of bad) {
      const { problems } = parseBundle(text, 'https://example.org/bundles/');
      assert.ok(problems.length > 0, `${name} has no problem`);
      for (const { level, path, message } of problems) {
        assert.match(level, /^(error|warning)$/, name);
        assert.equal(typeof path, 'string', name);
        assert.match(message, /\w+ \w+/, name);
      }
    }
  });
});

describe('parseBundle, in the browser', () => {
  let browser;
  let house;

  before(async () => {
    [browser, house] = await Promise.all([launchChrome(), startHouse()]);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  for (const path of ['good/full.json', 'bad/duplicate-id.json', 'bad/nothing-to-show.json']) {
    it(`comes to the same as in Node for ${path}`, async (t) => {
      // What a page hears of a bundle: the same object and the same problems that the tools give.
      const html = pageOf(`<dialogue-bundle src="/fixtures/bundles/${path}"></dialogue-bundle>`, {
        head: `<script>
          for (const name of ['ready', 'failed']) addEventListener('dialogue-bundle-' + name, ({ bundle = null, problems }) => {
            globalThis.heard = { bundle, problems };
          });
        </script><script defer src="/dist/dialogues.js"></script>`,
      });
      const visit = await openPage(browser, house.serve('/same.html', html), { test: t });
      await visit.until(() => globalThis.heard);
      const heard = await visit.page.evaluate(() => JSON.stringify(globalThis.heard));
      const here = parseBundle(readFileSync(fixtures + path, 'utf8'), `${house.origin}/fixtures/bundles/${path}`);
      const { bundle, problems } = JSON.parse(heard);
      assert.deepEqual(bundle, JSON.parse(JSON.stringify(here.bundle)));
      assert.deepEqual(problems, JSON.parse(JSON.stringify(here.problems)));
      await visit.assertQuiet();
    });
  }
});

describe('dist/bundle.schema.json', () => {
  const schema = JSON.parse(read('dist/bundle.schema.json'));

  // The words of draft 2020-12 that say something about a value; others an editor would not know.
  const words = new Set(
    (
      '$schema $id $ref $defs $comment title description default examples type enum const properties required items ' +
      'prefixItems additionalProperties propertyNames patternProperties minProperties maxProperties anyOf oneOf allOf not ' +
      'if then else minItems maxItems uniqueItems contains minLength maxLength pattern format minimum maximum ' +
      'exclusiveMinimum exclusiveMaximum multipleOf dependentRequired deprecated'
    ).split(' '),
  );
  const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
  const maps = ['properties', '$defs', 'patternProperties'];
  const lists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
  const singles = ['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else', 'contains'];

  function* schemas(part, path = '#') {
    yield [part, path];
    for (const key of maps) {
      for (const [name, inner] of Object.entries(part[key] ?? {})) yield* schemas(inner, `${path}/${key}/${name}`);
    }
    for (const key of lists) {
      for (const [i, inner] of (part[key] ?? []).entries()) yield* schemas(inner, `${path}/${key}/${i}`);
    }
    for (const key of singles) if (key in part) yield* schemas(part[key], `${path}/${key}`);
  }

  const valueAt = (ref) =>
    ref
      .slice(2)
      .split('/')
      .reduce((part, key) => part?.[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')], schema);

  it('is of draft 2020-12 in shape', () => {
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.doesNotThrow(() => new URL(schema.$id));
    const all = [...schemas(schema)];
    assert.ok(all.length > 50);
    for (const [part, path] of all) {
      if (typeof part === 'boolean') continue;
      assert.equal(Object.prototype.toString.call(part), '[object Object]', path);
      for (const key of Object.keys(part)) assert.ok(words.has(key), `${path} says ${key}`);
      if ('type' in part)
        assert.ok(
          [part.type].flat().every((type) => types.includes(type)),
          `${path}/type`,
        );
      if ('required' in part)
        assert.ok(
          part.required.every((name) => typeof name === 'string'),
          `${path}/required`,
        );
      if ('pattern' in part) assert.doesNotThrow(() => new RegExp(part.pattern, 'u'), `${path}/pattern`);
      if ('$ref' in part) assert.ok(part.$ref === '#' || valueAt(part.$ref), `${path} refers to ${part.$ref}`);
      if ('enum' in part) assert.ok(Array.isArray(part.enum) && part.enum.length > 0, `${path}/enum`);
    }
  });

  it('describes each field that it names, so that an editor has something to say', () => {
    for (const [part, path] of schemas(schema)) {
      for (const [name, field] of Object.entries(part.properties ?? {})) {
        assert.ok(field.description, `${path} says nothing of ${name}`);
      }
    }
  });
});
