import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure, type Screen, type World } from './world.js';

/** The world as Node knows it. `library` is the address of the file that runs. */
export function nodeWorld(library: string, version: string): World {
  const { stdin, stdout, stderr } = process;
  const isTerminal = Boolean(stdin.isTTY && stdout.isTTY);
  return {
    here: pathToFileURL(`${process.cwd()}/`).href,
    out: screenOf(stdout),
    aside: screenOf(stderr),
    version,
    library: new URL('.', library).href,
    // An address that no file can have rejects as well: to make a path of it throws.
    read: async (address) => readFile(fileURLToPath(address)),
    write: async (address, content) => {
      await mkdir(fileURLToPath(new URL('.', address)), { recursive: true });
      await writeFile(fileURLToPath(address), content);
    },
    has: (address) =>
      stat(fileURLToPath(address)).then(
        () => true,
        () => false,
      ),
    fetch: globalThis.fetch,
    ...(isTerminal && { ask }),
  };
}

async function ask(questions: readonly string[]): Promise<readonly string[]> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // It keeps lines that are pasted before they are asked for.
  const typed = lines[Symbol.asyncIterator]();
  const answers: string[] = [];
  try {
    for (const question of questions) {
      lines.setPrompt(question);
      lines.prompt();
      const { done, value } = await typed.next();
      if (done) throw new Failure('\nNothing was written.');
      answers.push(value);
    }
  } finally {
    lines.close();
  }
  return answers;
}

function screenOf(stream: NodeJS.WriteStream): Screen {
  // `| head` closes the pipe while we write; that is no failure.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (words) => void stream.write(words),
    isTerminal: Boolean(stream.isTTY),
    // https://no-color.org: any value but the empty one.
    isColoured: Boolean(stream.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  };
}
