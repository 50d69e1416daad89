import { html } from 'lit';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { oEmbedOf } from '../../embed/oembed.js';
import { escapeHtml, plainText } from '../../embed/plain-text.js';
import type { Reading } from '../../elements/reading.js';
import { phrasesFor } from '../../locales/phrases.js';
import { wordsSheet } from '../../styles/words.js';
import { nearAddresses, plainLinks } from './addresses.js';
import { episodeData, seriesData } from './json-ld.js';
import { dialogueLinks, dialogueWords, playerInside, seriesWords, titleWords, type Files } from './page-words.js';
import { pageStyle } from './page-style.js';
import { writeData, writeHtml } from './write-html.js';

/** All that pages are made of. */
export interface Series {
  readonly bundle: Bundle;
  /** The bundle's own address. */
  readonly address: string;
  readonly files: ReadonlyMap<string, Files>;
  /** The folder the pages go to; ends in `/`. */
  readonly folder: string;
}

const NONE: Files = { cues: [], language: '', chapters: [] };
const oembedName = ({ id }: Dialogue): string => `${id}.oembed.json`;
const pageName = (id: string): string => `${id}.html`;

/** The plain pages of a series, by their path in the folder: an index, a page a dialogue, and what goes with them. */
export function writePages(series: Series): Map<string, string> {
  const { bundle, files, folder, address } = series;
  const reading = readingOf(bundle);
  const src = address;
  // As the browser writes them: relative to the page.
  const finish = (page: string): string => nearAddresses(plainLinks(page, bundle, pageName), folder);
  const pages = new Map<string, string>();

  pages.set('series.css', style());
  const telling = { src, reading };
  const index = html`${titleWords(bundle, null, reading)}
    <main>${seriesWords(dialogueLinks(telling), telling)}</main>`;
  pages.set(
    'index.html',
    finish(pageOf(bundle, { title: plainText(bundle.title, bundle), data: seriesData(bundle, pageName), body: index })),
  );
  for (const dialogue of bundle.dialogues) {
    const { id } = dialogue;
    const own = files.get(id) ?? NONE;
    const whole = { ...dialogue, chapters: own.chapters };
    const body = html`${titleWords(bundle, 'index.html', reading)}
      <main>${dialogueWords(whole, own, telling)}</main>`;
    const title = plainText(dialogue.title, bundle);
    const data = episodeData(bundle, whole, pageName);
    pages.set(pageName(id), finish(pageOf(bundle, { title, dialogue: whole, data, body })));
    pages.set(oembedName(dialogue), `${JSON.stringify(oEmbed(series, dialogue), null, 2)}\n`);
    // A fragment is pasted anywhere: its time links are the element's own, which knows what to do with them.
    const inside = writeHtml(playerInside(whole, own, reading));
    pages.set(`fragments/${pageName(id)}`, nearAddresses(`${inside.trim()}\n`, new URL('fragments/', folder).href));
  }
  return pages;
}

/** The whole series as one file: its sound is inside, by `sounds`, and so is its style. For rooms without a network. */
export function writeSingleFile(series: Series, sounds: ReadonlyMap<string, string>): string {
  const { bundle, files, folder, address } = series;
  const reading = readingOf(bundle);
  const below = { src: address, reading: { ...reading, level: 3 } };
  const dialogues = html`${bundle.dialogues.map(
    (dialogue) =>
      html`<section id=${dialogue.id}>${dialogueWords(dialogue, files.get(dialogue.id) ?? NONE, below)}</section>`,
  )}`;
  const body = html`${titleWords(bundle, null, reading)}
    <main>${seriesWords(dialogues, { src: address, reading })}</main>`;
  const page = pageOf(bundle, {
    title: plainText(bundle.title, bundle),
    data: seriesData(bundle, (id) => `#${id}`),
    body,
    isAlone: true,
  });
  // Nothing outside can be reached: a moment is found in its dialogue, and the sound is in the page.
  let whole = page.replace(/href="#dialogue=([\w.-]+)[^"]*"/g, 'href="#$1"');
  for (const [from, data] of sounds) whole = whole.replaceAll(`src="${escapeHtml(from)}"`, `src="${data}"`);
  return nearAddresses(whole, folder);
}

function readingOf(bundle: Bundle): Reading {
  return { bundle, phrases: phrasesFor(bundle.language), language: bundle.language, level: 2 };
}

interface PageParts {
  readonly title: string;
  readonly data: object;
  readonly body: ReturnType<typeof html>;
  readonly dialogue?: Dialogue;
  readonly isAlone?: boolean;
}

function pageOf(bundle: Bundle, { title, data, body, dialogue, isAlone }: PageParts): string {
  const summary = plainText(dialogue?.summary ?? bundle.summary, bundle);
  const series = plainText(bundle.title, bundle);
  const image = dialogue?.image ?? bundle.image;
  const meta = (property: string, content: string): string =>
    `<meta property="${property}" content="${escapeHtml(content)}">\n`;
  return `<!doctype html>
<html lang="${escapeHtml(bundle.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(dialogue ? `${title} – ${series}` : title)}</title>
<meta name="description" content="${escapeHtml(summary)}">
${meta('og:title', title)}${meta('og:description', summary)}${meta('og:site_name', series)}${meta('og:type', dialogue ? 'music.song' : 'website')}${
    dialogue ? meta('og:audio', dialogue.audio.sources[0].src) : ''
  }${image ? meta('og:image', image.src) : ''}${
    dialogue
      ? `<link rel="alternate" type="application/json+oembed" href="${oembedName(dialogue)}" title="${escapeHtml(title)}">\n`
      : ''
  }${isAlone ? `<style>\n${style()}</style>` : '<link rel="stylesheet" href="series.css">'}
<script type="application/ld+json">${writeData(data)}</script>
</head>
<body>
${writeHtml(body).trim()}
</body>
</html>
`;
}

function style(): string {
  return `${pageStyle}\n${wordsSheet.cssText.trim()}\n`;
}

/** oEmbed wants absolute addresses; where nobody knows them, those of the page's own folder are told. */
const HERE = 'https://here.invalid/';

function oEmbed({ bundle }: Series, dialogue: Dialogue): unknown {
  const page = `${HERE}${pageName(dialogue.id)}`;
  return JSON.parse(JSON.stringify(oEmbedOf(bundle, dialogue, { page, embed: page })).replaceAll(HERE, './'));
}
