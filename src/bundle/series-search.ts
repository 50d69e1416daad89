import { writeDeepLink } from './deep-link.js';
import { dialoguesWith } from './finding.js';
import { parseInline } from './inline.js';
import type { Bundle, Dialogue, Text } from './schema.js';
import { findWords, type Found } from './search.js';
import { wordsIn } from './text.js';
import type { Cue } from './transcript.js';

/** A text of the series that can be found, and where it leads. */
export interface Findable {
  readonly text: string;
  /** The language that the text is in. */
  readonly language: string;
  /** Who says it, or what it is a part of; '' where it speaks for itself. */
  readonly label: string;
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
  /** The title of the dialogue, where something was found in that. */
  readonly title: Find | undefined;
  readonly finds: readonly Find[];
}

/** The words of a dialogue, as far as they are here. */
export interface Script {
  readonly cues: readonly Cue[];
  readonly language: string;
}

type Shelf = readonly Findable[];

/** Looks for words in all that a series says. It is kept while somebody types, letter by letter. */
export class SeriesSearch {
  readonly bundle: Bundle;
  /** The reader's; '' for the bundle's own. */
  readonly language: string;
  readonly #shelves: readonly (readonly [name: Dialogue | Part, shelf: Shelf])[];

  constructor(bundle: Bundle, language: string) {
    this.bundle = bundle;
    this.language = language;
    const { dialogues, participants, learnings, sections } = bundle;
    this.#shelves = [
      ...dialogues.map((dialogue) => [dialogue, this.#dialogue(dialogue)] as const),
      [
        'people',
        participants.flatMap(({ id, name, role, organisation, place, biography }) => {
          const [first] = dialoguesWith(bundle, id);
          const link = first && writeDeepLink(first.id, 0);
          return this.#entry(name, [role, organisation, place, ...biography], { link, place: `[participant="${id}"]` });
        }),
      ],
      [
        'learnings',
        learnings.flatMap(({ title, body, evidence: [clip] }) =>
          this.#entry(title, body, clip && { link: writeDeepLink(clip.dialogue, clip.start, clip.end) }),
        ),
      ],
      ['sections', sections.flatMap(({ id, title, body }) => this.#entry(title, body, { place: `[section="${id}"]` }))],
    ];
  }

  /**
   * What was found, in the order of the series; groups without a find are left out.
   *
   * @param scripts the words of each dialogue
   */
  find(query: string, scripts: readonly Script[]): readonly FindGroup[] {
    return this.#shelves.flatMap(([name, shelf], index) => {
      const own = search(shelf, query);
      const script = scripts[index];
      const said = script ? search(script.cues, query) : [];
      const isTitled = typeof name !== 'string' && own[0]?.[0] === shelf[0];
      const finds = [
        ...said.map(([{ text, speaker, start }, found]) => {
          const link = writeDeepLink((name as Dialogue).id, start);
          return { text, language: script!.language, label: speaker ?? '', start, link, found };
        }),
        ...own.map(([item, found]) => ({ ...item, found })),
      ];
      const title = isTitled ? finds.splice(said.length, 1)[0] : undefined;
      return title || finds[0] ? { name, title, finds } : [];
    });
  }

  #dialogue({ id, title, summary, tension, chapters, prompts }: Dialogue): Shelf {
    const link = writeDeepLink(id, 0);
    return [
      this.#read(title, { link }),
      this.#read(summary, { link }),
      ...(tension?.poles ?? []).flatMap(({ label, body }) => this.#entry(label, [body], { link })),
      ...this.#entry(tension?.thirdWay, [], { link }),
      ...chapters.flatMap(({ title, startTime: start }) =>
        this.#entry(title || undefined, [], { start, link: writeDeepLink(id, start) }),
      ),
      ...prompts.flatMap(({ text, hint, moment }) => {
        const clip = moment && { start: moment.start, link: writeDeepLink(id, moment.start, moment.end) };
        return this.#entry(text, [hint], clip ?? { link });
      }),
    ];
  }

  /** A name, and all that is said under it. */
  #entry(name: Text | undefined, texts: readonly (Text | undefined)[], more?: Partial<Findable>): Shelf {
    if (name === undefined) return [];
    const first = this.#read(name, more);
    const others = texts.flatMap((text) => (text ? this.#read(text, { ...more, label: first.text }) : []));
    return [first, ...others];
  }

  #read(text: Text, more?: Partial<Findable>): Findable {
    const wanted = this.language || this.bundle.language;
    const { words, lang } = wordsIn(text, wanted, this.bundle.language);
    const pieces = parseInline(words).map((piece) => piece.text);
    return { text: pieces.join(''), language: lang ?? wanted, label: '', ...more };
  }
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
