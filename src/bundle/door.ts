import { problemAt, type Problem } from './problems.js';

/** What goes through the door with a file, and what is learned on the way. */
export interface Door {
  /** The address that relative ones are resolved against. */
  readonly base: string | undefined;
  /** Where the judgement stands: keys from the outside in. */
  readonly path: (string | number)[];
  readonly problems: Problem[];
  /** What was kept of each list at the top, by id. */
  readonly kept: Record<string, ReadonlyMap<unknown, unknown>>;
  /** The dialogues that were left out, and the first reason for it. */
  readonly setAside: { readonly id: string; readonly message: string }[];
  /** The first error in the item of a list at the top that is being judged. */
  reason: string;
  /** The bundle's own language. */
  language: string;
  /** The length in seconds of the dialogue that is being judged; 0 where it is not known. */
  duration: number;
}

/**
 * What judges a value: a reader, the fields of an object, or a list of items. A schema is what it judges, written
 * down: the types, the check and the JSON Schema are all read off it.
 */
export type Schema = Reader<unknown> | Fields | Items;

/** Reads one value: what can be used of it, or null after that was said; at `level` where it is missing. */
export interface Reader<Value> {
  (value: unknown, door: Door, level?: Level): Value | null;
  /** The schema that takes the first look, for the JSON Schema. */
  readonly of?: Schema;
}

/**
 * The fields of an object, judged in the order they are written in: a list of ids must stand before those who refer
 * to it. `*` judges those that are not named; without it, they are noted and left out.
 */
export interface Fields {
  readonly [key: string]: Schema;
}

/**
 * A list that is judged item by item: what is wrong, or has an id that was there before, is left out alone, and
 * without a list there is an empty one. With `least` and `most`, so many there must be, and each must be good.
 */
export type Items = Counted | readonly Schema[];
export type Counted = readonly [item: Schema, least?: number, most?: number];

type Level = Problem['level'];

/** What a schema puts out. */
export type Output<S> =
  S extends Reader<infer Value>
    ? Value
    : S extends readonly [infer Item, 2, 2]
      ? readonly [Output<Item>, Output<Item>]
      : S extends readonly [infer Item, 1]
        ? readonly [Output<Item>, ...Output<Item>[]]
        : S extends readonly (infer Item)[]
          ? readonly Output<Item>[]
          : S extends Fields
            ? Shape<S>
            : never;

type Optional<F> = { [K in keyof F]: undefined extends Output<F[K]> ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };

/** What fields put out: one that may be undefined may be absent. */
type Shape<F> = Flat<
  { readonly [K in Exclude<keyof F, Optional<F>>]: Output<F[K]> } & {
    readonly [K in Optional<F>]?: Exclude<Output<F[K]>, undefined>;
  }
>;

/** More than anyone mends in one sitting; without an end, a hostile bundle would fill the memory. */
const MOST_PROBLEMS = 1000;

/** Judges a file, as text or as data: what can be used of it, or null, and all that is to be said of it. */
export function judge<S extends Schema>(
  schema: S,
  input: unknown,
  base?: string,
): { readonly value: Output<S> | null; readonly problems: readonly Problem[] } {
  const door: Door = { base, path: [], problems: [], kept: {}, setAside: [], reason: '', language: '', duration: 0 };
  let value: Output<S> | null;
  try {
    // A byte order mark is trimmed away as well.
    value = admit(schema, typeof input === 'string' ? JSON.parse(input.trim()) : input, door);
  } catch (error) {
    // What is no JSON, what this version does not read, or a getter of the page's own that throws.
    value = say(door, `cannot be read: ${(error as Partial<Error> | null)?.message}`);
  }
  return { value, problems: door.problems };
}

/** Lets through what can be used of a value, or null after that was said. */
export function admit<S extends Schema>(schema: S, value: unknown, door: Door, level?: Level): Output<S> | null {
  const judged =
    typeof schema === 'function'
      ? schema(value, door, level)
      : Array.isArray(schema)
        ? admitItems(schema as unknown as Counted, value, door)
        : admitFields(schema as Fields, value, door);
  return judged as Output<S> | null;
}

