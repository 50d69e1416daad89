import { problemAt, type Problem } from './problems.js';

/**
 * What goes through the door with a bundle, and what is learned on the way. A shape's fields are judged in the
 * order they are written in: a list of ids must stand before those who refer to it.
 */
export interface Door {
  /** The address that relative ones are resolved against. */
  readonly base: string | undefined;
  /** Where the judgement stands: keys from the outside in. */
  readonly path: (string | number)[];
  readonly problems: Problem[];
  /** What was kept of each list whose items others may name, by id. */
  readonly kept: { [Name in ListName]?: ReadonlyMap<unknown, unknown> };
  /** The dialogues that were left out, and the first reason for it. */
  readonly setAside: { readonly id: string; readonly message: string }[];
  /** The first error in the item of a named list that is being judged. */
  reason: string;
  /** The bundle's own language. */
  language: string;
  /** The length in seconds of the dialogue that is being judged; 0 where it is not known. */
  duration: number;
}

/** The lists whose items others may name. */
export type ListName = 'dialogues' | 'participants';

/**
 * A judge of one value: what can be used of it, or null after that was said, at `level`. What it is made of is told for the JSON Schema, which is made at build time.
 */
export interface Schema<Output> extends Made {
  (value: unknown, door: Door, level?: Problem['level']): Output | null;
}

/** What a schema is made of. */
interface Made {
  /** The schema that takes the first look. */
  readonly of?: Schema<unknown>;
  readonly fields?: Fields;
  readonly item?: Schema<unknown>;
  readonly least?: number;
  readonly most?: number;
}

type Fields = Readonly<Record<string, Schema<unknown>>>;

/** What a schema puts out. */
export type Output<S> = S extends Schema<infer O> ? O : never;

type Optional<F extends Fields> = { [K in keyof F]: undefined extends Output<F[K]> ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };

/** What a shape puts out: a field that may be undefined may be absent. */
export type Shape<F extends Fields> = Flat<
  { readonly [K in Exclude<keyof F, Optional<F>>]: Output<F[K]> } & {
    readonly [K in Optional<F>]?: Exclude<Output<F[K]>, undefined>;
  }
>;

/** More than anyone mends in one sitting; without an end, a hostile bundle would fill the memory. */
const MOST_PROBLEMS = 1000;

/** A new door. */
export function openDoor(base?: string): Door {
  return { base, path: [], problems: [], kept: {}, setAside: [], reason: '', language: '', duration: 0 };
}

/** Judges a file, as text or as data: what can be used of it, or null, and all that is to be said of it. */
export function judge<Value>(
  schema: Schema<Value>,
  input: unknown,
  base: string | undefined,
): { readonly value: Value | null; readonly problems: readonly Problem[] } {
  const door = openDoor(base);
  let value: Value | null;
  try {
    // A byte order mark is trimmed away as well.
    value = schema(typeof input === 'string' ? JSON.parse(input.trim()) : input, door);
  } catch (error) {
    // What is no JSON, what this version does not read, or a getter of the page's own that throws.
    value = say(door, 'error', `cannot be read: ${String(error)}`);
  }
  return { value, problems: door.problems };
}

