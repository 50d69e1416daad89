import { html } from 'lit';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { escapeHtml } from '../../bundle/plain-text.js';
import { bodyWords, deeper, ownHeading, readingOf } from '../../elements/plain-page-words.js';
import { mapAddresses, momentAddress, nearAddress } from './addresses.js';
import { dialogueWords, soundPlace } from './dialogue-page-words.js';
import { pageSheet } from './page-style.js';
import { pageOf, sayPlainly } from './page.js';
import type { Series } from './pages.js';
import { isFile } from './series-files.js';
import { dialogueList, seriesWords } from './series-page-words.js';
import { writeHtml } from './write-html.js';

/** The name of the file. */
export const SINGLE = 'series.html';

const placeOf = (id: string): string => `#dialogue-${id}`;

/**
 * The whole series as one file: its sound, its pictures and its style are inside. For rooms without a network. What only
 * others read, and what wakes elements, is left out: nobody finds a file on a disk by them.
 *
 * @param inside what the sounds and pictures hold, as an address, by the addresses that the bundle has
 */
export function writeSingleFile(series: Series, inside: ReadonlyMap<string, string>): string {
  const { language, site } = series;
  const dialogues = series.dialogues.map((read) => ({ ...read, dialogue: fill(read.dialogue, inside) }));
  const bundle: Bundle = {
    ...series.bundle,
    dialogues: dialogues.map(({ dialogue }) => dialogue),
    participants: series.bundle.participants.map((one) => withPicture(one, inside)),
  };
  const reading = readingOf(bundle, language);
  const telling = { src: null, reading, pageOf: placeOf };
  const below = { ...telling, reading: deeper(reading) };
  const all = html`${ownHeading(reading.phrases.dialogues, reading)} ${dialogueList(telling)}
  ${dialogues.map((read) => html`<article id=${placeOf(read.dialogue.id).slice(1)}>${dialogueWords(read, below)}</article>`)}`;
  const words = writeHtml(bodyWords(seriesWords(all, telling), bundle, { reading, home: null }));
  // Browsers open no address that holds a sound, so that a moment leads to the player of its dialogue.
  const leading = ({ id }: Dialogue): string => `#${soundPlace(id)}`;
  const body = mapAddresses(words, (one) => nearAddress(momentAddress(one, { bundle, leading }), site.folder));
  const say = sayPlainly(bundle, language);
  const description = `<meta name="description" content="${escapeHtml(say(bundle.summary))}">`;
  const head = `${description}\n<style>\n${pageSheet()}</style>`;
  return pageOf({ language, title: say(bundle.title), head, body });
}

/** A dialogue that holds its first sound, and its picture. A film beside the bundle is not where the file is carried to. */
function fill({ signed, ...dialogue }: Dialogue, inside: ReadonlyMap<string, string>): Dialogue {
  const [first] = dialogue.audio.sources;
  const sources = [{ ...first, src: inside.get(first.src) ?? '' }] as const;
  const isAnywhere = signed && !isFile(signed.src);
  return withPicture({ ...dialogue, audio: { ...dialogue.audio, sources }, ...(isAnywhere && { signed }) }, inside);
}

/** The same with its picture inside; without, where the picture could not be read. */
function withPicture<Thing extends { readonly image?: { readonly src: string } | undefined }>(
  { image, ...others }: Thing,
  inside: ReadonlyMap<string, string>,
): Thing {
  const src = image && inside.get(image.src);
  return { ...others, ...(src && { image: { ...image, src } }) } as unknown as Thing;
}
