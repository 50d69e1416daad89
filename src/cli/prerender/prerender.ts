import { parseBundle } from '../../bundle/parse.js';
import { languagesOf } from '../../bundle/languages.js';
import { tag, type Bundle } from '../../bundle/schema.js';
import { wordsIn } from '../../bundle/text.js';
import type { Command } from '../command.js';
import { readAsked, tell, textOf } from '../reading.js';
import { Failure, type World } from '../world.js';
import { targetOf, writeAll } from '../writing.js';
import { writePages } from './pages.js';
import { isReachable } from './phone-addresses.js';
import { readInside, readSeries } from './series-files.js';
import { SINGLE, writeSingleFile } from './single-file.js';

export const prerenderCommand: Command = {
  name: 'prerender',
  form: 'BUNDLE --out DIR [--base URL] [--language TAG] [--single-file] [--offline] [--force]',
  summary: 'Writes plain pages of a series, which need no script.',
  help: `
Reads a bundle, a file or a URL, with its transcripts, and writes DIR/index.html, a page ID.html for each dialogue with
what search engines and other sites ask for (JSON-LD, ID.oembed.json), and fragments/ID.html, to paste inside a
<dialogue-player>. Easy words (easyRead), what may be hard to hear (contentNotes) and the signed version (signed) stand
before the player; fragments/before/ID.html holds them, to paste before the tag. Where a dialogue has questions,
paper/ID.html is there to print for a meeting, on A4: a sheet for the facilitator, and the questions as cards to cut out.
Where the bundle is a file, the pages name the sound by relative addresses: publish them together. Where it is a URL, the
addresses of its files are whole.

  --out DIR       The folder to write into.
  --base URL      Where DIR will be published. What others are told, and the fragments, then hold whole addresses;
                  and paper has QR codes that lead phones to the moments.
  --language TAG  The language to write in, such as cy; the bundle's own without it.
  --single-file   Writes one file instead, DIR/${SINGLE}, with the sound inside: for rooms without a network.
  --offline       Asks no server for the files that the bundle names; those on this machine are still read.
  --force         Overwrites files that are there already.

A transcript that cannot be read is told of, and the pages do without it.

Exit code: 0 when it is written, 2 when the bundle cannot be read or the folder cannot be written to.`,
  operands: [1, 1],
  switches: ['single-file', 'offline', 'force'],
  values: ['out', 'base', 'language'],
  async run({ operands: [asked = ''], switches, values }, world) {
    const out = values.get('out');
    if (!out) throw new Failure('prerender needs a folder to write into: add --out DIR.');
    const folder = targetOf(out, world);
    const base = baseOf(values.get('base'));
    const wanted = languageOf(values.get('language'));
    const isOffline = switches.has('offline');
    if (isOffline && /^https?:/i.test(asked)) {
      throw new Failure(`${asked} is on a server, and --offline asks none. Name a file, or leave --offline out.`);
    }
    const { bundle, address } = await readBundle(asked, world);
    const language = wanted ?? bundle.language;
    if (!isSpoken(bundle, language)) {
      world.aside.write(`The titles are not in ${language}: what is missing stays in ${bundle.language}.\n`);
    }
    const how = { world, isOffline };
    const dialogues = await readSeries(bundle, language, how);
    const series = { bundle, address, language, dialogues, site: { folder, base } };
    const isSingle = switches.has('single-file');
    const files = isSingle
      ? new Map([[SINGLE, writeSingleFile(series, await readInside(bundle, how))]])
      : writePages(series);
    if (!isSingle && !isReachable(series)) {
      world.aside.write(
        'The paper for meetings lacks QR codes, since nothing says where the sound will be: --base URL gives them.\n',
      );
    }
    await writeAll(files, folder, world, { isForced: switches.has('force') });
    world.out.write(`Wrote ${files.size} ${files.size === 1 ? 'file' : 'files'} into ${tell(folder, world)}.\n`);
    return 0;
  },
};

/** The bundle, and where it lies. What is set aside in it is told of. @throws {Failure} */
async function readBundle(asked: string, world: World): Promise<{ bundle: Bundle; address: string }> {
  const got = await readAsked(asked, world);
  const { bundle, problems } = parseBundle(textOf(got).replace(/^\uFEFF/, ''), got.address);
  const errors = problems.filter(({ level }) => level === 'error');
  const told = errors.slice(0, 3).map(({ message }) => `\n  - ${message}`);
  if (!bundle) throw new Failure(`${asked} holds nothing that can be shown, so nothing was written.${told.join('')}`);
  if (errors[0]) {
    const count =
      errors.length === 1
        ? 'an error, and the pages do without it'
        : `${errors.length} errors, and the pages do without them`;
    world.aside.write(`${asked} has ${count}:${told.join('')}\nTo see them all: living-well-dialogues validate.\n`);
  }
  return { bundle, address: got.address };
}

/** The folder's own address to be; ends in `/`. */
function baseOf(word: string | undefined): string | null {
  if (word === undefined) return null;
  if (!/^https?:\/\//i.test(word) || !URL.canParse(word)) {
    throw new Failure(
      `--base “${word}” is no address. Name where the pages will be, such as https://example.org/talks/.`,
    );
  }
  const { href } = new URL(word);
  return href.replace(/[?#].*/s, '').replace(/\/*$/, '/');
}

/** The language that is asked for. */
function languageOf(word: string | undefined): string | undefined {
  if (word === undefined || tag.test(word)) return word;
  throw new Failure(`--language “${word}” is no language tag. One is en-GB, another cy.`);
}

function isSpoken(bundle: Bundle, language: string): boolean {
  const tags = Object.fromEntries(languagesOf(bundle).map((one) => [one, one]));
  return wordsIn(tags, language, bundle.language).lang === null;
}
