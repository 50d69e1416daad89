import { writeDeepLink } from './deep-link.js';
import { dialoguesWith } from './finding.js';
import { parseInline } from './inline.js';
import type { Bundle, Dialogue, Text } from './schema.js';
import { findWords, type Found } from './search.js';
import { wordsIn } from './text.js';
import type { Cue } from './transcript.js';

/** A text of the series that can be found, and where it leads. */
export interface Findable extends Way {
  readonly text: string;
  /** The language that the text is in. */
  readonly language: string;
  /** Who says it, or what it is a part of; '' where it speaks for itself. */
  readonly label: string;
}

interface Way {
  /** The moment that it leads to, as the fragment of an address. */
  readonly link?: string | undefined;
  /** When it is heard, in seconds. */
  readonly start?: number;
  /** What an element of the page has that shows the whole of it, as a selector. */
  readonly place?: string;
}

/** A text in which something was found, and where. */
export interface Find extends Findable {
  readonly found: readonly Found[];
}

/** What of a series is in none of its dialogues. */
export type Part = 'people' | 'learnings' | 'sections';

/** What was found in a dialogue, or in one of the other parts. */
export interface FindGroup {
  readonly name: Dialogue | Part;
  readonly finds: readonly Find[];
}

/** The words of a dialogue, as far as they are here. */
export interface Script {
  readonly cues: readonly Cue[];
  readonly language: string;
}

/** Looks for words in all that was read; with the words of each dialogue, as far as they are here. */
export type SeriesSearch = (query: string, scripts: readonly Script[]) => readonly FindGroup[];

/**
 * Reads all that a series says, once: somebody types letter by letter. What is found comes in the order of the series;
 * groups without a find are left out.
 *
 * @param language the reader's; '' for the bundle's own
 */
export function seriesSearch(bundle: Bundle, language: string): SeriesSearch {
  const wanted = language || bundle.language;
  const read = (text: Text) => wordsIn(text, wanted, bundle.language);
  const plain = (words: string) =>
    parseInline(words)
      .map(({ text }) => text)
      .join('');

  /** A name, and all that is said under it; without a name, nothing. */
  const entry = (way: Way, name: Text = '', ...texts: readonly (Text | undefined)[]): readonly Findable[] =>
    [name, ...texts].flatMap((text, i) => {
      if (!text) return [];
      const { words, lang } = read(text);
      return { text: plain(words), language: lang ?? wanted, label: i ? plain(read(name).words) : '', ...way };
    });

  const dialogueEntries = ({ id, title, summary, tension, chapters, prompts }: Dialogue) => {
    const way = (start: number, end?: number) => ({
      start,
      link: writeDeepLink(id, ...(end ? [start, end] : [start])),
    });
    const { link } = way(0);
    return [
      entry({ link }, title),
      entry({ link }, summary),
      ...(tension?.poles ?? []).map(({ label, body }) => entry({ link }, label, body)),
      entry({ link }, tension?.thirdWay),
      ...chapters.map(({ title, startTime }) => entry(way(startTime), title)),
      ...prompts.map(({ text, hint, moment }) => entry(moment ? way(moment.start, moment.end) : { link }, text, hint)),
    ].flat();
  };

  const shelves: readonly (readonly [name: Dialogue | Part, shelf: readonly Findable[]])[] = [
    ...bundle.dialogues.map((dialogue) => [dialogue, dialogueEntries(dialogue)] as const),
    [
      'people',
      bundle.participants.flatMap(({ id, name, role, organisation, place, biography }) => {
        const [first] = dialoguesWith(bundle, id);
        const link = first && writeDeepLink(first.id, 0);
        return entry({ link, place: `[participant="${id}"]` }, name, role, organisation, place, ...biography);
      }),
    ],
    [
      'learnings',
      bundle.learnings.flatMap(({ title, body, evidence: [clip] }) =>
        entry({ link: clip && writeDeepLink(clip.dialogue, clip.start, clip.end) }, title, ...body),
      ),
    ],
    [
      'sections',
      bundle.sections.flatMap(({ id, title, body }) => entry({ place: `[section="${id}"]` }, title, ...body)),
    ],
  ];

  return (query, scripts) =>
    shelves.flatMap(([name, shelf], index) => {
      const script = scripts[index];
      const own = search(shelf, query).map(([item, found]) => ({ ...item, found }));
      const said = search(script?.cues ?? [], query).map(([{ text, speaker, start }, found]) => {
        const link = writeDeepLink((name as Dialogue).id, start);
        return { text, language: script!.language, label: speaker ?? '', start, link, found };
      });
      const finds = [...said, ...own];
      return finds[0] ? { name, finds } : [];
    });
}

/** The items in whose text something was found, and where. */
function search<Item extends { readonly text: string }>(
  items: readonly Item[],
  query: string,
): (readonly [Item, Found[]])[] {
  const finds: (readonly [Item, Found[]])[] = [];
  for (const one of findWords(items, query)) {
    const item = items[one.index]!;
    const last = finds.at(-1);
    if (last?.[0] === item) last[1].push(one);
    else finds.push([item, [one]]);
  }
  return finds;
}
