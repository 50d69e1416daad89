import type { Bundle } from './schema.js';

/** The languages that a series can be read in: its own, and those that its title or the title of a dialogue has. */
export function languagesOf({ language, title, dialogues }: Bundle): readonly string[] {
  const titles = [title, ...dialogues.map((dialogue) => dialogue.title)];
  return [...new Set([language, ...titles.flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text)))])];
}
