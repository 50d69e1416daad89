import { resolveAddress } from '../../bundle/address.js';
import { parseChapters } from '../../bundle/chapters.js';
import { writeClock } from '../../bundle/clock.js';
import type { Chapter } from '../../bundle/schema.js';
import { readCues } from '../../bundle/transcript.js';
import { writeWebVtt } from '../../bundle/write-transcript.js';
import { measureMp3 } from '../mp3.js';
import { fieldsOf, listOf } from '../places.js';
import { Names, slugOf } from '../slug.js';
import { beginningOf, lineOf } from './plain.js';
import type { Episode, Licence, Person, Show, Transcript } from './show.js';

/** How files that the feed names are come by. Gives null, after saying why, where one cannot be read. */
export type Fetch = (address: string, what: string) => Promise<Uint8Array | null>;

/** What an import makes: the bundle, the files beside it by their relative path, and what to tell the editor. */
export interface Made {
  readonly bundle: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What the feed held and the bundle does not. */
  readonly leftOut: readonly string[];
  /** What nobody but an editor can write. */
  readonly toDo: readonly string[];
}

const MOST_SUMMARY = 400;
const narrates = /narrat|erzähl|adrodd/i;
// Who makes an episode without being heard in it.
const isUnheard =
  /produc|edit|engineer|music|compos|design|artist|research|transcri|translat|assistant|writer|director|coordinat|manag|market|account|support|technical|mix|master/i;

/** Makes a bundle of a podcast. `base` is the feed's own address: a file of the feed's own folder is copied. */
export async function makeBundle(show: Show, base: string, fetch: Fetch): Promise<Made> {
  const making = new Making(show, base, fetch);
  const bundle = await making.bundle();
  return { bundle, files: making.files, leftOut: making.leftOut, toDo: making.toDo };
}

class Making {
  readonly files = new Map<string, string | Uint8Array>();
  readonly leftOut: string[] = [];
  readonly toDo: string[] = [];
  readonly #show: Show;
  readonly #base: string;
  readonly #fetch: Fetch;
  readonly #language: string;
  readonly #people = new Map<string, { readonly id: string; readonly item: Readonly<Record<string, unknown>> }>();
  readonly #personIds = new Names();
  readonly #strangers = new Set<string>();
  readonly #copied = new Map<string, string>();

  constructor(show: Show, base: string, fetch: Fetch) {
    this.#show = show;
    this.#base = base;
    this.#fetch = fetch;
    this.#language = languageOf(show.language);
  }

