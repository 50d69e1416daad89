import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { mediaEvents } from '../../dist/playback/media.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));

const manifest = json('dist/custom-elements.json');
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const tags = [...read('src/entry/all.ts').matchAll(/elements\/([\w-]+)\//g)].map(([, tag]) => tag);
const sources = readdirSync(join(root, 'src/elements'), { recursive: true })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join('src/elements', path)));
const names = (parts = []) => parts.map(({ name }) => name).sort();

describe('dist/custom-elements.json', () => {
  it('tells of each tag that the package registers, and of no other', () => {
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...tags].sort());
  });

  it('names doors of the package, which give that class', async () => {
    for (const { path, exports } of manifest.modules) {
      const module = await import(path.replace('dist', 'living-well-dialogues'));
      for (const { kind, name } of exports.filter(({ kind }) => kind === 'js'))
        assert.ok(module[name], `${kind} ${name}`);
    }
  });

  for (const element of elements) {
    const { tagName } = element;
    describe(`<${tagName}>`, () => {
      let Class;
      before(async () => {
        Class = (await import(`living-well-dialogues/elements/${tagName}-element.js`))[element.name];
      });

      for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
        it(`is described in its ${kind}`, () => {
          assert.ok(element.summary && element.description, 'it has no summary or no description of its own');
          for (const { name, description } of element[kind] ?? []) {
            assert.match(description ?? '', /\S.*\.$/s, `"${name}" of <${tagName}> has no sentence that describes it`);
          }
        });
      }

      it('has the attributes that it observes, each with a type and a default', () => {
        assert.deepEqual(names(element.attributes), [...Class.observedAttributes].sort());
        for (const { name, type, default: given } of element.attributes) {
          assert.ok(type?.text, `${name} has no type`);
          assert.notEqual(given, undefined, `${name} has no default`);
        }
      });

      it('has the properties that a page can set or read, each with a type, and no others', () => {
        for (const { name, kind, type } of element.members) {
          assert.match(name, /^[a-z]\w*$/);
          if (kind === 'field') assert.ok(type?.text, `${name} has no type`);
        }
        const settable = [...Class.elementProperties.keys()].filter((name) => name !== 'wordings');
        for (const name of settable) assert.ok(names(element.members).includes(name), `${name} is missing`);
      });

      it('has its words in the default slot', () => {
        assert.ok(names(element.slots).includes(''), `<${tagName}> does not say what may stand in it`);
      });
    });
  }

  it('has the media contract of the player', () => {
    const player = elements.find(({ tagName }) => tagName === 'dialogue-player');
    for (const event of mediaEvents) assert.ok(names(player.events).includes(event), `it does not tell of ${event}`);
    const contract =
      'play pause currentTime duration paused ended seeking readyState playbackRate defaultPlaybackRate ' +
      'volume muted buffered seekable error currentSrc';
    for (const name of contract.split(' ')) assert.ok(names(player.members).includes(name), `it has no ${name}`);
  });

  it('has each event that an element makes up', () => {
    const told = elements.flatMap(({ events = [] }) => names(events));
    for (const source of sources) {
      for (const [, name] of source.matchAll(/super\('([\w-]+)', \{/g))
        assert.ok(told.includes(name), `${name} is not told`);
    }
  });

  it('has each part that a template names', () => {
    const told = elements.flatMap(({ cssParts = [] }) => names(cssParts));
    for (const source of sources) {
      for (const [, part] of source.matchAll(/\bpart="([\w-]+)"/g))
        assert.ok(told.includes(part), `${part} is not told`);
    }
  });

  it('has each custom property that is read, and none that is not', () => {
    const script = read('dist/dialogues.js');
    const isRead = new Set([...script.matchAll(/var\(\s*(--[a-z][\w-]+)/g)].map(([, name]) => name));
    const told = new Set(elements.flatMap(({ cssProperties = [] }) => names(cssProperties)));
    assert.deepEqual([...told].sort(), [...isRead].sort());
  });
});

describe('what editors read', () => {
  const html = json('dist/vscode.html-custom-data.json');
  const webTypes = json('dist/web-types.json');
  const { version, customElements, 'web-types': named } = json('package.json');

  it('is named by package.json', () => {
    assert.equal(customElements, './dist/custom-elements.json');
    assert.equal(named, './dist/web-types.json');
  });

  it('has each tag and its attributes, with the values that one may choose from', () => {
    assert.equal(webTypes.version, version);
    for (const known of [html.tags, webTypes.contributions.html.elements]) {
      assert.deepEqual(names(known), [...tags].sort());
      for (const { tagName, attributes } of elements) {
        assert.deepEqual(names(known.find(({ name }) => name === tagName).attributes), names(attributes));
      }
    }
    const player = html.tags.find(({ name }) => name === 'dialogue-player');
    const layout = player.attributes.find(({ name }) => name === 'layout');
    assert.deepEqual(names(layout.values), ['compact', 'full']);
  });

  it('says nothing undefined', () => {
    for (const path of [
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
      'web-types.json',
      'jsx.d.ts',
      'vue.d.ts',
      'svelte.d.ts',
    ])
      assert.doesNotMatch(read(`dist/${path}`), /default: undefined|\bonundefined\b/);
  });
});
