import { descriptions, examples } from './descriptions.js';
import { ignored, judge, written, type Counted, type Fields, type Schema } from './door.js';
import * as schema from './schema.js';

/** The few words of JSON Schema that we write. */
interface JsonSchema {
  readonly $ref?: string;
  readonly type?: 'array' | 'boolean' | 'number' | 'object' | 'string';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema;
  readonly not?: JsonSchema;
  readonly minProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  description?: string;
  examples?: readonly unknown[];
}

/** What our own readers take in, which a schema's type alone does not tell. */
const leaves: Readonly<Record<string, JsonSchema>> = {
  Text: { anyOf: [{ type: 'string', pattern: '\\S' }, { $ref: '#/$defs/Translations' }] },
  Alt: { anyOf: [{ type: 'string', pattern: '^$|\\S' }, { $ref: '#/$defs/Translations' }] },
  Time: {
    anyOf: [
      { type: 'number', minimum: 0 },
      {
        type: 'string',
        pattern:
          '^\\s*((\\d+|(\\d+:[0-5]|\\d*)\\d:[0-5]\\d)(\\.\\d+)?|[Pp][Tt](?=\\d)(\\d+[Hh])?(\\d+[Mm])?(\\d+(\\.\\d+)?[Ss])?)\\s*$',
      },
    ],
  },
  // No `format`: by that, spaces and accents would be wrong, which browsers read and so do we.
  Address: {
    type: 'string',
    pattern:
      '^[\\x00-\\x20]*([Hh][Tt][Tt][Pp][Ss]?:/*[^/?#\\x00-\\x20]|(?![A-Za-z][A-Za-z0-9+.\\t\\n\\r-]*:)[^\\x00-\\x20])',
  },
  Id: { type: 'string', pattern: '^[A-Za-z0-9_.-]+$' },
  Language: { type: 'string', pattern: schema.tag.source.replace(/a-z/g, 'A-Za-z') },
  PoleName: { enum: ['a', 'b', 'third'] },
  Format: { const: 1 },
};

const translations: JsonSchema = {
  type: 'object',
  minProperties: 1,
  propertyNames: { $ref: '#/$defs/Language' },
  additionalProperties: { type: 'string' },
  // An empty translation is one that is still to come: one must be there.
  not: { type: 'object', additionalProperties: { type: 'string', pattern: '^\\s*$' } },
};

/** The parts that are described once, by name. */
const definitions = {
  Text: schema.textSchema,
  Alt: schema.altSchema,
  Time: schema.timeSchema,
  Address: schema.addressSchema,
  Id: schema.idSchema,
  Language: schema.languageSchema,
  PoleName: schema.poleNameSchema,
  Format: schema.formatSchema,
  Image: schema.imageSchema,
  Chapter: schema.chapterSchema,
};
const names = new Map<unknown, string>(Object.entries(definitions).map(([name, made]) => [made, name]));

/** The name of a role, which is words and never empty. */
const roleName = written('must be words', /\S/);

/** What is neither described by name nor any string. */
const plainLeaves = new Map<unknown, JsonSchema>([
  [schema.booleanSchema, { type: 'boolean' }],
  [roleName, { type: 'string', pattern: '\\S' }],
]);

/** The parts that may be written in several forms. */
const forms = new Map<unknown, readonly Schema[]>([
  [
    schema.chaptersSchema,
    [schema.chapterListSchema, schema.chaptersFileSchema, schema.chaptersPointerSchema, schema.addressSchema],
  ],
  [schema.speakerSchema, [roleName, schema.roleSchema]],
]);

/**
 * The published JSON Schema (draft 2020-12) of a bundle as it is written. Fields it does not know are allowed,
 * as they are by the parser, which notes them. Not for the browser: the build writes it to a file.
 */
export function bundleJsonSchema(): object {
  const made = jsonSchemaOf(schema.bundleSchema);
  const $defs: Record<string, JsonSchema> = {
    ...leaves,
    Image: structureOf(schema.imageSchema),
    Chapter: structureOf(schema.chapterSchema),
    Translations: translations,
  };
  for (const [name, definition] of Object.entries($defs)) describe(definition, name);
  describe(made, '');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://living-well-dialogues.example/bundle.schema.json',
    title: 'The bundle of a dialogue series, format 1',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: descriptions['$schema'], examples: examples['$schema'] },
      ...made.properties,
    },
    required: made.required,
    $defs,
  };
}

function jsonSchemaOf(made: Schema): JsonSchema {
  const name = names.get(made);
  return name ? { $ref: `#/$defs/${name}` } : structureOf(made);
}

function structureOf(made: Schema): JsonSchema {
  if (typeof made !== 'function')
    return Array.isArray(made) ? arrayOf(made as unknown as Counted) : objectOf(made as Fields);
  if (made.of) return jsonSchemaOf(made.of);
  const several = forms.get(made);
  if (several) return { anyOf: several.map(jsonSchemaOf) };
  return plainLeaves.get(made) ?? { type: 'string' };
}

function objectOf(fields: Fields): JsonSchema {
  const known = Object.entries(fields).filter(([, field]) => field !== ignored);
  const required = known.filter(([, field]) => isRequired(field)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(known.map(([key, field]) => [key, filled(field)])),
    required,
  };
}

/** A list in which something must be says so by itself. */
function filled(field: Schema): JsonSchema {
  const made = jsonSchemaOf(field);
  return made.type === 'array' && !made.minItems && isWrong(field, []) ? { ...made, minItems: 1 } : made;
}

function arrayOf([item, least, most]: Counted): JsonSchema {
  return {
    type: 'array',
    items: jsonSchemaOf(item),
    ...(least && { minItems: least }),
    ...(most && { maxItems: most }),
  };
}

/** Asks the schema itself: it is required if its absence is an error. */
function isRequired(field: Schema): boolean {
  return isWrong(field, undefined);
}

function isWrong(field: Schema, value: unknown): boolean {
  return judge(field, value).problems.some(({ level }) => level === 'error');
}

function describe(made: JsonSchema, path: string): void {
  if (descriptions[path]) made.description = descriptions[path];
  if (examples[path]) made.examples = examples[path];
  for (const form of made.anyOf ?? []) inside(form, path);
  inside(made, path);
}

function inside(made: JsonSchema, path: string): void {
  for (const [key, field] of Object.entries(made.properties ?? {})) {
    describe(field, path ? `${path}.${key}` : key);
  }
  if (made.items) describe(made.items, `${path}[]`);
}
