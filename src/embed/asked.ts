import { readDeepLink } from '../bundle/deep-link.js';

/** The tags that a frame may be filled with; of these, the page offers those that its script file brings. */
export const shows: readonly string[] = [
  'dialogue-player',
  'dialogue-transcript',
  'dialogue-series',
  'dialogue-search',
  'tension-card',
  'tension-list',
  'tension-line',
  'participant-card',
  'participant-list',
  'prompt-deck',
  'team-session',
  'series-section',
  'learning-list',
  'series-credits',
];

/** Attributes that an address may set on the element. Nothing that keeps anything: `remember` is not among them. */
const attributes = ['dialogue', 'layout', 'participant', 'section', 'heading-level', 'minutes', 'start-at'];
const switches = ['shuffle', 'no-transcript', 'no-download'];

const themes = ['living-well', 'nhs', 'plain'];

/** What the address of the embed page asks for. Nothing in it is trusted but what is on our lists. */
export interface Asked {
  readonly show: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the bundle is said to be; '' for the built-in one. */
  readonly bundle: string;
  readonly language: string;
  readonly theme: string;
}

/**
 * Reads the query and the fragment of the embed page's address.
 *
 * @param dialogue the one that the page itself is about, if any; a query or a deep link may name another
 */
export function readAsked({ search, hash }: Pick<URL, 'search' | 'hash'>, dialogue = ''): Asked {
  const fields = new URLSearchParams(search);
  const given = (name: string) => fields.get(name)?.trim() ?? '';
  const link = readDeepLink(readFragment(hash).moment);
  const own = new Map<string, string>();
  for (const name of attributes) if (given(name)) own.set(name, given(name));
  // Written without a value they are meant, as in HTML; somebody who writes `shuffle=false` means that too.
  for (const name of switches) if (fields.has(name) && !/^(false|no|0)$/i.test(given(name))) own.set(name, '');
  const wanted = own.get('dialogue') ?? link?.dialogue ?? dialogue;
  if (wanted) own.set('dialogue', wanted);
  const theme = given('theme');
  return {
    show: given('show') || 'dialogue-player',
    attributes: own,
    bundle: given('bundle'),
    language: languageTag(given('lang')) ?? 'en-GB',
    theme: themes.includes(theme) ? theme : 'living-well',
  };
}

/** A BCP 47 tag as it is best written, or null where it is none. */
function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** The two things that stand behind the `#`: a moment, and the secret by which WordPress knows its frame. */
export interface Fragment {
  readonly moment: string;
  readonly secret: string;
}

/** WordPress adds `#?secret=…` to whatever address it was given, also to one that has a fragment. */
const secretField = /[#?&]+secret=([a-z\d]+)/i;

export function readFragment(fragment: string): Fragment {
  return { moment: fragment.replace(secretField, ''), secret: secretField.exec(fragment)?.[1] ?? '' };
}

/**
 * The deep link that a moment in the fragment stands for: `#t=90` is a moment of the dialogue that is shown. Null where
 * the fragment names no moment.
 */
export function deepLinkOf(fragment: string, dialogue: string): string | null {
  const { moment } = readFragment(fragment);
  if (readDeepLink(moment)) return moment;
  const time = new URLSearchParams(moment.replace(/^#/, '')).get('t');
  return time && dialogue ? `#dialogue=${dialogue}&t=${time}` : null;
}
