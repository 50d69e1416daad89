import { problemAt } from './problems.js';
/** More than anyone mends in one sitting; without an end, a hostile bundle would fill the memory. */
const MOST_PROBLEMS = 1000;
/** A new door. */
export function openDoor(base) {
    return { base, path: [], problems: [], kept: {}, setAside: [], reason: '', language: '', duration: 0 };
}
/** Judges a file, as text or as data: what can be used of it, or null, and all that is to be said of it. */
export function judge(schema, input, base) {
    const door = openDoor(base);
    let value;
    try {
        // A byte order mark is trimmed away as well.
        value = schema(typeof input === 'string' ? JSON.parse(input.trim()) : input, door);
    }
    catch (error) {
        // What is no JSON, what this version does not read, or a getter of the page's own that throws.
        value = say(door, 'error', `cannot be read; mend this first: ${String(error)}`);
    }
    return { value, problems: door.problems };
}
/** Says something of the value at which the judgement stands. */
export function say(door, level, sentence) {
    const { path, problems } = door;
    const keys = path.map((key) => (/^[a-z_$][\w$]*$/i.test(String(key)) ? `.${key}` : `[${JSON.stringify(key)}]`));
    const problem = problemAt(level, keys.join('').replace(/^\./, ''), sentence);
    if (level === 'error')
        door.reason ||= problem.message;
    if (problems.length < MOST_PROBLEMS)
        problems.push(problem);
    else if (level === 'error' || !problems[MOST_PROBLEMS]) {
        problems[MOST_PROBLEMS] = problemAt(level, '', 'has more problems than can be listed: mend these first');
    }
    return null;
}
/** One value, read by a function of ours that gives null where it cannot be used. */
export function leaf(sentence, read) {
    return (value, door, level = 'error') => read(value, door) ??
        (value === undefined ? say(door, level, `is missing: it ${sentence}`) : say(door, 'error', sentence));
}
/** Text that looks like this. */
export function written(sentence, pattern) {
    return leaf(sentence, (value) => (typeof value === 'string' && pattern.test(value) ? value : null));
}
/** A field that is known, and not needed. */
export const ignored = () => undefined;
const unknown = (_value, door) => {
    say(door, 'warning', 'is not a field of format 1; it was left out');
    return undefined;
};
const anyObject = leaf('must be an object in { }', (value) => (isObject(value) ? value : null));
const anyList = leaf('must be a list', (value) => (Array.isArray(value) ? value : null));
const twice = (_value, door) => say(door, 'error', 'has the id of an earlier one: give each its own');
/** An object with these fields. `others` judges those that it does not know; if not told, they are noted and left out. */
export function shape(fields, others = unknown) {
    const known = new Map(Object.entries(fields));
    return made({ fields }, (value, door, level) => {
        const input = anyObject(value, door, level);
        if (!input)
            return null;
        const output = {};
        let isGood = true;
        for (const key of Object.keys({ ...fields, ...input })) {
            const judged = inside(known.get(key) ?? others, input[key], door, key);
            if (judged === null)
                isGood = false;
            else if (judged !== undefined)
                output[key] = judged;
        }
        return isGood ? output : null;
    });
}
/**
 * A list that is judged item by item: what is wrong, or has an id that was there before, is left out alone, and
 * without a list there is an empty one. With `least` and `most`, so many there must be, and each must be good.
 */
export function list(item, { least = 0, most = Infinity, name, } = {}) {
    return made({ item, least, most }, (value, door) => {
        const kept = [];
        const byId = new Map();
        if (name)
            door.kept[name] = byId;
        const items = anyList(value ?? [], door);
        const fits = items !== null && items.length >= least && items.length <= most;
        if (items && !fits)
            say(door, 'error', `must have ${least} item${most > least ? ' or more' : 's'}`);
        items?.forEach((each, index) => {
            if (name)
                door.reason = '';
            const { id } = Object(each);
            const judged = inside(id && byId.has(id) ? twice : item, each, door, index);
            if (judged !== null) {
                byId.set(id, judged);
                kept.push(judged);
            }
            else if (name === 'dialogues') {
                door.setAside.push({ id: typeof id === 'string' ? id : '', message: door.reason });
            }
        });
        return !least || (fits && kept.length === items.length) ? kept : null;
    });
}
/** A part that may be absent. Where it is wrong, it alone is left out. */
export function maybe(schema) {
    return made({ of: schema }, (value, door) => (value === undefined ? value : (schema(value, door) ?? undefined)));
}
/** A part that must be there; where it is missing or wrong, that is an error, and `standIn` takes its place. */
export function needed(schema, standIn) {
    return made({ of: schema }, (value, door) => schema(value, door) ?? standIn);
}
/** A leaf that should be there; where it is missing, that is a warning, and `standIn` takes its place. */
export function hoped(schema, standIn) {
    return made({ of: schema }, (value, door) => schema(value, door, 'warning') ?? standIn);
}
/** A second look at what a schema has found good: null leaves it out after all. */
export function then(schema, look) {
    return made({ of: schema }, (value, door) => {
        const good = schema(value, door);
        return good === null ? null : look(good, door);
    });
}
/** Whether a value is an object that has fields, and no list. */
export function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function made(of, judgement) {
    return Object.assign(judgement, of);
}
function inside(schema, value, door, key) {
    door.path.push(key);
    const judged = schema(value, door);
    door.path.pop();
    return judged;
}
//# sourceMappingURL=door.js.map