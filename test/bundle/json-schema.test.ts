import { expect } from '@open-wc/testing';
import { descriptions, examples } from '../../src/bundle/descriptions.js';
import { bundleJsonSchema } from '../../src/bundle/json-schema.js';

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
  minProperties?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  anyOf?: Schema[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
}

const root = bundleJsonSchema() as Schema;

/** A judge of the few words of JSON Schema that ours uses: what is wrong, by path. */
function wrongs(schema: Schema, value: unknown, path = ''): string[] {
  if (schema.$ref) return wrongs(root.$defs![schema.$ref.replace('#/$defs/', '')]!, value, path);
  if (schema.anyOf) return schema.anyOf.some((form) => wrongs(form, value, path).length === 0) ? [] : [path];
  const kind = Array.isArray(value) ? 'array' : typeof value;
  if (schema.type && schema.type !== kind) return [path];
  if ('const' in schema && schema.const !== value) return [path];
  if (schema.enum && !schema.enum.includes(value)) return [path];
  if (typeof value === 'number') return value < (schema.minimum ?? -Infinity) ? [path] : [];
  if (typeof value === 'string') {
    const fits = value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '').test(value);
    return fits ? [] : [path];
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
    for (const value of [0, 9.5, '90', '1:30', '1:02:03.5', 'PT1H2M3S']) expect(wrongs(time, value)).to.deep.equal([]);
    for (const value of [-1, 'soon', '', 'PT', '1:75', null]) expect(wrongs(time, value)).to.deep.equal(['']);
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
