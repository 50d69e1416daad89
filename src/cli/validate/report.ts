import { isObject } from '../../bundle/door.js';
import type { Problem } from '../../bundle/problems.js';
import type { Screen } from '../world.js';
import { fieldsOf, listOf } from '../places.js';

/** The list as tools read it: exactly these keys, errors first. */
export function writeJson(problems: readonly Problem[]): string {
  const list = sorted(problems).map(({ level, path, message }) => ({ level, path, message }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** The list as people read it: by the part of the bundle it is about, with the counts at the end. */
export function writeText(problems: readonly Problem[], raw: unknown, name: string, { isColoured }: Screen): string {
  const paint = (code: number, words: string): string => (isColoured ? `\u001B[${code}m${words}\u001B[0m` : words);
  const marks = { error: paint(31, 'error  '), warning: paint(33, 'warning') };
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = /^(?:dialogues|participants|learnings|sections|credits)\[\d+\]/.exec(problem.path)?.[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), problem]);
  }
  const lines: string[] = [];
  for (const [group, members] of [...groups].sort(([one], [other]) => order(one) - order(other))) {
    lines.push(paint(1, headingOf(group, raw)));
    for (const { level, message } of sorted(members)) lines.push(`  ${marks[level]}  ${message}`);
    lines.push('');
  }
  const [errors, warnings] = (['error', 'warning'] as const).map((level) => countOf(problems, level)) as [
    number,
    number,
  ];
  const sum = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  lines.push(problems[0] ? `${name}: ${paint(errors ? 31 : 33, sum)}` : `${name} is in order: ${contentsOf(raw)}.`);
  return `${lines.join('\n')}\n`;
}

export function countOf(problems: readonly Problem[], level: Problem['level']): number {
  return problems.filter((problem) => problem.level === level).length;
}

function sorted(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'));
}

/** The bundle itself first, then its parts as they come in the contract. */
function order(group: string): number {
  const [, list = '', index = '0'] = /^(\w+)\[(\d+)\]/.exec(group) ?? [];
  return (
    (['', 'dialogues', 'participants', 'learnings', 'sections', 'credits'].indexOf(list) + 1) * 1e6 + Number(index)
  );
}

function headingOf(group: string, raw: unknown): string {
  if (!group) return 'The bundle';
  const [, list = '', index = ''] = /^(\w+)\[(\d+)\]/.exec(group) ?? [];
  const { title, name, id } = fieldsOf(listOf(fieldsOf(raw)[list])[Number(index)]);
  const words: unknown = title ?? name ?? id;
  const own = isObject(words) ? Object.values(words)[0] : words;
  return typeof own === 'string' && own ? `${group} · ${own}` : group;
}

function contentsOf(raw: unknown): string {
  const count = (list: string): number => listOf(fieldsOf(raw)[list]).length;
  return `${counted(count('dialogues'), 'dialogue')}, ${counted(count('participants'), 'participant')}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
