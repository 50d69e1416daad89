import { resolveAddress } from '../../bundle/address.js';
import { parseChapters } from '../../bundle/chapters.js';
import { linksAreGood } from '../../bundle/inline.js';
import { readDeepLink } from '../../bundle/deep-link.js';
import { parseBundle } from '../../bundle/parse.js';
import { problemAt, type Problem } from '../../bundle/problems.js';
import type { Bundle, Dialogue } from '../../bundle/schema.js';
import { read, textOf, Unreadable, type Got } from '../reading.js';
import type { World } from '../world.js';
import { checkChapters } from './chapters.js';
import { checkTranslations } from './languages.js';
import { checkPictures } from './pictures.js';
import { fieldsOf, itemOf, listOf, placeOf } from '../places.js';
import { Servers, type Need } from './servers.js';
import { checkSigned } from './signed.js';
import { BEGINNING, checkSound } from './sound.js';
import { textsIn, type Telling } from './texts.js';
import { checkTranscript } from './transcripts.js';
import { checkWording } from './wording.js';

/** What may be done to find out, and who is told how far it is. */
export interface Inquiry {
  readonly world: World;
  readonly isOffline: boolean;
  readonly onProgress: (done: number, all: number, address: string) => void;
}

/** A file that the bundle names, and what to make of it once it is there. */
interface Errand {
  readonly address: string;
  readonly path: string;
  readonly need: Need;
  /** What it means that the file is not there. */
  readonly level: Problem['level'];
  readonly remedy: string;
  readonly first?: number;
  readonly look?: (got: Got) => readonly Problem[];
}

const AT_ONCE = 4;

/** All that can be said of a bundle: what the parser says, and what is to be seen in its words and files. */
export async function inspect(got: Got, raw: unknown, inquiry: Inquiry): Promise<readonly Problem[]> {
  const parsed = parseBundle(raw as object, got.address);
  const { bundle } = parsed;
  if (!bundle) return parsed.problems;
  const texts = textsIn(raw);
  const servers = new Servers();
  servers.answer(got, '', 'fetch');
  return [
    ...parsed.problems,
    ...checkWording(texts, bundle.language),
    ...checkTranslations(texts, bundle),
    ...checkPictures(texts, raw, bundle),
    ...checkLinks(texts, bundle),
    ...checkPeople(raw, bundle),
    ...checkLicences(raw, bundle),
    ...checkSigned(raw, bundle),
    ...bundle.dialogues.flatMap((dialogue) => {
      const path = placeOf(raw, 'dialogues', dialogue.id);
      const { chapters } = itemOf(raw, 'dialogues', dialogue.id);
      const inFile = Array.isArray(chapters) ? null : fieldsOf(chapters)['chapters'];
      return checkChapters(listOf(inFile ?? chapters), `${path}.chapters${inFile ? '.chapters' : ''}`);
    }),
    ...(await runErrands(errandsOf(raw, bundle, got.address), servers, inquiry)),
    ...servers.problems(),
  ];
}

function errandsOf(raw: unknown, bundle: Bundle, base: string): readonly Errand[] {
  const errands: Errand[] = [];
  const picture = (address: string | undefined, path: string): void => {
    if (address)
      errands.push({ address, path, need: 'seek', level: 'warning', remedy: 'name a picture that is there', first: 1 });
  };
  picture(bundle.image?.src, 'image.src');
  for (const { id, image } of bundle.participants) {
    picture(image?.src, `${placeOf(raw, 'participants', id)}.image.src`);
  }
  for (const dialogue of bundle.dialogues) {
    const path = placeOf(raw, 'dialogues', dialogue.id);
    const written = itemOf(raw, 'dialogues', dialogue.id);
    const sources = listOf(fieldsOf(written['audio'])['sources']);
    for (const [index, source] of dialogue.audio.sources.entries()) {
      errands.push({
        address: source.src,
        path: `${path}.audio.sources[${index}].src`,
        need: 'seek',
        level: 'warning',
        remedy: sources.length > 1 ? 'name a file that is there, or take the source away' : 'name a file that is there',
        first: BEGINNING,
        look: (got) => checkSound(got, source, `${path}.audio.sources[${index}]`, dialogue),
      });
    }
    const files = listOf(written['transcript']).map((file) => fieldsOf(file)['src']);
    for (const { src } of dialogue.transcript) {
      // What was left out is missing from the bundle's list, so that its places are not the file's.
      const index = files.findIndex((file) => typeof file === 'string' && resolveAddress(file, base) === src);
      const at = `${path}.transcript[${index}].src`;
      errands.push({
        address: src,
        path: at,
        need: 'fetch',
        level: 'error',
        remedy: 'name a transcript that is there',
        look: (got) => checkTranscript(textOf(got), at, dialogue, bundle),
      });
    }
    if (dialogue.chaptersSrc !== null) {
      errands.push({
        address: dialogue.chaptersSrc,
        path: `${path}.chapters`,
        need: 'fetch',
        level: 'warning',
        remedy: 'name a chapters file that is there',
        look: (got) => lookAtChapters(got, `${path}.chapters`, dialogue),
      });
    }
    picture(dialogue.image?.src, `${path}.image.src`);
    if (dialogue.signed) {
      errands.push({
        address: dialogue.signed.src,
        path: `${path}.signed.src`,
        need: 'seek',
        level: 'warning',
        remedy: 'name a film, or a page with one, that is there',
        first: 1,
      });
    }
  }
  return errands;
}

