import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import { descriptions } from './descriptions.js';
import * as schema from './schema.js';

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

/**
 * The published JSON Schema (draft 2020-12) of a bundle as it is written. Fields it does not know are allowed,
 * as they are by the parser, which notes them. Not for the browser: the build writes it to a file.
 */
export function bundleJsonSchema(): object {
  const made = toJsonSchema(schema.bundleSchema, {
    target: 'draft-2020-12',
    definitions: {
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
    },
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      const { least, most } = valibotSchema as { least?: number; most?: number };
      if (least !== undefined) return { ...jsonSchema, minItems: least, ...(most !== Infinity && { maxItems: most }) };
      // A part that must be there is described as a choice of one.
      return jsonSchema.anyOf?.length === 1 ? (jsonSchema.anyOf[0] as JsonSchema) : undefined;
    },
  });
  const definitions: Record<string, JsonSchema> = { ...made.$defs, ...leaves, Translations: translations };
  for (const [name, definition] of Object.entries(definitions)) describe(definition, name);
  describe(made, '');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://living-well-dialogues.example/bundle.schema.json',
    title: 'The bundle of a dialogue series, format 1',
    type: 'object',
    properties: { $schema: { type: 'string', description: descriptions['$schema'] }, ...made.properties },
    required: made.required,
    $defs: definitions,
  };
}

function describe(made: JsonSchema, path: string): void {
  if (descriptions[path]) made.description = descriptions[path];
  for (const form of made.anyOf ?? []) inside(form as JsonSchema, path);
  inside(made, path);
}

function inside(made: JsonSchema, path: string): void {
  for (const [key, field] of Object.entries(made.properties ?? {})) {
    describe(field as JsonSchema, path ? `${path}.${key}` : key);
  }
  if (made.items) describe(made.items as JsonSchema, `${path}[]`);
}
