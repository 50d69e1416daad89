import { parseChapters } from '../../bundle/chapters.js';
import type { Bundle, Chapter, Dialogue } from '../../bundle/schema.js';
import { wordsIn } from '../../bundle/text.js';
import { readCues, type Cue } from '../../bundle/transcript.js';
import { read, tell, textOf, Unreadable, type Got } from '../reading.js';
import { Failure, type World } from '../world.js';

/** A dialogue with what of it lies in files of its own. */
export interface Read {
  readonly dialogue: Dialogue;
  /** The cues of the transcript in the page's language, or the nearest; empty where there is none. */
  readonly cues: readonly Cue[];
  /** The language of the cues. */
  readonly language: string;
  readonly chapters: readonly Chapter[];
}

/** How files are read. */
export interface ReadingFiles {
  readonly world: World;
  /** Whether servers are left alone. */
  readonly isOffline: boolean;
}

const ASKS_NONE = 'is on a server, and --offline asks none';

/** So many dialogues are read at once: a server is not to be stormed, and a long series not to be waited for. */
const AT_ONCE = 8;

/** All dialogues with their files, in their order. What cannot be read is said, and the pages do without. */
export async function readSeries(bundle: Bundle, language: string, how: ReadingFiles): Promise<readonly Read[]> {
  const { dialogues } = bundle;
  const all: Read[] = [];
  for (let from = 0; from < dialogues.length; from += AT_ONCE) {
    const some = dialogues.slice(from, from + AT_ONCE);
    all.push(...(await Promise.all(some.map((dialogue) => readDialogue(dialogue, { bundle, language, how })))));
  }
  return all;
}

interface Asked {
  readonly bundle: Bundle;
  readonly language: string;
  readonly how: ReadingFiles;
}

async function readDialogue(dialogue: Dialogue, { bundle, language, how }: Asked): Promise<Read> {
  const { transcript, chapters, chaptersSrc } = dialogue;
  const tags = Object.fromEntries(transcript.map((file) => [file.language, file.language]));
  const nearest = wordsIn(tags, language, bundle.language).words;
  const file = transcript.find((one) => one.language === nearest);
  const [cues, listed] = await Promise.all([
    file ? readOr(file.src, how, cuesIn) : null,
    chaptersSrc ? readOr(chaptersSrc, how, (got) => parseChapters(textOf(got)).chapters) : null,
  ]);
  return { dialogue, language: nearest, cues: cues ?? [], chapters: listed ?? chapters };
}

/** The lines of a transcript; null where there is none. */
function cuesIn(got: Got): readonly Cue[] | null {
  const cues = readCues(textOf(got));
  return cues[0] ? cues : null;
}

/** What a file says; null where it cannot be read, or makes no sense, which is said. */
async function readOr<Sense>(
  address: string,
  { world, isOffline }: ReadingFiles,
  understand: (got: Got) => Sense | null,
): Promise<Sense | null> {
  const without = (why: string): null => {
    world.aside.write(`${tell(address, world)} ${why}. The pages do without it.\n`);
    return null;
  };
  if (isOffline && !isFile(address)) return without(ASKS_NONE);
  try {
    return understand(await read(address, world)) ?? without('cannot be understood');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return without(error.message);
  }
}

/**
 * The first sound file of each dialogue, and the portraits, as addresses that hold all of it, by the addresses that the
 * bundle has. Nobody hears a missing sound, so that is a failure; a missing picture is said.
 */
export async function readInside(bundle: Bundle, how: ReadingFiles): Promise<ReadonlyMap<string, string>> {
  const { world, isOffline } = how;
  const inside = new Map<string, string>();
  for (const { audio } of bundle.dialogues) {
    const { src, type } = audio.sources[0];
    const missing = (why: string): Failure =>
      new Failure(`${tell(src, world)} ${why}. A single file needs all of its sound.`);
    if (isOffline && !isFile(src)) throw missing(ASKS_NONE);
    const got = await read(src, world).catch((error: unknown) => {
      throw error instanceof Unreadable ? missing(error.message) : error;
    });
    inside.set(src, holding(got, /^audio\/[\w.+-]+$/.test(type) ? type : 'audio/mpeg'));
  }
  for (const { signed } of bundle.dialogues) {
    if (signed && isFile(signed.src)) {
      world.aside.write(`${tell(signed.src, world)} is a film, and stays outside. The page does without it.\n`);
    }
  }
  for (const { image } of [...bundle.dialogues, ...bundle.participants]) {
    if (!image || inside.has(image.src)) continue;
    const picture = await readOr(image.src, how, (got) => holding(got, pictureType(image.src)));
    if (picture) inside.set(image.src, picture);
  }
  return inside;
}

/** An address that holds what was read. */
function holding({ bytes }: Got, type: string): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Whether an address is of this machine. */
export function isFile(address: string): boolean {
  return address.startsWith('file:');
}

const pictureTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};

function pictureType(address: string): string {
  return pictureTypes[/\.(\w+)$/.exec(new URL(address).pathname)?.[1]?.toLowerCase() ?? ''] ?? 'image/jpeg';
}
