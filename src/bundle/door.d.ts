import { type Problem } from './problems.js';
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
    readonly kept: {
        [Name in ListName]?: ReadonlyMap<unknown, unknown>;
    };
    /** The dialogues that were left out, and the first reason for it. */
    readonly setAside: {
        readonly id: string;
        readonly message: string;
    }[];
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
 * A judge of one value: what can be used of it, or null after an error was said. Where the value is missing, that
 * is said at `level`. What it is made of is told for the JSON Schema, which is made at build time.
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
type Optional<F extends Fields> = {
    [K in keyof F]: undefined extends Output<F[K]> ? K : never;
}[keyof F];
type Flat<T> = {
    [K in keyof T]: T[K];
};
/** What a shape puts out: a field that may be undefined may be absent. */
export type Shape<F extends Fields> = Flat<{
    readonly [K in Exclude<keyof F, Optional<F>>]: Output<F[K]>;
} & {
    readonly [K in Optional<F>]?: Exclude<Output<F[K]>, undefined>;
}>;
/** A new door. */
export declare function openDoor(base?: string): Door;
/** Judges a file, as text or as data: what can be used of it, or null, and all that is to be said of it. */
export declare function judge<Value>(schema: Schema<Value>, input: unknown, base: string | undefined): {
    readonly value: Value | null;
    readonly problems: readonly Problem[];
};
/** Says something of the value at which the judgement stands. */
export declare function say(door: Door, level: Problem['level'], sentence: string): null;
/** One value, read by a function of ours that gives null where it cannot be used. */
export declare function leaf<Value>(sentence: string, read: (value: unknown, door: Door) => Value | null): Schema<Value>;
/** Text that looks like this. */
export declare function written<Value extends string = string>(sentence: string, pattern: RegExp): Schema<Value>;
/** A field that is known, and not needed. */
export declare const ignored: Schema<undefined>;
/** An object with these fields. `others` judges those that it does not know; if not told, they are noted and left out. */
export declare function shape<const F extends Fields>(fields: F, others?: Schema<undefined>): Schema<Shape<F>>;
/**
 * A list that is judged item by item: what is wrong, or has an id that was there before, is left out alone, and
 * without a list there is an empty one. With `least` and `most`, so many there must be, and each must be good.
 */
export declare function list<Item>(item: Schema<Item>, { least, most, name, }?: {
    readonly least?: number;
    readonly most?: number;
    readonly name?: ListName;
}): Schema<readonly Item[]>;
/** A part that may be absent. Where it is wrong, it alone is left out. */
export declare function maybe<Value>(schema: Schema<Value>): Schema<Value | undefined>;
/** A part that must be there; where it is missing or wrong, that is an error, and `standIn` takes its place. */
export declare function needed<Value>(schema: Schema<Value>, standIn: Value): Schema<Value>;
/** A leaf that should be there; where it is missing, that is a warning, and `standIn` takes its place. */
export declare function hoped<Value>(schema: Schema<Value>, standIn: Value): Schema<Value>;
/** A second look at what a schema has found good: null leaves it out after all. */
export declare function then<Input, Value>(schema: Schema<Input>, look: (value: Input, door: Door) => Value | null): Schema<Readonly<Value>>;
/** Whether a value is an object that has fields, and no list. */
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
export {};
