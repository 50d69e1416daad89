import { expect } from '@open-wc/testing';
import { readClock } from '../../src/bundle/clock.js';
import { descriptions, examples } from '../../src/bundle/descriptions.js';
import { bundleJsonSchema } from '../../src/bundle/json-schema.js';
import { parseBundle } from '../../src/bundle/parse.js';

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema;
  not?: Schema;
  minProperties?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  anyOf?: Schema[];
  pattern?: string;
  minimum?: number;
}

const root = bundleJsonSchema() as Schema;

const patterns = new Map<string, RegExp>();

/** As validators read it. Made once each: this is asked thousands of times. */
function patternOf(source: string): RegExp {
  const pattern = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, pattern);
  return pattern;
}

/** A judge of the few words of JSON Schema that ours uses: what is wrong, by path. */
function wrongs(schema: Schema, value: unknown, path = ''): string[] {
  if (schema.$ref) return wrongs(root.$defs![schema.$ref.replace('#/$defs/', '')]!, value, path);
  if (schema.anyOf) return schema.anyOf.some((form) => wrongs(form, value, path).length === 0) ? [] : [path];
  if (schema.not && wrongs(schema.not, value).length === 0) return [path];
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (schema.type && schema.type !== kind) return [path];
  if ('const' in schema && schema.const !== value) return [path];
  if (schema.enum && !schema.enum.includes(value)) return [path];
  if (typeof value === 'number') return value < (schema.minimum ?? -Infinity) ? [path] : [];
  if (typeof value === 'string') {
    return patternOf(schema.pattern ?? '').test(value) ? [] : [path];
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return [path];
    return value.flatMap((each, index) => wrongs(schema.items ?? {}, each, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value);
  return [
    ...(schema.required ?? []).filter((key) => !(key in value)).map((key) => `${path}.${key}`),
    ...(fields.length < (schema.minProperties ?? 0) ? [path] : []),
    ...fields.flatMap(([key, each]) => [
      ...wrongs(schema.propertyNames ?? {}, key, `${path}.${key}`),
      ...wrongs(schema.properties?.[key] ?? schema.additionalProperties ?? {}, each, `${path}.${key}`),
    ]),
  ];
}

/** The same data with one thing in it changed, for each thing and change; undefined takes it away. */
function* everyChange(
  whole: unknown,
  changes: readonly unknown[],
  keys: readonly string[] = [],
): Generator<readonly [path: string, change: () => unknown]> {
  const at = (data: unknown, path: readonly string[]): unknown =>
    path.reduce((part, key) => (part as Record<string, unknown>)[key], data);
  const here = at(whole, keys);
  if (typeof here !== 'object' || here === null) return;
  for (const key of Object.keys(here)) {
    // Editors name it; the parser does not look at it.
    if (key === '$schema') continue;
    for (const value of changes) {
      yield [
        [...keys, key].join('.') + ' ' + JSON.stringify(value),
        () => {
          const copy = structuredClone(whole);
          const part = at(copy, keys) as Record<string, unknown>;
          if (value === undefined && Array.isArray(part)) part.splice(Number(key), 1);
          else if (value === undefined) delete part[key];
          else part[key] = value;
          return copy;
        },
      ];
    }
    yield* everyChange(whole, changes, [...keys, key]);
  }
}

async function load(file: string): Promise<unknown> {
  return (await fetch(new URL(`../fixtures/bundles/${file}`, import.meta.url))).json();
}

describe('bundleJsonSchema', () => {
  for (const file of ['tiny', 'two-languages', 'full']) {
    it(`accepts good/${file}.json`, async () =>
      expect(wrongs(root, await load(`good/${file}.json`))).to.deep.equal([]));
  }

  const bad: readonly (readonly [file: string, wrong: string])[] = [
    ['wrong-format', '.format'],
    ['no-language', '.language'],
    ['number-title', '.dialogues[1].title'],
    ['empty-map', '.dialogues[1].title'],
    ['bad-tag-in-map', '.dialogues[1].title'],
    ['no-summary', '.dialogues[1].summary'],
    ['no-sources', '.dialogues[1].audio.sources'],
    ['bad-duration', '.dialogues[1].audio.duration'],
    ['bad-id', '.dialogues[1].id'],
    ['poles-of-one', '.dialogues[1].tension.poles'],
    ['bad-chapters', '.dialogues[1].chapters'],
    ['speaker-number', '.speakers[0]'],
    ['dialogues-no-list', '.dialogues'],
  ];
  for (const [file, wrong] of bad) {
    it(`refuses bad/${file}.json`, async () =>
      expect(wrongs(root, await load(`bad/${file}.json`))).to.deep.equal([wrong]));
  }

  it('accepts times in every form', () => {
    const time = root.$defs!['Time']!;
    const good = [0, 9.5, '90', ' 90 ', '9.5', '1:30', '90:00', '01:30.25', '1:02:03.5', 'PT1H2M3S', 'pt90m', 'PT1.5S'];
    const bad = [
      -1,
      'soon',
      '',
      ' ',
      'PT',
      'PT1.5H',
      '1:75',
      '1:90:00',
      '1:2:03',
      ':30',
      '1:5',
      '.5',
      '1.',
      '1e3',
      null,
    ];
    for (const value of good) {
      expect(readClock(value), String(value)).not.to.equal(null);
      expect(wrongs(time, value), String(value)).to.deep.equal([]);
    }
    for (const value of bad) {
      expect(readClock(value), String(value)).to.equal(null);
      expect(wrongs(time, value), String(value)).to.deep.equal(['']);
    }
  });

  it('finds wrong what the parser finds wrong, whichever field is changed', async () => {
    const full = await load('good/full.json');
    // Whether an id is known, and taken, no schema can say.
    const beyond = /must be the id of one of|must have an id of its own/;
    const changes = [
      ...[undefined, null, true, -1, 1.5, 90, '', ' ', 'x', '1:30', '1:75', 'PT5S', 'en-GB', 'third'],
      ...['a b.mp3', '/ä.mp3', '//example.org/a', '1:30.mp3', 'http://', 'HTTPS://example.org', 'a:b'],
      ...['javascript:alert(1)', ' java\nscript:alert(1)', 'data:,x', 'file:///a.mp3', '\u0000javascript:x'],
      ...[[], [''], ['x'], [{}], {}, { en: 'x' }, { en: '' }, { en: 'x', cy: '' }, { en: 5 }, { 'x y': 'z' }],
    ];
    const differences: string[] = [];
    for (const [path, change] of everyChange(full, changes)) {
      const changed = change();
      const { problems } = parseBundle(JSON.stringify(changed), 'https://example.org/bundle.json');
      const errors = problems.filter(({ level }) => level === 'error').map(({ message }) => message);
      if (errors.some((message) => beyond.test(message))) continue;
      if (wrongs(root, changed).length > 0 !== errors.length > 0) differences.push(`${path} ${errors.join()}`);
    }
    expect(differences).to.deep.equal([]);
    // Thousands of bundles.
  }).timeout(30_000);

  it('asks for no format that a validator may not know', () => {
    expect(JSON.stringify(root)).not.to.include('"format":"');
  });

  it('describes every field, and nothing else', () => {
    const used = new Set<string>();
    const walk = (schema: Schema, path: string): void => {
      if (schema.description) used.add(schema.description);
      for (const [key, field] of Object.entries(schema.properties ?? {})) {
        expect(field.description, `${path}.${key}`).to.match(/^\S.*\.$/);
        walk(field, `${path}.${key}`);
      }
      for (const form of schema.anyOf ?? []) walk(form, path);
      if (schema.items) walk(schema.items, `${path}[]`);
      for (const [name, definition] of Object.entries(schema.$defs ?? {})) walk(definition, name);
    };
    walk(root, '');
    expect([...used].sort()).to.deep.equal([...new Set(Object.values(descriptions))].sort());
  });

  it('offers examples that it accepts itself, each where it belongs', () => {
    const used = new Set<unknown>();
    const walk = (schema: Schema, path: string): void => {
      used.add(schema.examples);
      for (const example of schema.examples ?? []) {
        expect(wrongs(schema, example), `${path}: ${JSON.stringify(example)}`).to.deep.equal([]);
      }
      for (const [key, field] of Object.entries(schema.properties ?? {})) walk(field, `${path}.${key}`);
      for (const form of schema.anyOf ?? []) walk(form, path);
      if (schema.items) walk(schema.items, `${path}[]`);
      for (const [name, definition] of Object.entries(schema.$defs ?? {})) walk(definition, name);
    };
    walk(root, '');
    for (const [path, offered] of Object.entries(examples)) expect(used.has(offered), path).to.equal(true);
  });

  it('names the draft it is written in, and itself', () => {
    expect(root).to.include({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://living-well-dialogues.example/bundle.schema.json',
    });
  });
});
