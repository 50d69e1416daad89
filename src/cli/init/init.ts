import { tag } from '../../bundle/schema.js';
import type { Command, Words } from '../command.js';
import { tell } from '../reading.js';
import { slugOf } from '../slug.js';
import { Failure, type World } from '../world.js';
import { targetOf, writeAll } from '../writing.js';
import { firstFiles } from './first-files.js';

export const initCommand: Command = {
  name: 'init',
  form: '[DIR] [--title WORDS] [--language TAG] [--dialogue WORDS] [--force]',
  summary: 'Begins a new series: a first bundle, and a page that shows it.',
  help: `
Writes a bundle with one dialogue to begin with, its transcript, a few seconds of silence in place of the sound, the
script of this library and a page that shows it all. What is still to be written says TODO, and validate finds it.
At a terminal, it asks for what the flags do not say.

  DIR               The folder to write into; this one if it is left out.
  --title WORDS     The title of the series.
  --language TAG    The language it is written in, such as cy; en-GB if it is left out.
  --dialogue WORDS  The title of the first dialogue.
  --force           Overwrites files that are there already.

Exit code: 0 when it is written, 2 when it cannot be.`,
  operands: [0, 1],
  switches: ['force'],
  values: ['title', 'language', 'dialogue'],
  async run({ operands: [folder = '.'], switches, values }, world) {
    const target = targetOf(folder, world);
    const [title, language, asked] = await answersOf(values, world);
    if (!title) throw new Failure('init needs a title for the series: add --title WORDS.');
    if (!tag.test(language)) {
      throw new Failure(`“${language}” is no language tag. Write one such as en-GB or cy.`);
    }
    const files = new Map([
      ...firstFiles({ title, language, dialogue: asked, id: slugOf(asked, 'first') }),
      ...(await libraryFiles(world)),
    ]);
    await writeAll(files, target, world, { isForced: switches.has('force') });
    const near = tell(target, world);
    world.out.write(
      [
        `Began “${title}” in ${near}:`,
        ...[...files.keys()].map((path) => `  ${path}`),
        '',
        'Next:',
        '  1. Put your recording in place of the silence in audio/, and its words into transcripts/.',
        '  2. Write what says TODO in bundle.json.',
        `  3. Check it: living-well-dialogues validate ${tell(new URL('bundle.json', target).href, world)}`,
        `  4. See it: serve the folder, with “npx serve ${near}” for one, and open the address it tells.`,
        '',
      ].join('\n'),
    );
    return 0;
  },
};

/** What a page and an editor need of the library: its script and its schema. @throws {Failure} */
async function libraryFiles(world: World): Promise<readonly (readonly [string, Uint8Array])[]> {
  const names = ['dialogues.js', 'bundle.schema.json'];
  return Promise.all(
    names.map(async (name) => {
      const content = await world.read(new URL(name, world.library).href).catch(() => {
        throw new Failure(`${name} is missing beside this command. Install the package again.`);
      });
      return [name, content] as const;
    }),
  );
}

const questions = [
  { flag: 'title', words: 'What is the title of the series?', usual: '' },
  { flag: 'language', words: 'Which language is it in, as a tag?', usual: 'en-GB' },
  { flag: 'dialogue', words: 'What is the title of the first dialogue?', usual: 'The first dialogue' },
] as const;

/** What the flags say and, where somebody can answer, what they leave open; else what is usual. */
async function answersOf(values: Words['values'], { ask }: World): Promise<readonly [string, string, string]> {
  const open = questions.filter(({ flag }) => !values.has(flag));
  const told = await ask?.(open.map(({ words, usual }) => `${words}${usual ? ` (${usual})` : ''} `));
  const [title, language, dialogue] = questions.map((question) => {
    const { flag, usual } = question;
    return (values.get(flag) ?? told?.[open.indexOf(question)] ?? '').trim() || usual;
  }) as [string, string, string];
  return [title, language, dialogue];
}
