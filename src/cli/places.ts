import { isObject } from '../bundle/door.js';

/** The items of a list as it is written; none where it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The fields of an object as it is written; none where it is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/**
 * Where an item of a list at the top stands in the file: what the parser set aside is missing from its list, so that
 * its places are not the file's.
 */
export function placeOf(
  raw: unknown,
  list: 'credits' | 'dialogues' | 'learnings' | 'participants',
  id: string,
): string {
  return `${list}[${listOf(fieldsOf(raw)[list]).findIndex((item) => fieldsOf(item)['id'] === id)}]`;
}

/** An item of a list at the top, as it is written. */
export function itemOf(raw: unknown, list: 'dialogues', id: string): Readonly<Record<string, unknown>> {
  return fieldsOf(listOf(fieldsOf(raw)[list]).find((item) => fieldsOf(item)['id'] === id));
}