/** Says something of the value at which the judgement stands. */
export function say(door: Door, level: Problem['level'], sentence: string): null {
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
export function leaf<Value>(sentence: string, read: (value: unknown, door: Door) => Value | null): Schema<Value> {
  return (value, door, level = 'error') =>
    read(value, door) ?? say(door, level, value === undefined ? `is missing: it ${sentence}` : sentence);
}

/** Text that looks like this. */
export function written<Value extends string = string>(sentence: string, pattern: RegExp): Schema<Value> {
  return leaf(sentence, (value) => (typeof value === 'string' && pattern.test(value) ? (value as Value) : null));
}

/** A field that is known, and not needed. */
export const ignored: Schema<undefined> = () => undefined;

const unknown: Schema<undefined> = (_value, door) => {
  say(door, 'warning', 'is not a field of format 1; it was left out');
  return undefined;
};

const anyObject = leaf('must be an object in { }', (value) => (isObject(value) ? value : null));
const anyList = leaf('must be a list', (value) => (Array.isArray(value) ? (value as readonly unknown[]) : null));

const twice: Schema<never> = (_value, door) => say(door, 'error', 'must have an id of its own');

/** An object with these fields. `others` judges those that it does not know; if not told, they are noted and left out. */
export function shape<const F extends Fields>(fields: F, others: Schema<undefined> = unknown): Schema<Shape<F>> {
  const known = new Map(Object.entries<Schema<unknown>>(fields));
  return made({ fields }, (value, door, level) => {
    const input = anyObject(value, door, level);
    if (!input) return null;
    const output: Record<string, unknown> = {};
    let isGood = true;
    for (const key of Object.keys({ ...fields, ...input })) {
      const judged = inside(known.get(key) ?? others, input[key], door, key);
      if (judged === null) isGood = false;
      else if (judged !== undefined) output[key] = judged;
    }
    return isGood ? (output as Shape<F>) : null;
  });
}

/**
 * A list that is judged item by item: what is wrong, or has an id that was there before, is left out alone, and
 * without a list there is an empty one. With `least` and `most`, so many there must be, and each must be good.
 */
export function list<Item>(
  item: Schema<Item>,
  {
    least = 0,
    most = Infinity,
    name,
  }: { readonly least?: number; readonly most?: number; readonly name?: ListName } = {},
): Schema<readonly Item[]> {
  return made({ item, least, most }, (value, door) => {
    const kept: Item[] = [];
    const byId = new Map<unknown, Item>();
    if (name) door.kept[name] = byId;
    const items = anyList(value ?? [], door);
    const fits = items !== null && items.length >= least && items.length <= most;
    if (items && !fits) say(door, 'error', `must have ${least} item${most > least ? ' or more' : 's'}`);
    items?.forEach((each, index) => {
      if (name) door.reason = '';
      const { id } = Object(each) as { readonly id?: unknown };
      const judged = inside(id && byId.has(id) ? twice : item, each, door, index);
      if (judged !== null) {
        byId.set(id, judged);
        kept.push(judged);
      } else if (name === 'dialogues') {
        door.setAside.push({ id: typeof id === 'string' ? id : '', message: door.reason });
      }
    });
    return !least || (fits && kept.length === items.length) ? kept : null;
  });
}

/** A part that may be absent. Where it is wrong, it alone is left out. */
export function maybe<Value>(schema: Schema<Value>): Schema<Value | undefined> {
  return made({ of: schema }, (value, door) => (value === undefined ? value : (schema(value, door) ?? undefined)));
}

/** A part that must be there; where it is missing or wrong, that is an error, and `standIn` takes its place. */
export function needed<Value>(schema: Schema<Value>, standIn: Value): Schema<Value> {
  return made({ of: schema }, (value, door) => schema(value, door) ?? standIn);
}

/** A leaf that should be there; where it is missing, that is a warning, and `standIn` takes its place. */
export function hoped<Value>(schema: Schema<Value>, standIn: Value): Schema<Value> {
  return made(
    { of: schema },
    (value, door) => schema(value, door, value === undefined ? 'warning' : 'error') ?? standIn,
  );
}

/** A second look at what a schema has found good: null leaves it out after all. */
export function then<Input, Value>(
  schema: Schema<Input>,
  look: (value: Input, door: Door) => Value | null,
): Schema<Readonly<Value>> {
  return made({ of: schema }, (value, door) => {
    const good = schema(value, door);
    return good === null ? null : look(good, door);
  });
}

/** Whether a value is an object that has fields, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function made<Value>(of: Made, judgement: Schema<Value>): Schema<Value> {
  return Object.assign(judgement, of);
}

function inside<Value>(schema: Schema<Value>, value: unknown, door: Door, key: string | number): Value | null {
  door.path.push(key);
  const judged = schema(value, door);
  door.path.pop();
  return judged;
}
