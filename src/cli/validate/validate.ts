import type { Command } from '../command.js';
import { readAsked, tell, textOf } from '../reading.js';
import { Failure, type World } from '../world.js';
import { inspect } from './inspect.js';
import { countOf, writeJson, writeText } from './report.js';

export const validateCommand: Command = {
  name: 'validate',
  form: 'FILE|URL [--json] [--offline]',
  summary: 'Says what is wrong with a bundle and with the files it names.',
  help: `
Reads a bundle, its transcripts, chapters and the beginning of its sound, and says what is wrong with them.
Errors are shape, references, and a missing transcript or language. All the rest warns.

  --json     Writes [{"level": "error" | "warning", "path", "message"}] for tools.
  --offline  Asks no server for the files that the bundle names; those on this machine are still read.

Exit code: 0 without an error, 1 with errors, 2 when the bundle cannot be read.`,
  operands: [1, 1],
  switches: ['json', 'offline'],
  values: [],
  async run({ operands: [asked = ''], switches }, world) {
    const isOffline = switches.has('offline');
    if (isOffline && /^https?:/i.test(asked)) {
      throw new Failure(`${asked} is on a server, and --offline asks none. Name a file, or leave --offline out.`);
    }
    const got = await readAsked(asked, world);
    let raw: unknown;
    try {
      raw = JSON.parse(textOf(got).replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new Failure(`${asked} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
    }
    const progress = progressOn(world);
    const problems = await inspect(got, raw, { world, isOffline, onProgress: progress.tell });
    progress.clear();
    world.out.write(switches.has('json') ? writeJson(problems) : writeText(problems, raw, asked, world.out));
    return countOf(problems, 'error') > 0 ? 1 : 0;
  },
};

/** One line that is written over, only where somebody watches. */
function progressOn(world: World): {
  readonly tell: (done: number, all: number, address: string) => void;
  readonly clear: () => void;
} {
  const { aside } = world;
  if (!aside.isTerminal) return { tell: () => undefined, clear: () => undefined };
  return {
    tell: (done, all, address) => {
      aside.write(`\r\u001B[KReading ${done} of ${all}: ${tell(address, world).slice(-60)}`);
    },
    clear: () => aside.write('\r\u001B[K'),
  };
}
