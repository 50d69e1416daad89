import { parseChapters } from '../../bundle/chapters.js';
import { parseBundle } from '../../bundle/parse.js';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { wordsIn } from '../../bundle/text.js';
import { readCues } from '../../bundle/transcript.js';
import type { Command } from '../command.js';
import { read, readAsked, tell, textOf, Unreadable } from '../reading.js';
import { Failure, type World } from '../world.js';
import { targetOf, writeAll } from '../writing.js';
import type { Files } from './page-words.js';
import { writePages, writeSingleFile } from './pages.js';

export const prerenderCommand: Command = {
  name: 'prerender',
  form: 'BUNDLE --out DIR [--single-file] [--force]',
  summary: 'Writes plain pages of a series, which need no script.',
  help: `
Reads a bundle with its transcripts and writes DIR/index.html, a page ID.html for each dialogue with what search engines
and other sites ask for (JSON-LD, ID.oembed.json), and fragments/ID.html, to paste inside a <dialogue-player>.
Where bundle and DIR are both on this machine, the pages name the sound by relative addresses: publish them together.

  --out DIR      The folder to write into.
  --single-file  Writes one file instead, DIR/series.html, with the sound inside: for rooms without a network.
  --force        Overwrites files that are there already.

Exit code: 0 when it is written, 2 when the bundle cannot be read or the folder cannot be written to.`,
  operands: [1, 1],
  switches: ['single-file', 'force'],
  values: ['out'],
  async run({ operands: [asked = ''], switches, values }, world) {
    const out = values.get('out');
    if (!out) throw new Failure('prerender needs a folder to write into: add --out DIR.');
    const folder = targetOf(out, world);
    const got = await readAsked(asked, world);
    const { bundle, problems } = parseBundle(textOf(got).replace(/^\uFEFF/, ''), got.address);
    if (!bundle) {
      const reasons = problems.slice(0, 3).map(({ message }) => `\n  - ${message}`);
      throw new Failure(`${asked} holds nothing that can be shown, so nothing was written.${reasons.join('')}`);
    }
    const files = await readFiles(bundle, world);
    const series = { bundle, files, folder, address: got.address };
    const isForced = switches.has('force');
    const pages = switches.has('single-file')
      ? new Map([['series.html', writeSingleFile(series, await readSounds(bundle, world))]])
      : writePages(series);
    await writeAll(pages, folder, world, { isForced });
    world.out.write(`Wrote ${pages.size} ${pages.size === 1 ? 'file' : 'files'} into ${tell(folder, world)}.\n`);
    return 0;
  },
};

/** What of each dialogue lies in files of its own. What cannot be read is said, and the page does without. */
async function readFiles(bundle: Bundle, world: World): Promise<Map<string, Files>> {
  const all = new Map<string, Files>();
  for (const dialogue of bundle.dialogues) {
    const { id, chapters, chaptersSrc, transcript } = dialogue;
    const tags = Object.fromEntries(transcript.map(({ language }) => [language, language]));
    const language = wordsIn(tags, bundle.language, bundle.language).words;
    const file = transcript.find((one) => one.language === language);
    const text = file ? await readOr(file.src, world) : null;
    const listed = chaptersSrc ? await readOr(chaptersSrc, world) : null;
    all.set(id, {
      language,
      cues: text === null ? [] : readCues(text),
      chapters: listed === null ? chapters : (parseChapters(listed).chapters ?? chapters),
    });
  }
  return all;
}

async function readOr(address: string, world: World): Promise<string | null> {
  try {
    return textOf(await read(address, world));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    world.aside.write(`${tell(address, world)} ${error.message}. The pages do without it.\n`);
    return null;
  }
}

/** The first sound file of each dialogue, as an address that holds all of it. */
async function readSounds(bundle: Bundle, world: World): Promise<Map<string, string>> {
  const sounds = new Map<string, string>();
  for (const dialogue of bundle.dialogues) {
    const { src, type } = firstSound(dialogue);
    try {
      const { bytes } = await read(src, world);
      sounds.set(src, `data:${type || 'audio/mpeg'};base64,${Buffer.from(bytes).toString('base64')}`);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Failure(`${tell(src, world)} ${error.message}. A single file needs all of its sound.`);
    }
  }
  return sounds;
}

function firstSound({ audio }: Dialogue): Dialogue['audio']['sources'][0] {
  return audio.sources[0];
}
