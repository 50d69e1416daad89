import type * as v from 'valibot';
import { levelOf, type Complaint, type Issue } from './problems.js';

/**
 * What goes through the door with a bundle, and what is learned on the way. It travels as valibot's
 * configuration does, from schema to schema. A shape's fields are judged in the order they are written in: a
 * list of ids must stand before those who refer to it.
 */
export interface Door {
  /** The address that relative ones are resolved against. */
  readonly base: string | undefined;
  /** The ids of each list that others may name, as far as they were kept. */
  readonly ids: Partial<Record<ListName, ReadonlySet<string>>>;
  /** The length in seconds of each dialogue that was kept; 0 where it is not known. */
  readonly durations: Map<string, number>;
  /** The dialogues that were left out, and the first reason for it. */
  readonly setAside: { readonly id: string; readonly issue: Issue }[];
  /** The bundle's own language. */
  language: string;
  /** The length in seconds of the dialogue that is being judged. */
  duration: number;
  /** The worst of the problems that were too many to list. */
  unsaid: 'error' | 'warning' | null;
}

/** The lists whose items others may name. */
export type ListName = 'dialogues' | 'participants';

/** A schema that takes in anything. */
export type Schema<Output> = v.GenericSchema<unknown, Output>;

/** How a schema is described, in valibot's words, for the JSON Schema. */
type Likeness = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What valibot hands from schema to schema: `typed` is false where the value cannot be used. */
interface Dataset {
  typed?: boolean;
  value: unknown;
  issues?: Issue[];
}

type Entries = Readonly<Record<string, Schema<unknown>>>;
type Optional<E extends Entries> = { [K in keyof E]: undefined extends v.InferOutput<E[K]> ? K : never }[keyof E];
type Flat<T> = { [K in keyof T]: T[K] };

/** What a shape puts out: a field that may be undefined may be absent. */
export type Shape<E extends Entries> = Flat<
  { readonly [K in Exclude<keyof E, Optional<E>>]: v.InferOutput<E[K]> } & {
    readonly [K in Optional<E>]?: Exclude<v.InferOutput<E[K]>, undefined>;
  }
>;

/** More than anyone mends in one sitting; without an end, a hostile bundle would fill the memory. */
const MOST_ISSUES = 1000;

/** A new door. */
export function openDoor(base: string | undefined): Door {
  return { base, ids: {}, durations: new Map(), setAside: [], language: 'en-GB', duration: 0, unsaid: null };
}

/** Judges a value: what can be used of it, or null, and all that is to be said of it. */
export function judge<Output>(
  schema: Schema<Output>,
  input: unknown,
  door: Door,
): { readonly value: Output | null; readonly issues: readonly Issue[] } {
  const { typed, value, issues } = run(schema, input, door);
  return { value: typed ? (value as Output) : null, issues: issues ?? [] };
}

/** One value, read by a function of ours that gives null where it cannot be used. */
export function leaf<Output>(
  type: 'string' | 'number' | 'boolean',
  complaint: Complaint,
  read: (value: unknown, door: Door) => Output | null,
): Schema<Output> {
  return judgedBy({ type }, (dataset, door) => {
    const value = read(dataset.value, door);
    if (value === null) return refuse(dataset, complaint);
    dataset.typed = true;
    dataset.value = value;
    return dataset;
  });
}

/** An object with these fields. Others are noted and left out, save those that are known and not needed. */
export function shape<const E extends Entries>(entries: E, notNeeded: readonly string[] = []): Schema<Shape<E>> {
  const fields = Object.entries(entries);
  const known = new Set([...Object.keys(entries), ...notNeeded]);
  return judgedBy({ type: 'object', entries }, (dataset, door) => {
    const input = dataset.value;
    if (!isObject(input)) return refuse(dataset, 'object');
    const value: Record<string, unknown> = {};
    const outcome: Dataset = { typed: true, value };
    for (const [key, schema] of fields) {
      const inner = run(schema, input[key], door);
      gather(outcome, inner, key, door);
      if (!inner.typed) outcome.typed = false;
      else if (inner.value !== undefined) value[key] = inner.value;
    }
    for (const key of Object.keys(input)) {
      if (!known.has(key)) gather(outcome, say({ value: input[key] }, 'unknown'), key, door);
    }
    return outcome;
  });
}

/**
 * A list that is judged item by item: what is wrong, or has an id that was there before, is left out alone.
 * Without a list there is an empty one.
 */
export function list<Output>(item: Schema<Output>, name?: ListName): Schema<readonly Output[]> {
  return judgedBy(optional({ type: 'array', item }), (dataset, door) => {
    const input = dataset.value ?? [];
    const value: unknown[] = [];
    const outcome: Dataset = { typed: true, value };
    const ids = new Set<string>();
    if (name) door.ids[name] = ids;
    if (!Array.isArray(input)) return say(outcome, 'array');
    input.forEach((each: unknown, index) => {
      let id = '';
      let inner: Dataset = { value: each };
      try {
        if (isObject(each) && /string|number/.test(typeof each['id'])) id = String(each['id']);
        inner = run(item, each, door);
        if (inner.typed && id && ids.has(id)) refuse(inner, 'twice');
      } catch {
        // A getter or a proxy of the page's own that throws.
        refuse(inner, 'unreadable');
      }
      if (inner.typed) {
        ids.add(id);
        value.push(inner.value);
      } else if (name === 'dialogues' && (id || door.setAside.length === 0)) {
        const worst = inner.issues?.find((issue) => levelOf(issue) === 'error');
        // A copy, since the path of what a full list has no room for is not built to its end.
        if (worst) door.setAside.push({ id, issue: { ...worst, path: [name, index, ...worst.path] } });
      }
      gather(outcome, inner, index, door);
    });
    return outcome;
  });
}

