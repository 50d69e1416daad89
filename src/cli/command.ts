import type { World } from './world.js';

/** The words of a command line, told apart. */
export interface Words {
  /** The files and addresses, in order. */
  readonly operands: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** One thing that the command line can do. */
export interface Command {
  readonly name: string;
  /** How it is written, after the name of the program. */
  readonly form: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** What it does, in full: its flags and what its exit codes mean. */
  readonly help: string;
  /** How many operands it takes: the least and the most. */
  readonly operands: readonly [least: number, most: number];
  readonly switches: readonly string[];
  /** The flags that are followed by a value. */
  readonly values: readonly string[];
  /** Gives the exit code. Throws a Failure where it cannot do what it was asked to. */
  run(words: Words, world: World): Promise<number>;
}

/** Tells the words of a command apart, or gives a sentence that says which one it does not understand. */
export function readWords(command: Command, words: readonly string[]): Words | string {
  const operands: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string>();
  let onlyOperands = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--' && !onlyOperands) onlyOperands = true;
    else if (onlyOperands || !/^-./.test(word)) operands.push(word);
    else {
      const [, flag = word, given] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
      const name = flag.slice(2);
      if (command.switches.includes(name)) {
        if (given !== undefined) return `${flag} takes no value.`;
        switches.add(name);
      } else if (command.values.includes(name)) {
        const value = given ?? words[++at];
        if (!value || (given === undefined && value.startsWith('--'))) return `${flag} needs a value after it.`;
        if (values.has(name)) return `${flag} is written twice.`;
        values.set(name, value);
      } else return `${command.name} has no flag ${flag}.`;
    }
  }
  const [least, most] = command.operands;
  if (operands.length < least) return `${command.name} needs to know what to read.`;
  if (operands.length > most) return `${command.name} does not know what to do with “${operands[most]}”.`;
  return { operands, switches, values };
}
