import { html, type TemplateResult } from 'lit';
import { parseInline, type InlinePiece } from '../bundle/inline.js';
import type { Bundle, Text } from '../bundle/schema.js';
import { wordsIn } from '../bundle/text.js';
import type { Phrases } from '../locales/en-GB.js';

/** All that a words template needs beside its subject. The same in a page and in Node. */
export interface Reading {
  readonly bundle: Bundle;
  readonly phrases: Phrases;
  /** The BCP 47 tag that the reader's page is written in; '' when it does not say. */
  readonly language: string;
  /** The level of the element's own heading, 2 to 6. */
  readonly level: number;
}

type Written = string | TemplateResult | readonly (string | TemplateResult)[];

/** A text without its inline marks, for an attribute or a name. */
export function plain(text: Text, reading: Reading): string {
  return pieces(text, reading)
    .map((piece) => piece.text)
    .join('');
}

/** A text with its emphasis and links, marked with its language where that is not the phrases'. */
export function say(text: Text, reading: Reading): Written {
  const { lang } = chosen(text, reading);
  const written = pieces(text, reading).map(write);
  return lang ? html`<span lang=${lang}>${written}</span>` : written;
}

/** One `<p>` a text. */
export function paragraphs(texts: readonly Text[], reading: Reading): Written {
  return texts.map((text) => html`<p>${say(text, reading)}</p>`);
}

/** A heading of the wanted level, 2 to 6; anything else is 2. */
export function heading(level: number, content: unknown): TemplateResult {
  switch (level) {
    case 3:
      return html`<h3 data-heading>${content}</h3>`;
    case 4:
      return html`<h4 data-heading>${content}</h4>`;
    case 5:
      return html`<h5 data-heading>${content}</h5>`;
    case 6:
      return html`<h6 data-heading>${content}</h6>`;
    default:
      return html`<h2 data-heading>${content}</h2>`;
  }
}

/** The words to show; `lang` is their language where it is not that of our own phrases around them. */
function chosen(text: Text, { language, bundle, phrases }: Reading) {
  const wanted = language || bundle.language;
  const { words, lang } = wordsIn(text, wanted, bundle.language);
  return wordsIn(words, phrases.language, lang ?? wanted);
}

function pieces(text: Text, reading: Reading): readonly InlinePiece[] {
  return parseInline(chosen(text, reading).words, reading.bundle.base);
}

function write(piece: InlinePiece): string | TemplateResult {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'emphasis':
      return html`<em>${piece.text}</em>`;
    case 'link':
      return html`<a href=${piece.href}>${piece.text}</a>`;
  }
}
