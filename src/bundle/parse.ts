import { isObject, judge, openDoor } from './door.js';
import { problemAt, problemFrom, type Problem } from './problems.js';
import { bundleSchema, type Bundle } from './schema.js';

/** A bundle, or null where nothing of it can be shown, and all that is wrong with it. */
export interface ParsedBundle {
  readonly bundle: Bundle | null;
  readonly problems: readonly Problem[];
}

/**
 * The door: takes in anything, and gives out a bundle that can be trusted with a list of problems. One bad
 * part never spoils its neighbours. `base` is the bundle's own address. Never throws.
 */
export function parseBundle(input: string | object, base?: string): ParsedBundle {
  let data: unknown = input;
  if (typeof input === 'string') {
    try {
      data = JSON.parse(input.replace(/^\uFEFF/, ''));
    } catch (error) {
      return nothing(`The bundle is not JSON: look for a comma, quote or bracket that is missing (${String(error)})`);
    }
  }
  try {
    return judgeBundle(data, base);
  } catch {
    return nothing('The bundle cannot be read: one of its fields throws');
  }
}

function judgeBundle(data: unknown, base: string | undefined): ParsedBundle {
  if (!isObject(data)) return nothing('The bundle must be a JSON object: begin it with { and end it with }');
  if (typeof data['format'] === 'number' && data['format'] !== 1) {
    const sentence = 'must be 1: this version of the library reads format 1 only';
    return { bundle: null, problems: [problemAt('error', 'format', sentence)] };
  }
  const door = openDoor(base);
  const { value, issues } = judge(bundleSchema, data, door);
  const problems = issues.map(problemFrom);
  if (door.unsaid) {
    problems.push(problemAt(door.unsaid, '', 'There are more problems than can be listed: mend these first'));
  }
  if (!value || value.dialogues.length + value.sections.length + value.participants.length === 0) {
    return { bundle: null, problems: [...problems, ...nothing('The bundle has nothing that can be shown').problems] };
  }
  const setAside = door.setAside.map(({ id, issue }) => ({ id, message: problemFrom(issue).message }));
  return { bundle: { ...value, ...(base !== undefined && { base }), setAside }, problems };
}

function nothing(sentence: string): ParsedBundle {
  return { bundle: null, problems: [problemAt('error', '', sentence)] };
}
