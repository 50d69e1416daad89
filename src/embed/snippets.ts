import type { Bundle, Dialogue } from '../bundle/schema.js';
import { shows } from './asked.js';
import { escapeHtml, plainText } from '../bundle/plain-text.js';

/*
 * What the embed builder thinks: from what a person chose to what they paste, and where it comes from. Pure, and without a
 * DOM.
 */

/** The kinds of site that it knows. */
export const sites = ['own', 'wordpress', 'sharepoint', 'drupal', 'umbraco', 'wix', 'squarespace'] as const;
export type Site = (typeof sites)[number];

export const themes = ['living-well', 'nhs', 'plain'] as const;
export const languages = ['en-GB', 'cy'] as const;

/** What a person chose. It stands in the address of the builder, so that it can be sent to a colleague. */
export interface Choice {
  readonly show: string;
  readonly dialogue: string;
  readonly theme: string;
  readonly language: string;
  readonly site: Site;
  /** The address of a bundle; '' for the built-in one. */
  readonly bundle: string;
}

/** What can be chosen without saying more than which dialogue; the others need a person, or a section. */
export const offered = shows.filter((tag) => tag !== 'participant-card' && tag !== 'series-section');

/** These show the whole series, whichever dialogue is chosen. */
const wholes = ['dialogue-series', 'dialogue-search', 'tension-list', 'learning-list', 'series-credits'];

export const isAboutOne = (show: string): boolean => !wholes.includes(show);

/** Whether a dialogue has what an element shows of it. */
export function suits(show: string, { tension, prompts }: Dialogue): boolean {
  if (/^tension-(card|line)$/.test(show)) return !!tension;
  return show !== 'prompt-deck' || prompts.length > 0;
}

/** Nothing in the address is trusted but what is on our lists; the dialogue is looked for in the bundle later. */
export function readChoice(search: string): Choice {
  const fields = new URLSearchParams(search);
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word =>
    words.find((word) => word === fields.get(name)) ?? words[0]!;
  return {
    show: oneOf('show', offered),
    dialogue: fields.get('dialogue')?.trim() ?? '',
    theme: oneOf('theme', themes),
    language: oneOf('lang', languages),
    site: oneOf('site', sites),
    bundle: fields.get('bundle')?.trim() ?? '',
  };
}

export function writeChoice({ show, dialogue, theme, language, site, bundle }: Choice): string {
  const fields = new URLSearchParams({ show, dialogue, theme, lang: language, site });
  if (bundle) fields.set('bundle', bundle);
  return `?${fields}`;
}

/** The address of the embed page for a choice. */
export function frameAddress({ show, dialogue, theme, language, bundle }: Choice, dist: string): string {
  const fields = new URLSearchParams({ show });
  if (isAboutOne(show)) fields.set('dialogue', dialogue);
  if (theme !== themes[0]) fields.set('theme', theme);
  if (language !== languages[0]) fields.set('lang', language);
  if (bundle) fields.set('bundle', bundle);
  return `${dist}embed/index.html?${fields}`;
}

/** Something to copy. */
export interface Snippet {
  readonly kind: 'tag' | 'frame' | 'bare-frame' | 'figure' | 'loader' | 'address' | 'page';
  readonly code: string;
}

/** What each kind of site takes, the best first. */
const kinds: Readonly<Record<Site, readonly Snippet['kind'][]>> = {
  own: ['tag', 'frame'],
  wordpress: ['frame', 'figure', 'loader', 'page'],
  sharepoint: ['bare-frame', 'address'],
  drupal: ['frame', 'figure', 'loader'],
  umbraco: ['tag', 'frame'],
  wix: ['address', 'tag'],
  squarespace: ['tag', 'figure'],
};

/**
 * @param bundle the one that the choice is about, with the addresses that it was read with
 * @param dist the address of `dist/`, with a slash at its end
 */
export function snippetsFor(choice: Choice, bundle: Bundle, dist: string): readonly Snippet[] {
  // Only what is built in has a page a dialogue, with an oEmbed answer; and that shows the player.
  const hasPage = choice.show === 'dialogue-player' && !choice.bundle;
  return kinds[choice.site]
    .filter((kind) => kind !== 'page' || hasPage)
    .map((kind) => ({ kind, code: write[kind](choice, bundle, dist) }));
}

type Writer = (choice: Choice, bundle: Bundle, dist: string) => string;

const write: Readonly<Record<Snippet['kind'], Writer>> = {
  tag: (choice, bundle, dist) => {
    const { show } = choice;
    const inside = insideOf(choice, bundle, dist).map((line) => `  ${line}\n`);
    return `${loader(choice, dist)}\n\n<${show}${attributesOf(choice, '')}>\n${inside.join('')}</${show}>`;
  },
  // One line: some editors make a paragraph of every line.
  figure: (choice, bundle, dist) =>
    `<figure data-lwd="${choice.show}"${attributesOf(choice, 'data-')}>${insideOf(choice, bundle, dist).join(' ')}</figure>`,
  loader: (choice, _bundle, dist) => loader(choice, dist),
  frame: (choice, bundle, dist) =>
    `${frame(choice, bundle, dist)}\n<script defer src="${escapeHtml(dist)}embed/host.js"></script>`,
  'bare-frame': frame,
  address: (choice, _bundle, dist) => frameAddress(choice, dist),
  page: ({ dialogue }, _bundle, dist) => `${dist}embed/${encodeURIComponent(dialogue)}.html`,
};