  async bundle(): Promise<Readonly<Record<string, unknown>>> {
    const { title, summary, url, image, copyright } = this.#show;
    if (this.#language === 'und') {
      this.toDo.push('The language: the feed does not tell it. Write it in “language”, such as "en-GB".');
    }
    if (!title) this.toDo.push('The title of the series.');
    if (!summary) this.toDo.push('The summary of the series.');
    const picture = await this.#picture(image, 'The picture of the series', 'art/series');
    const page = this.#vet(url, 'The page of the series');
    const dialogues = [];
    const ids = new Names();
    // On plain pages, that is the page about the series.
    ids.take('index', 'index');
    for (const [index, episode] of this.#inOrder().entries()) {
      dialogues.push(await this.#dialogue(episode, ids.take(episode.title, `episode-${index + 1}`), image));
    }
    const made = dialogues.flatMap((dialogue) => dialogue ?? []);
    const strangers = [...this.#strangers].filter((name) => !this.#people.has(slugOf(name, name)));
    if (strangers[0]) {
      this.toDo.push(
        `Who these are: ${strangers.join(', ')}. They speak in transcripts, and the feed does not name them. They stand in “speakers”; make participants of them if you can.`,
      );
    }
    this.toDo.push(
      'For each dialogue: the tension with its two poles (“tension”), and the “pole” of each chapter.',
      'For each dialogue: questions to talk about (“prompts”), and when it was recorded: feeds tell only when it came out.',
    );
    if (this.#people.size > 0) this.toDo.push('For each participant: what they do (“role”) and a short “biography”.');
    if (picture) this.toDo.push('What the pictures show (“alt”), where it is worth saying.');
    const subscribe = this.#links();
    return {
      format: 1,
      language: this.#language,
      title: lineOf(title) || 'Untitled',
      summary: beginningOf(summary, MOST_SUMMARY) || lineOf(title) || 'Untitled',
      ...(page && { url: page }),
      ...(picture && { image: picture }),
      ...(strangers[0] && { speakers: strangers }),
      participants: [...this.#people.values()].map(({ item }) => item),
      dialogues: made,
      credits: this.#credits(copyright),
      ...(subscribe[0] && { subscribe }),
    };
  }

  /** A serial by its numbers; else the oldest first. Feeds begin with the newest. */
  #inOrder(): readonly Episode[] {
    const { episodes, isSerial } = this.#show;
    const place = ({ season = 0, number = Infinity }: Episode): number => season * 1e6 + Math.min(number, 1e5);
    const time = ({ date }: Episode): number => date?.getTime() ?? 0;
    return [...episodes]
      .reverse()
      .sort((one, other) => (isSerial && place(one) - place(other)) || time(one) - time(other));
  }

  async #dialogue(
    episode: Episode,
    id: string,
    showImage: string | undefined,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    const { title, summary, people, image, soundbites } = episode;
    const name = `“${title || id}”`;
    const { sources, duration } = await this.#sound(episode, id, name);
    if (!sources[0]) {
      this.leftOut.push(`${name} has no sound that can be named, and so is no dialogue.`);
      return null;
    }
    if (!duration) this.toDo.push(`${name}: the length of the sound (“audio.duration”).`);
    if (!summary) this.toDo.push(`${name}: a summary.`);
    else if (lineOf(summary).length > MOST_SUMMARY) {
      this.toDo.push(
        `${name}: the description is long, and only its beginning became the summary. See whether it says enough.`,
      );
    }
    const own = people[0] ? people : this.#show.people;
    const heard = own.filter(({ role }) => !isUnheard.test(role));
    const narrator = heard.find(({ role }) => narrates.test(role));
    const ids = heard.flatMap((person) => (person === narrator ? [] : [person]));
    const participants = [];
    for (const person of ids) participants.push(await this.#person(person));
    const narratorId = narrator && (await this.#person(narrator));
    for (const { title: words, start, end } of soundbites) {
      this.toDo.push(
        `${name}: the soundbite “${words || title}”, ${writeClock(start)} to ${writeClock(end)}, may be the moment of a prompt.`,
      );
    }
    const chapters = await this.#chapters(episode, name);
    const picture = image === showImage ? null : await this.#picture(image, `The picture of ${name}`, `art/${id}`);
    return {
      id,
      title: lineOf(title) || id,
      summary: beginningOf(summary, MOST_SUMMARY) || lineOf(title) || id,
      participants: [...new Set(participants)],
      ...(narratorId && { narrator: narratorId }),
      audio: { sources, ...(duration && { duration }) },
      transcript: await this.#transcripts(episode, id, name),
      ...(chapters[0] && { chapters }),
      prompts: [],
      ...(picture && { image: picture }),
    };
  }

  async #sound(
    { sounds, duration }: Episode,
    id: string,
    name: string,
  ): Promise<{ readonly sources: readonly Readonly<Record<string, string>>[]; readonly duration: number }> {
    const sources = [];
    let length = duration;
    for (const [index, { url, type }] of sounds.entries()) {
      const address = this.#vet(url, `The sound of ${name}`);
      if (!address) continue;
      const kind = type || typeByName(address);
      const src = await this.#carry(address, `The sound of ${name}`, `audio/${id}${index ? `-${index + 1}` : ''}`);
      if (!src) continue;
      sources.push({ src, type: kind });
      const copy = this.files.get(src);
      const mp3 = copy instanceof Uint8Array ? measureMp3(copy) : null;
      if (!mp3) continue;
      const measured = Math.round(mp3.seconds * 100) / 100;
      if (duration && Math.abs(measured - duration) > 1.5) {
        this.leftOut.push(
          `${name} is ${writeClock(duration)} long by the feed, and ${writeClock(measured)} by its sound; the bundle has the latter.`,
        );
      }
      length = measured;
    }
    return { sources, duration: length };
  }

  async #transcripts({ transcripts }: Episode, id: string, name: string): Promise<readonly object[]> {
    const written = new Map<string, string>();
    // The best there is for each language: those that name times and speakers.
    const ranked = [...transcripts].sort((one, other) => rankOf(one) - rankOf(other));
    for (const transcript of ranked) {
      const language = transcript.language ? languageOf(transcript.language) : this.#language;
      if (written.has(language)) continue;
      let text: string | null = null;
      if ('text' in transcript) ({ text } = transcript);
      else {
        const address = this.#vet(transcript.url, `A transcript of ${name}`);
        if (address && rankOf(transcript) === UNTIMED) {
          this.leftOut.push(`The transcript “${transcript.url}” of ${name} is ${transcript.type}, which has no times.`);
        } else if (address) {
          const bytes = await this.#fetch(address, `A transcript of ${name}`);
          text = bytes && new TextDecoder().decode(bytes);
        }
      }
      if (text === null) continue;
      const cues = readCues(text);
      if (!cues[0]) {
        this.leftOut.push(`A transcript of ${name} has no words with times that could be read.`);
        continue;
      }
      for (const { speaker } of cues) if (speaker) this.#strangers.add(speaker);
      const isFirst = written.size === 0;
      const path = `transcripts/${id}${isFirst ? '' : `.${language}`}.vtt`;
      this.files.set(path, /^\uFEFF?WEBVTT/.test(text) ? text : writeWebVtt(cues));
      written.set(language, path);
    }
    if (written.size === 0) this.toDo.push(`${name}: a transcript. Until there is one, the bundle has an error.`);
    return [...written].map(([language, src]) => ({ src, language }));
  }

  async #chapters({ chapters }: Episode, name: string): Promise<readonly object[]> {
    let input: unknown = { version: '1.2.0', chapters };
    let base = this.#base;
    if (typeof chapters === 'string') {
      const address = this.#vet(chapters, `The chapters of ${name}`);
      const bytes = address && (await this.#fetch(address, `The chapters of ${name}`));
      if (!bytes) return [];
      base = address;
      input = readJson(new TextDecoder().decode(bytes));
    }
    // Judged one by one, so that a bad link of one does not spoil it.
    const all = listOf(fieldsOf(input)['chapters'] ?? input);
    const read = all.flatMap((chapter) => parseChapters({ version: '1.2.0', chapters: [chapter] }, base).chapters);
    if (read.length < all.length || input === null) {
      this.leftOut.push(`The chapters of ${name} could ${read.length ? 'only in part' : 'not'} be read.`);
    }
    return [...read].sort((one, other) => one.startTime - other.startTime).map((chapter) => writtenChapter(chapter));
  }

  async #person({ name, role, image, url }: Person): Promise<string> {
    const key = slugOf(name, name);
    const known = this.#people.get(key);
    if (known) return known.id;
    const id = this.#personIds.take(name, 'person');
    const link = this.#vet(url, `The page of ${name}`);
    const picture = await this.#picture(image, `The picture of ${name}`, `art/${id}`);
    const words = role ? role.charAt(0).toUpperCase() + role.slice(1) : 'Guest';
    this.#people.set(key, {
      id,
      item: {
        id,
        name: lineOf(name),
        role: /^(?:co-?)?(?:host|guest|narrator)$/i.test(words) ? this.#inEnglish(words) : lineOf(words),
        biography: [],
        ...(picture && { image: picture }),
        ...(link && { links: [{ title: lineOf(name), url: link }] }),
      },
    });
    return id;
  }

  #credits(copyright: string | undefined): readonly object[] {
    const { licence, fundings, author, episodes } = this.#show;
    const ids = new Names();
    const credits: object[] = [];
    const add = (id: string, title: string, body: readonly unknown[], rest: object = {}): unknown =>
      credits.push({ id: ids.take(id, id), title: this.#inEnglish(title), body, ...rest });
    if (author) add('made-by', 'Made by', [lineOf(author)]);
    const licences = new Map<string, Licence>();
    for (const one of [licence, ...episodes.map((episode) => episode.licence)]) if (one) licences.set(one.name, one);
    for (const { name, url } of licences.values()) {
      const address = this.#vet(url, `The licence ${name}`);
      if (!address) this.toDo.push(`The licence “${name}”: the address of its words.`);
      add(
        'licence',
        'Licence',
        copyright ? [lineOf(copyright)] : [],
        address ? { licence: { name: lineOf(name), url: address } } : {},
      );
      if (!address && !copyright) credits.splice(-1, 1, { ...credits.at(-1), body: [lineOf(name)] });
    }
    if (copyright && licences.size === 0) {
      add('copyright', 'Copyright', [lineOf(copyright)]);
      this.toDo.push('The licence: the feed names none. Say in “credits” what others may do with the series.');
    }
    const links = fundings.flatMap(({ name, url }) => {
      const address = this.#vet(url, `The funding link “${name}”`);
      return address
        ? `[${lineOf(name || address).replace(/[[\]]/g, '')}](${address.replace(/[()]/g, encodeURIComponent)})`
        : [];
    });
    if (links[0]) add('support', 'Support the series', links);
    return credits;
  }

  #links(): readonly object[] {
    const { subscribe } = this.#show;
    const own = /^https?:/.test(this.#base) ? [{ name: 'RSS', url: this.#base }] : [];
    return (subscribe[0] ? subscribe : own).flatMap(({ name, url }) => {
      const address = this.#vet(url, `The link “${name}”`);
      return address ? { name, url: address } : [];
    });
  }

  async #picture(url: string | undefined, what: string, path: string): Promise<object | null> {
    const address = this.#vet(url, what);
    const src = address && (await this.#carry(address, what, path));
    return src ? { src, alt: '' } : null;
  }

  /** An address that a bundle may have, absolute; null, after saying so, for any other. */
  #vet(url: string | undefined, what: string): string | null {
    if (!url) return null;
    const address = resolveAddress(url, this.#base);
    // What a feed names outside its own folder is none of its business: it may come from anywhere.
    const isOwn =
      address !== null && (!address.startsWith('file:') || address.startsWith(new URL('.', this.#base).href));
    if (isOwn) return address;
    const sentence = `${what} has the address “${url.slice(0, 80)}”, which is neither http(s) nor a file beside the feed. It was left out.`;
    if (!this.leftOut.includes(sentence)) this.leftOut.push(sentence);
    return null;
  }

  /** An address on the web stays as it is. A file beside the feed is copied beside the bundle. */
  async #carry(address: string, what: string, path: string): Promise<string | null> {
    if (!address.startsWith('file:')) return address;
    const known = this.#copied.get(address);
    if (known) return known;
    const bytes = await this.#fetch(address, what);
    if (!bytes) return null;
    const ending = /\.[a-z\d]{1,5}$/i.exec(new URL(address).pathname)?.[0].toLowerCase() ?? '';
    this.files.set(path + ending, bytes);
    this.#copied.set(address, path + ending);
    return path + ending;
  }

  /** Words of ours, which are English whatever the series is in. */
  #inEnglish(words: string): string | Readonly<Record<string, string>> {
    return /^en\b/i.test(this.#language) ? words : { en: words };
  }
}

const UNTIMED = 9;

function rankOf(transcript: Transcript): number {
  if ('text' in transcript) return 0;
  const { type, url } = transcript;
  if (/vtt/i.test(type) || /\.vtt\b/i.test(url)) return 1;
  if (/json/i.test(type) || /\.json\b/i.test(url)) return 2;
  if (/srt|subrip/i.test(type) || /\.srt\b/i.test(url)) return 3;
  return /html|plain|pdf/i.test(type) ? UNTIMED : 4;
}

/** A language tag as it is commonly written; `und`, the tag for one that is not known, where it is none. */
function languageOf(written: string): string {
  try {
    return Intl.getCanonicalLocales(written.trim().replace(/_/g, '-'))[0] ?? 'und';
  } catch {
    return 'und';
  }
}

function typeByName(address: string): string {
  const ending = /\.([a-z\d]+)$/i.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = {
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    mp4: 'audio/mp4',
    aac: 'audio/aac',
    ogg: 'audio/ogg',
    oga: 'audio/ogg',
    opus: 'audio/ogg; codecs=opus',
    wav: 'audio/wav',
  };
  return types[ending] ?? '';
}

/** A chapter without what says nothing, and without pictures of the machine it was imported on. */
function writtenChapter({ title, img, url, toc, ...times }: Chapter): object {
  const words = typeof title === 'string' ? lineOf(title) : title;
  const isFar = (address: string | undefined): boolean => /^https?:/.test(address ?? '');
  return {
    ...times,
    ...(words && { title: words }),
    ...(isFar(img) && { img }),
    ...(isFar(url) && { url }),
    ...(words && !toc && { toc }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch {
    return null;
  }
}
