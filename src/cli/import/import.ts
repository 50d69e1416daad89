import { parseBundle } from '../../bundle/parse.js';
import type { Command } from '../command.js';
import { read, readAsked, tell, Unreadable, xmlTextOf } from '../reading.js';
import { counted } from '../validate/report.js';
import { Failure } from '../world.js';
import { targetOf, writeAll } from '../writing.js';
import { makeBundle } from './make-bundle.js';
import { readPodlove } from './podlove.js';
import { readRss } from './rss.js';

export const importCommand: Command = {
  name: 'import',
  form: 'FEED|URL --out DIR [--force]',
  summary: 'Makes a bundle of a podcast feed.',
  help: `
Reads a podcast's feed (RSS with the tags of Podcasting 2.0) or an episode for the Podlove Web Player (JSON), and
writes DIR/bundle.json with the transcripts beside it. It ends with a list of what an editor must still write.
Sound and pictures on the web stay where they are; files that lie beside the feed are copied.

  --out DIR  The folder to write into.
  --force    Overwrites files that are there already.

Exit code: 0 when it is written, 2 when the feed cannot be read or the folder cannot be written to.`,
  operands: [1, 1],
  switches: ['force'],
  values: ['out'],
  async run({ operands: [asked = ''], switches, values }, world) {
    const out = values.get('out');
    if (!out) throw new Failure('import needs a folder to write into: add --out DIR.');
    const folder = targetOf(out, world);
    const got = await readAsked(asked, world);
    const text = xmlTextOf(got).replace(/^\uFEFF/, '');
    const isJson = /^\s*[[{]/.test(text);
    const show = isJson ? readPodlove(text, asked) : readRss(text, asked);

    const unread: string[] = [];
    // The reader of feeds forgives much, and would pass over a download that broke off.
    if (!isJson && !/<\/(?:rss|rdf:rdf)\s*>/i.test(text)) {
      unread.push('The end of the feed: it breaks off before </rss>, so that episodes may be missing.');
    }
    const made = await makeBundle(show, got.address, async (address, what) => {
      if (world.aside.isTerminal) world.aside.write(`\r\u001B[KReading ${tell(address, world).slice(-60)}`);
      try {
        return (await read(address, world)).bytes;
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        unread.push(`${what}, ${tell(address, world)}, ${error.message}.`);
        return null;
      }
    });
    if (world.aside.isTerminal) world.aside.write('\r\u001B[K');
    const { bundle, problems } = parseBundle(made.bundle, new URL('bundle.json', folder).href);
    if (!bundle?.dialogues[0]) {
      const reasons = [...made.leftOut, ...unread].map((one) => `\n  - ${one}`).join('');
      throw new Failure(`${asked} has no episode that could become a dialogue, so nothing was written.${reasons}`);
    }

    const files = new Map([['bundle.json', `${JSON.stringify(made.bundle, null, 2)}\n`], ...made.files]);
    await writeAll(files, folder, world, { isForced: switches.has('force') });

    const { dialogues, participants } = bundle;
    const words = dialogues.filter(({ transcript }) => transcript[0]).length;
    const errors = problems.filter(({ level, path }) => level === 'error' && !path.endsWith('.transcript'));
    world.out.write(
      [
        `Wrote ${tell(new URL('bundle.json', folder).href, world)}: ${counted(dialogues.length, 'dialogue')}, ${words} of them with a transcript, and ${counted(participants.length, 'participant')}.`,
        ...section('What could not be read:', unread),
        ...section('What was left out or changed:', made.leftOut),
        ...section(
          'What is wrong:',
          errors.map(({ message }) => `${message}.`),
        ),
        ...section('What an editor must still write:', made.toDo),
        '',
        `Then check it: living-well-dialogues validate ${tell(new URL('bundle.json', folder).href, world)}`,
        '',
      ].join('\n'),
    );
    return 0;
  },
};

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines[0] ? ['', heading, ...lines.map((line) => `  - ${line}`)] : [];
}