function loader({ theme }: Choice, dist: string): string {
  const home = escapeHtml(dist);
  return `<link rel="stylesheet" href="${home}themes/${theme}.css">\n<script defer src="${home}dialogues.js"></script>`;
}

function attributesOf({ show, dialogue, language, bundle }: Choice, prefix: '' | 'data-'): string {
  const own = {
    ...(isAboutOne(show) && { [`${prefix}dialogue`]: dialogue }),
    ...(bundle && { [`${prefix}src`]: bundle }),
    lang: language,
  };
  return Object.entries(own)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}

/** What people have before the script wakes, and where scripts are not allowed: the sound and the words. */
function insideOf(choice: Choice, bundle: Bundle, dist: string): readonly string[] {
  const link = (address: string, words: string) => `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
  const whole = link(frameAddress(choice, dist), titleOf(choice, bundle));
  const one = isAboutOne(choice.show) && bundle.dialogues.find(({ id }) => id === choice.dialogue);
  if (!one) return [whole];
  const [sound] = one.audio.sources;
  const [words] = one.transcript;
  return [
    ...(sound ? [`<audio controls preload="none" src="${escapeHtml(sound.src)}"></audio>`] : []),
    whole,
    ...(words ? [link(words.src, choice.language === 'cy' ? 'Darllen y geiriau' : 'Read the words')] : []),
  ];
}

/** In pixels, for a narrow column: for hosts that cannot follow the height that the frame tells. What is higher scrolls. */
const heights: Readonly<Record<string, number>> = { 'prompt-deck': 440, 'dialogue-search': 560, 'tension-line': 480 };
const HEIGHT = 760;

/** What an element asks of the browser that it grants a frame only by leave of the page around it. */
const leaves: Readonly<Record<string, string>> = { 'team-session': ' allow="fullscreen; screen-wake-lock"' };

/** Not `style`: a strict policy forbids it, and editors strip it. */
function frame(choice: Choice, bundle: Bundle, dist: string): string {
  const [src, title] = [frameAddress(choice, dist), titleOf(choice, bundle)].map(escapeHtml);
  const height = heights[choice.show] ?? HEIGHT;
  return `<iframe src="${src}" title="${title}" width="100%" height="${height}" frameborder="0" loading="lazy"${leaves[choice.show] ?? ''}></iframe>`;
}

export function titleOf({ show, dialogue, language }: Choice, bundle: Bundle): string {
  const one = isAboutOne(show) && bundle.dialogues.find(({ id }) => id === dialogue);
  return plainText((one || bundle).title, bundle, language);
}

/** What the browsers of a choice's readers ask for, by the directive of a policy that lets them. */
export interface Asks {
  readonly connect: readonly string[];
  readonly media: readonly string[];
  readonly img: readonly string[];
}

/** @param address of the bundle itself */
export function asksOf({ show, dialogue }: Choice, bundle: Bundle, address: string): Asks {
  const those = bundle.dialogues.filter(({ id }) => !isAboutOne(show) || id === dialogue);
  const files = <Thing>(things: readonly Thing[], look: (thing: Thing) => readonly (string | undefined)[]) => [
    ...new Set(things.flatMap(look).filter((src) => src !== undefined)),
  ];
  return {
    connect: [
      address,
      ...files(those, ({ transcript, chaptersSrc }) => [...transcript.map(({ src }) => src), chaptersSrc ?? undefined]),
    ],
    media: files(those, ({ audio }) => audio.sources.map(({ src }) => src)),
    img: files([bundle, ...bundle.participants, ...those], ({ image }) => [image?.src]),
  };
}

/** Whether what is pasted for a site runs in the site's own page, and not in a frame. */
export const runsInPage = (site: Site): boolean => kinds[site].includes('tag') || kinds[site].includes('loader');

/** The lines that a site's content security policy needs, for both ways of embedding. */
export function policyFor({ site }: Choice, asks: Asks, dist: string): readonly string[] {
  const origins = (addresses: readonly string[]) => [...new Set(addresses.map((one) => new URL(one).origin))].join(' ');
  const home = new URL(dist).origin;
  const framed = [`frame-src ${home};`];
  if (!runsInPage(site)) return framed;
  return [
    ...framed,
    `script-src ${home};`,
    `style-src ${home};`,
    `connect-src ${origins(asks.connect)};`,
    `media-src ${origins([dist, ...asks.media])};`,
    `img-src ${origins([dist, ...asks.img])};`,
  ];
}
