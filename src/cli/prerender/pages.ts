import { html, type TemplateResult } from 'lit';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { bodyWords, neighbourLinks, pagePhrases, readingOf } from '../../elements/plain-page-words.js';
import { Failure } from '../world.js';
import {
  mapAddresses,
  momentAddress,
  nearAddress,
  soundAddress,
  toldAddress,
  type Leading,
  type Site,
} from './addresses.js';
import { beforeWords } from '../../elements/before-words.js';
import { dialogueWords, playerInside } from './dialogue-page-words.js';
import { episodeData, seriesData, type DataTelling } from './json-ld.js';
import { oEmbedFile } from './oembed-file.js';
import { headOf, oEmbedName, titleOf } from './page-head.js';
import { pageSheet } from './page-style.js';
import { paperSheet } from './paper-style.js';
import { paperWords } from './paper-words.js';
import { pageOf, sayPlainly } from './page.js';
import type { Read } from './series-files.js';
import { dialogueLinks, seriesWords } from './series-page-words.js';
import { writeHtml } from './write-html.js';

/** All that pages are made of. */
export interface Series {
  readonly bundle: Bundle;
  /** The bundle's own address. */
  readonly address: string;
  /** What the pages are written in. */
  readonly language: string;
  readonly dialogues: readonly Read[];
  readonly site: Site;
}

const LINKED = '<link rel="stylesheet" href="series.css">';
const INDEX = 'index.html';
const PAPER = 'paper.css';
const pageName = (id: string): string => `${id}.html`;
const paperName = (id: string): string => `paper/${id}.html`;

/** The plain pages of a series, by their path in the folder: an index, a page a dialogue, and what goes with them. @throws {Failure} */
export function writePages(series: Series): Map<string, string> {
  const { bundle, address, language, dialogues, site } = series;
  const reading = readingOf(bundle, language);
  const telling = { src: address, reading, pageOf: pageName, paperOf: paperName };
  const data: DataTelling = {
    language,
    say: sayPlainly(bundle, language),
    told: (one) => toldAddress(one, site),
    pageOf: pageName,
  };
  // It would take the place of the page about the series.
  const taken = bundle.dialogues.find(({ id }) => id.toLowerCase() === 'index');
  if (taken) throw new Failure(`A dialogue cannot be called “${taken.id}” here, since ${INDEX} is the whole series.`);
  const isPlaced = site.base !== null;
  const near = (one: string): string => nearAddress(one, site.folder);
  const write = (body: TemplateResult, about: string | null): string =>
    mapAddresses(writeHtml(body), (one) => near(momentAddress(one, { bundle, leading: leadingFrom(about) })));
  const pages = new Map<string, string>();

  pages.set('series.css', pageSheet());
  pages.set(
    INDEX,
    pageOf({
      language,
      title: titleOf(bundle, undefined, data.say),
      head: `${LINKED}\n${headOf(bundle, { ...data, page: INDEX, data: seriesData(bundle, data), isPlaced })}`,
      body: write(bodyWords(seriesWords(dialogueLinks(telling), telling), bundle, { reading, home: null }), null),
    }),
  );
  for (const read of dialogues) {
    const { dialogue } = read;
    const { id } = dialogue;
    const page = pageName(id);
    const main = html`${dialogueWords(read, telling)} ${neighbourLinks(bundle, dialogue, telling)}`;
    const head = headOf(bundle, { ...data, page, dialogue, data: episodeData(bundle, read, data), isPlaced });
    pages.set(
      page,
      pageOf({
        language,
        title: titleOf(bundle, dialogue, data.say),
        head: `${LINKED}\n${head}`,
        body: write(bodyWords(main, bundle, { reading, home: INDEX }), id),
      }),
    );
    pages.set(oEmbedName(id), oEmbedFile(bundle, dialogue, data));
    pages.set(`fragments/${page}`, fragmentOf(playerInside(read, reading), dialogue, series));
    if (dialogue.prompts[0]) {
      pages.set(PAPER, paperSheet());
      pages.set(paperName(id), paperOf(dialogue, series));
    }
    const before = beforeWords(dialogue, reading, null);
    if (before) pages.set(`fragments/before/${page}`, fragmentOf(before, dialogue, series));
  }
  return pages;
}

/** Where a moment leads from a page: the beginning of another dialogue is its page, all else is a place in the sound. */
function leadingFrom(about: string | null): Leading {
  return (dialogue, start, end) =>
    start || end || dialogue.id === about ? soundAddress(dialogue, start, end) : pageName(dialogue.id);
}

/**
 * What is pasted inside a `dialogue-player` on somebody's page, or before it: where it is known where the pages will be, its
 * addresses are whole, since nobody knows where that page is. Else both are as from one folder, for they go into one page.
 */
function fragmentOf(words: TemplateResult, dialogue: Dialogue, { bundle, site }: Series): string {
  const own: Site = {
    folder: new URL('fragments/', site.folder).href,
    base: site.base && new URL('fragments/', site.base).href,
  };
  const leading: Leading = (one, start, end) =>
    one === dialogue || start || end ? soundAddress(one, start, end) : `../${pageName(one.id)}`;
  return `${mapAddresses(writeHtml(words), (one) => toldAddress(momentAddress(one, { bundle, leading }), own))}\n`;
}

/** What is printed for a meeting: from its own folder, beside the page that it is about. */
function paperOf(dialogue: Dialogue, { bundle, language, site }: Series): string {
  const reading = readingOf(bundle, language);
  const folder = new URL('paper/', site.folder).href;
  const leading: Leading = (one, start, end) =>
    start || end ? soundAddress(one, start, end) : `../${pageName(one.id)}`;
  const say = sayPlainly(bundle, language);
  return pageOf({
    language,
    title: `${say(dialogue.title)} (${pagePhrases(reading).onPaper}) – ${say(bundle.title)}`,
    head: `<link rel="stylesheet" href="../series.css">\n<link rel="stylesheet" href="../${PAPER}">`,
    body: mapAddresses(writeHtml(paperWords(dialogue, { reading, site })), (one) =>
      nearAddress(momentAddress(one, { bundle, leading }), folder),
    ),
  });
}
