import { readWords, type Command } from './command.js';
import { commands } from './commands.js';
import { Failure, type World } from './world.js';

const PROGRAM = 'living-well-dialogues';

/** Does what the words ask for, and gives the exit code: 2 where they cannot be understood or it cannot be done. */
export async function runWords(words: readonly string[], world: World): Promise<number> {
  const { out, aside } = world;
  const [first, ...rest] = words;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const command = commands.find(({ name }) => name === rest[0]);
    out.write(command ? helpOf(command) : usage());
    return 0;
  }
  if (first === '--version' || first === '-v') {
    out.write(`${world.version}\n`);
    return 0;
  }
  const command = commands.find(({ name }) => name === first);
  if (!command) {
    const what = first.startsWith('-') ? `There is no flag ${first}` : `There is no command “${first}”`;
    aside.write(`${what}.\n\n${usage()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    out.write(helpOf(command));
    return 0;
  }
  const read = readWords(command, rest);
  if (typeof read === 'string') {
    aside.write(`${read}\n\n${helpOf(command)}`);
    return 2;
  }
  try {
    return await command.run(read, world);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    aside.write(`${error.message}\n`);
    return 2;
  }
}

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `${PROGRAM} looks after the content bundle of a dialogue series.`,
    '',
    'Usage:',
    ...commands.map(({ name, form }) => `  ${PROGRAM} ${name} ${form}`),
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `  ${PROGRAM} COMMAND --help tells more of one of them.`,
    `  ${PROGRAM} --version tells the version.`,
    '',
  ].join('\n');
}

function helpOf({ name, form, help }: Command): string {
  return `Usage: ${PROGRAM} ${name} ${form}\n\n${help.trim()}\n`;
}
