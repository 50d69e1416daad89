import { descriptions, examples } from './descriptions.js';
import { ignored, judge, type Counted, type Fields, type Schema } from './door.js';
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
  readonly minProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  description?: string;
  examples?: readonly unknown[];
}

/** What our own readers take in, which a schema's type alone does not tell. */
const leaves: Readonly<Record<string, JsonSchema>> = {
  Text: { anyOf: [{ type: 'string', pattern: '\\S' }, { $ref: '#/$defs/Translations' }] },
  Alt: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/Translations' }] },
  Time: {
    anyOf: [
      { type: 'number', minimum: 0 },
      {
        type: 'string',
        pattern: '^(\\d+(\\.\\d+)?|(\\d+:)?\\d+:[0-5]\\d(\\.\\d+)?|PT(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)$',
      },
    ],
  },
  Address: { type: 'string', format: 'uri-reference', minLength: 1 },
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

/** The parts that may be written in several forms. */
const forms = new Map<unknown, readonly Schema[]>([
  [
    schema.chaptersSchema,
    [schema.chapterListSchema, schema.chaptersFileSchema, schema.chaptersPointerSchema, schema.addressSchema],
  ],
  [schema.speakerSchema, [schema.stringSchema, schema.roleSchema]],
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
  return { type: made === schema.booleanSchema ? 'boolean' : 'string' };
}

function objectOf(fields: Fields): JsonSchema {
  const known = Object.entries(fields).filter(([, field]) => field !== ignored);
  const required = known.filter(([, field]) => isRequired(field)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(known.map(([key, field]) => [key, jsonSchemaOf(field)])),
    required,
  };
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
  return judge(field, undefined).problems.some(({ level }) => level === 'error');
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