async function runErrands(
  errands: readonly Errand[],
  servers: Servers,
  { world, isOffline, onProgress }: Inquiry,
): Promise<readonly Problem[]> {
  // What two dialogues name is read once.
  const known = new Map<string, Promise<Got>>();
  const found: (readonly Problem[])[] = [];
  const waiting = [...errands.entries()];
  let done = 0;
  const runner = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, errand] = next;
      const { address, path, need, level, remedy, first, look } = errand;
      const isFar = !address.startsWith('file:');
      if (isFar) servers.address(address, path);
      onProgress(++done, errands.length, address);
      if (isFar && isOffline) continue;
      try {
        const key = `${first ?? ''} ${address}`;
        const asked = known.get(key) ?? read(address, world, first ? { first } : {});
        known.set(key, asked);
        const got = await asked;
        // A picture, or a film, is neither read by us nor sought in.
        if (first !== 1) servers.answer(got, path, need);
        found[index] = look?.(got) ?? [];
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        found[index] = [problemAt(error.isGone ? level : 'warning', path, `${error.message}: ${remedy}`)];
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  return found.flat();
}

function lookAtChapters(got: Got, path: string, dialogue: Dialogue): readonly Problem[] {
  const text = textOf(got);
  const { problems } = parseChapters(text, got.address);
  const within = problems.map((problem) => problemAt('warning', path, `leads to a file in which ${problem.message}`));
  if (problems.some(({ path }) => path === '')) return within;
  const { chapters } = fieldsOf(JSON.parse(text.trim()));
  return [...within, ...checkChapters(listOf(chapters), `${path}.chapters`, dialogue.audio.duration)];
}

/** Links within texts that name a dialogue: `[words](#dialogue=ID&t=90)`. */
function checkLinks(texts: readonly Telling[], bundle: Bundle): readonly Problem[] {
  const ids = new Map(bundle.dialogues.map(({ id, audio }) => [id, audio.duration]));
  return texts.flatMap(({ all }) =>
    all.flatMap(({ path, words }) =>
      [...words.matchAll(/\]\(\s*[^\s()]*(#[^\s()]*dialogue=[^\s()]*)\)/g)].flatMap(([, fragment]) => {
        const link = linksAreGood(words) ? readDeepLink(fragment!) : null;
        if (!link) return [];
        const duration = ids.get(link.dialogue);
        if (duration === undefined) {
          return problemAt('error', path, `links to the dialogue “${link.dialogue}”, which the bundle does not have`);
        }
        const isBeyond = duration > 0 && link.start > duration;
        return isBeyond ? problemAt('warning', path, 'links to a moment beyond the end of the sound') : [];
      }),
    ),
  );
}

/** People whom nobody would ever meet. */
function checkPeople(raw: unknown, { participants, dialogues, setAside }: Bundle): readonly Problem[] {
  // They may be heard in a dialogue that was set aside, which is said already.
  if (setAside[0]) return [];
  return participants
    .filter(({ id }) => !dialogues.some((dialogue) => dialogue.narrator === id || dialogue.participants.includes(id)))
    .map(({ id }) =>
      problemAt(
        'warning',
        placeOf(raw, 'participants', id),
        'is heard in no dialogue: name the id in one, or take the person out',
      ),
    );
}

/** Credits that speak of a licence without leading to its words. */
function checkLicences(raw: unknown, { credits }: Bundle): readonly Problem[] {
  return credits
    .filter(
      ({ licence, title, body }) =>
        !licence && /\blicen[cs]ed? under\b|\bCC[ -](?:BY|0)\b|creative commons/i.test(JSON.stringify([title, body])),
    )
    .map(({ id }) =>
      problemAt(
        'warning',
        placeOf(raw, 'credits', id),
        'speaks of a licence without its address: add licence with name and url',
      ),
    );
}