/** A list in which every item must be good, and which has at least `least` of them and at most `most`. */
export function whole<Output extends readonly unknown[]>(
  item: Schema<Output[number]>,
  { least, most = Infinity }: { readonly least: number; readonly most?: number },
): Schema<Output> {
  return judgedBy({ type: 'array', item, least, most }, (dataset, door) => {
    const input = dataset.value;
    if (!Array.isArray(input)) return refuse(dataset, 'array');
    if (input.length < least || input.length > most) return refuse(dataset, 'number');
    const value: unknown[] = [];
    const outcome: Dataset = { typed: true, value };
    input.forEach((each: unknown, index) => {
      const inner = run(item, each, door);
      gather(outcome, inner, index, door);
      if (!inner.typed) outcome.typed = false;
      value.push(inner.value);
    });
    return outcome;
  });
}

/** A part that may be absent. Where it is wrong, it alone is left out. */
export function side<Output>(schema: Schema<Output>): Schema<Output | undefined> {
  return excused(schema, undefined);
}

/** A part that must be there; where it is missing or wrong, that is an error, and `standIn` takes its place. */
export function needed<Output>(schema: Schema<Output>, standIn: (door: Door) => Output): Schema<Output> {
  return judgedBy({ type: 'union', options: [schema] }, (dataset, door) => {
    const inner = run(schema, dataset.value, door);
    if (!inner.typed) {
      inner.typed = true;
      inner.value = standIn(door);
    }
    return inner;
  });
}

/** A part that should be there; where it is missing, that is a warning, and `standIn` takes its place. */
export function hoped<Output>(schema: Schema<Output>, standIn: Output): Schema<Output> {
  return excused(schema, standIn, 'hoped');
}

/** A second look at what a schema has found good: null leaves it out after all, `note` says something of it. */
export function then<Input, Output>(
  schema: Schema<Input>,
  look: (value: Input, door: Door, note: (complaint: Complaint) => void) => Output | null,
): Schema<Readonly<Output>> {
  return judgedBy({ ...schema }, (dataset, door) => {
    const outcome = run(schema, dataset.value, door);
    if (!outcome.typed) return outcome;
    outcome.value = look(outcome.value as Input, door, (complaint) => say(outcome, complaint));
    outcome.typed = outcome.value !== null;
    return outcome;
  });
}

/** One of several forms: `pick` looks at the value and says which, or null where it is none of them. */
export function either<Output>(
  forms: readonly Schema<unknown>[],
  complaint: Complaint,
  pick: (value: unknown) => Schema<Output> | null,
): Schema<Output> {
  return judgedBy({ type: 'union', options: forms }, (dataset, door) => {
    const schema = pick(dataset.value);
    return schema ? run(schema, dataset.value, door) : refuse(dataset, complaint);
  });
}

/** Whether a value is an object that has fields, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function excused<Output>(schema: Schema<Output>, standIn: Output, complaint?: Complaint): Schema<Output> {
  return judgedBy(optional(schema), (dataset, door) => {
    let outcome = dataset;
    if (dataset.value !== undefined) outcome = run(schema, dataset.value, door);
    else if (complaint) say(dataset, complaint);
    if (!outcome.typed) {
      outcome.typed = true;
      outcome.value = standIn;
    }
    return outcome;
  });
}

function optional(wrapped: object): Likeness {
  return { type: 'optional', wrapped };
}

/**
 * A schema in valibot's protocol, without valibot's own code: its schemas know only right or wrong, and would
 * lie in every page unused. `like` is what the JSON Schema says of it; `judgement` is what decides.
 */
function judgedBy<Output>(like: Likeness, judgement: (dataset: Dataset, door: Door) => Dataset): Schema<Output> {
  return { ...like, kind: 'schema', '~run': judgement } as unknown as Schema<Output>;
}

function run(schema: Schema<unknown>, value: unknown, door: Door): Dataset {
  return schema['~run']({ value }, door as object) as unknown as Dataset;
}

function say(dataset: Dataset, type: Complaint): Dataset {
  (dataset.issues ??= []).push({ type, path: [] });
  return dataset;
}

function refuse(dataset: Dataset, complaint: Complaint): Dataset {
  dataset.typed = false;
  return say(dataset, dataset.value === undefined ? 'missing' : complaint);
}

/** Takes over what was said of a part, and where that part is. */
function gather(dataset: Dataset, { issues }: Dataset, key: string | number, door: Door): void {
  if (!issues) return;
  const said = (dataset.issues ??= []);
  for (const issue of issues) {
    issue.path.unshift(key);
    if (said.length < MOST_ISSUES) said.push(issue);
    else door.unsaid = door.unsaid === 'error' ? 'error' : levelOf(issue);
  }
}