/** Says something of the value at which the judgement stands. */
export function say(door: Door, sentence: string, level: Level = 'error'): null {
  const { path, problems } = door;
  const keys = path.map((key) => (/^[a-z_$][\w$]*$/i.test(String(key)) ? `.${key}` : `[${JSON.stringify(key)}]`));
  const problem = problemAt(level, keys.join('').replace(/^\./, ''), sentence);
  if (level === 'error') door.reason ||= problem.message;
  // Where the list is full, the latest error takes the last place, so that errors are never hidden by warnings.
  if (problems.length < MOST_PROBLEMS || level === 'error') {
    problems[Math.min(problems.length, MOST_PROBLEMS)] = problem;
  }
  return null;
}

/** One value, read by a function of ours that gives null where it cannot be used. */
export function leaf<Value>(sentence: string, read: (value: unknown, door: Door) => Value | null): Reader<Value> {
  return (value, door, level) =>
    read(value, door) ?? (value === undefined ? say(door, `is missing: it ${sentence}`, level) : say(door, sentence));
}

/** Text that looks like this. */
export function written<Value extends string = string>(sentence: string, pattern: RegExp): Reader<Value> {
  return leaf(sentence, (value) => (typeof value === 'string' && pattern.test(value) ? (value as Value) : null));
}

/** A field that is known, and not needed. */
export const ignored: Reader<undefined> = () => undefined;

/** A part that may be absent. Where it is wrong, it alone is left out. */
export function maybe<S extends Schema>(schema: S): Reader<Output<S> | undefined> {
  return made(schema, (value, door) => (value === undefined ? value : (admit(schema, value, door) ?? undefined)));
}

/** A part that should be there: where it is missing, that is said at `level`; if so, or if wrong, `standIn` takes its place. */
export function needed<S extends Schema>(schema: S, standIn: Output<S>, level?: Level): Reader<Output<S>> {
  return made(schema, (value, door) => admit(schema, value, door, level) ?? standIn);
}

/** A second look at what a schema has found good: null leaves it out after all. */
export function then<S extends Schema, Value>(
  schema: S,
  look: (value: Output<S>, door: Door) => Value | null,
): Reader<Readonly<Value>> {
  return made(schema, (value, door) => {
    const good = admit(schema, value, door);
    return good === null ? null : look(good, door);
  });
}

/** Whether a value is an object that has fields, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function made<Value>(of: Schema, judgement: Reader<Value>): Reader<Value> {
  return Object.assign(judgement, { of });
}

const anyObject = leaf('must be an object in { }', (value) => (isObject(value) ? value : null));
const anyList = leaf('must be a list', (value) => (Array.isArray(value) ? (value as readonly unknown[]) : null));

const unknown: Reader<undefined> = (_value, door) => {
  say(door, 'is not a field of format 1', 'warning');
  return undefined;
};

const twice: Reader<never> = (_value, door) => say(door, 'must have an id of its own');

function admitFields(fields: Fields, value: unknown, door: Door): object | null {
  const input = anyObject(value, door);
  if (!input) return null;
  // A bundle's own `constructor` is no field: the table inherits nothing.
  const known: Fields = { __proto__: null as never, '*': unknown, ...fields };
  const output: Record<string, unknown> = {};
  let isGood = true;
  for (const key of Object.keys({ ...fields, ...input })) {
    const judged = inside(known[key] ?? known['*']!, input[key], door, key);
    if (judged === null) isGood = false;
    else if (judged !== undefined) output[key] = judged;
  }
  return isGood ? output : null;
}

function admitItems(
  [item, least = 0, most = Infinity]: Counted,
  value: unknown = [],
  door: Door,
): readonly unknown[] | null {
  const name = door.path.join();
  const isTop = door.path.length < 2;
  const kept = new Map<unknown, unknown>();
  if (isTop) door.kept[name] = kept;
  const items = anyList(value, door);
  if (!items) return least ? null : [];
  const { length } = items;
  const fits = length >= least && length <= most;
  if (!fits) say(door, `must have ${least} item${most > least ? ' or more' : 's'}`);
  items.forEach((each, index) => {
    if (isTop) door.reason = '';
    const { id } = Object(each) as { readonly id?: unknown };
    const judged = inside(id && kept.has(id) ? twice : item, each, door, index);
    if (judged !== null) {
      // What has no id is kept under a key that nothing else has.
      kept.set(id || {}, judged);
    } else if (name === 'dialogues') {
      door.setAside.push({ id: typeof id === 'string' ? id : '', message: door.reason });
    }
  });
  return least && !(fits && kept.size === length) ? null : [...kept.values()];
}

function inside(schema: Schema, value: unknown, door: Door, key: string | number): unknown {
  door.path.push(key);
  const judged = admit(schema, value, door);
  door.path.pop();
  return judged;
}
