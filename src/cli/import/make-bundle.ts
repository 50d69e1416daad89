import { Names } from '../slug.js';
import { creditsOf } from './credits.js';
import { ImportDesk, type Fetch } from './import-desk.js';
import { makeDialogue } from './make-dialogue.js';
import { People } from './people.js';
import { beginningOf, lineOf, MOST_SUMMARY } from './plain.js';
import type { Episode, Show } from './show.js';

/** What an import makes: the bundle, the files beside it by their relative path, and what to tell the editor. */
export interface Made {
  readonly bundle: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What the feed held and the bundle does not. */
  readonly leftOut: readonly string[];
  /** What nobody but an editor can write. */
  readonly toDo: readonly string[];
}

/** Makes a bundle of a podcast. `base` is the feed's own address: a file of the feed's own folder is copied. */
export async function makeBundle(show: Show, base: string, fetch: Fetch): Promise<Made> {
  const desk = new ImportDesk({ base, language: show.language, fetch });
  return { bundle: await bundleOf(show, desk), files: desk.files, leftOut: desk.leftOut, toDo: desk.toDo };
}

async function bundleOf(show: Show, desk: ImportDesk): Promise<Readonly<Record<string, unknown>>> {
  const { title, summary, url, image } = show;
  const { language, toDo } = desk;
  if (language === 'und') {
    toDo.push('The language: the feed does not tell it. Write it in “language”, such as "en-GB".');
  }
  if (!title) toDo.push('The title of the series.');
  if (!summary) toDo.push('The summary of the series.');
  const picture = await desk.picture(image, 'The picture of the series', 'art/series');
  const page = desk.vet(url, 'The page of the series');
  const people = new People(desk);
  const speakers = new Set<string>();
  const dialogues = [];
  const ids = new Names();
  // On plain pages, that is the page about the series.
  ids.take('index', 'index');
  for (const [index, episode] of inOrder(show).entries()) {
    const id = ids.take(episode.title, `episode-${index + 1}`);
    const dialogue = await makeDialogue(episode, id, { show, people, speakers, desk });
    if (dialogue) dialogues.push(dialogue);
  }
  const strangers = [...speakers].filter((name) => !people.knows(name));
  if (strangers[0]) {
    toDo.push(
      `Who these are: ${strangers.join(', ')}. They speak in transcripts, and the feed does not name them. They stand in “speakers”; make participants of them if you can.`,
    );
  }
  toDo.push(
    'For each dialogue: the tension with its two poles (“tension”), and the “pole” of each chapter.',
    'For each dialogue: questions to talk about (“prompts”), and when it was recorded: feeds tell only when it came out.',
  );
  const { participants } = people;
  if (participants[0]) toDo.push('For each participant: what they do (“role”) and a short “biography”.');
  if (picture) toDo.push('What the pictures show (“alt”), where it is worth saying.');
  const subscribe = waysToSubscribe(show, desk);
  return {
    format: 1,
    language,
    title: lineOf(title) || 'Untitled',
    summary: beginningOf(summary, MOST_SUMMARY) || lineOf(title) || 'Untitled',
    ...(page && { url: page }),
    ...(picture && { image: picture }),
    ...(strangers[0] && { speakers: strangers }),
    participants,
    dialogues,
    credits: creditsOf(show, desk),
    ...(subscribe[0] && { subscribe }),
  };
}

/** A serial by its numbers; else the oldest first. Feeds begin with the newest. */
function inOrder({ episodes, isSerial }: Show): readonly Episode[] {
  const place = ({ season = 0, number = Infinity }: Episode): number => season * 1e6 + Math.min(number, 1e5);
  const time = ({ date }: Episode): number => date?.getTime() ?? 0;
  return [...episodes]
    .reverse()
    .sort((one, other) => (isSerial && place(one) - place(other)) || time(one) - time(other));
}

/** Where else to listen; where the feed does not say, the feed itself. */
function waysToSubscribe({ subscribe }: Show, desk: ImportDesk): readonly object[] {
  const own = /^https?:/.test(desk.base) ? [{ name: 'RSS', url: desk.base }] : [];
  return (subscribe[0] ? subscribe : own).flatMap(({ name, url }) => {
    const address = desk.vet(url, `The link “${name}”`);
    return address ? { name, url: address } : [];
  });
}
