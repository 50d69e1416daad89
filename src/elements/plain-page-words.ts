import { html, nothing, type TemplateResult } from 'lit';
import { tensionPlace } from '../bundle/finding.js';
import type { Bundle, Dialogue } from '../bundle/schema.js';
import { pagePhrasesFor, type PagePhrases } from '../locales/page-phrases.js';
import { phrasesFor } from '../locales/phrases.js';
import { pairAt, pairs } from '../styles/art.js';
import { wordsSheet } from '../styles/words.js';
import { heading, plain, say, type Reading } from './reading.js';

// The command line comes into this room by words alone, and these are what words are read with.
export { plain, say, type Reading };

/** How the words of a page are read that is written in a language. */
export function readingOf(bundle: Bundle, language: string): Reading {
  return { bundle, phrases: phrasesFor(language), language, level: 2 };
}

/** What the words of a plain page wear: their own style, and the colours of the tensions; a page's own come first. */
export function wordsStyle(): string {
  const colors = pairs.map(
    ([a, b], i) =>
      `[data-pair='${i}'] { --_a: var(--dialogue-pole-a, ${a.color}); --_b: var(--dialogue-pole-b, ${b.color}); }\n`,
  );
  return `${colors.join('')}${wordsSheet.cssText.replace(/^\n|\s*$/g, '')}\n`;
}

/** What a page is told with. */
export interface Telling {
  /** The bundle's address, for the elements of the page; null where they shall not wake. */
  readonly src: string | null;
  readonly reading: Reading;
  /** The address of a dialogue's page. */
  readonly pageOf: (id: string) => string;
  /** The address of what there is to print of it for a meeting; absent where there is none. */
  readonly paperOf?: (id: string) => string;
}

/** What the page says of its own. */
export function pagePhrases({ phrases }: Reading): PagePhrases {
  return pagePhrasesFor(phrases.language);
}

/** The words in the box that an element takes for its own: emptied and written anew where the script runs, never doubled. */
export function box(tag: string, words: TemplateResult, { phrases }: Reading): TemplateResult {
  return html`<div slot="words" data-dialogue-words=${tag} lang=${phrases.language}>${words}</div>`;
}

/** The same reading, so many levels of headings deeper. */
export function deeper(reading: Reading, by = 1): Reading {
  return { ...reading, level: Math.min(reading.level + by, 6) };
}

/** A phrase of ours, marked with its language where that is not the page's. */
export function phrase(words: string, { phrases, language }: Reading): TemplateResult | string {
  return foreign(phrases.language, language) ? html`<span lang=${phrases.language}>${words}</span>` : words;
}

/** A heading of the page's own. */
export function ownHeading(words: string, reading: Reading): TemplateResult {
  return heading(reading.level, phrase(words, reading));
}

/** The pair of colours that a dialogue has, as the elements have it. */
export function pairOf(bundle: Bundle, dialogue: Dialogue): string {
  return String(pairAt(tensionPlace(bundle, dialogue)));
}

/** A whole body: a way past what each page begins with, the title of the series, and what this page is for. */
export function bodyWords(main: TemplateResult, bundle: Bundle, { reading, home }: BodyTelling): TemplateResult {
  const title = say(bundle.title, reading);
  return html`<p data-skip><a href="#content">${phrase(pagePhrases(reading).skip, reading)}</a></p>
    <header>
      <h1>${home ? html`<a href=${home}>${title}</a>` : title}</h1>
      <p>${say(bundle.summary, reading)}</p>
    </header>
    <main id="content">${main}</main>`;
}

interface BodyTelling {
  readonly reading: Reading;
  /** The way to the page about the series; null on that page. */
  readonly home: string | null;
}

/** The way to the dialogues before and after this one. */
export function neighbourLinks(bundle: Bundle, dialogue: Dialogue, { reading, pageOf }: Telling): TemplateResult {
  const { previous, next, others } = pagePhrases(reading);
  const { dialogues } = bundle;
  const at = dialogues.indexOf(dialogue);
  const link = (one: Dialogue | undefined, rel: 'prev' | 'next'): TemplateResult | typeof nothing =>
    one
      ? html`<a href=${pageOf(one.id)} rel=${rel}
          ><small>${phrase(rel === 'prev' ? previous : next, reading)}</small> ${say(one.title, reading)}</a
        >`
      : nothing;
  return html`<nav aria-label=${others}>${link(dialogues[at - 1], 'prev')} ${link(dialogues[at + 1], 'next')}</nav>`;
}

function foreign(tag: string, language: string): boolean {
  const primary = (one: string): string | undefined => one.toLowerCase().split('-')[0];
  return language !== '' && primary(tag) !== primary(language);
}
