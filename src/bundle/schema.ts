import { resolveAddress } from './address.js';
import { readClock } from './clock.js';
import {
  hoped,
  ignored,
  isObject,
  leaf,
  list,
  maybe,
  needed,
  say,
  shape,
  then,
  written,
  type Door,
  type ListName,
  type Output,
  type Schema,
} from './door.js';
import { linksAreGood } from './inline.js';
import { BACKWARDS, type Problem } from './problems.js';

/** Words in the bundle's own language, or in several, by language tag. */
export type Text = string | { readonly [language: string]: string };

/** What a language tag looks like. */
export const tag = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;

/** A language tag (BCP 47), such as `en-GB`. */
export const languageSchema = written('must be a language tag, such as "en-GB"', tag);

/** A name that can stand in the fragment of an address. */
export const idSchema = written('must be letters, digits, "-", "_" and "." only', /^[\w.-]+$/);

/** An http(s) or relative address; absolute once it is through the door. */
export const addressSchema = leaf('must be an http(s) or relative address', (value, { base }) =>
  typeof value === 'string' ? resolveAddress(value, base) : null,
);

/** A time in any form that `readClock` knows; seconds once it is through the door. */
export const timeSchema = leaf('must be a time, such as 90 or "1:30"', readClock);

/** Words, as a string or by language. */
export const textSchema = leaf('must be text, not empty, or a map of language tags to such text', readText);

/** Words that may be empty: what an image says where it is for the eye alone. */
export const altSchema = leaf('must describe the image, or be "" if nothing is lost without it', (value, door) =>
  value === '' ? '' : readText(value, door),
);

const paragraphs = list(textSchema);
/** Text that people do not read as words. */
export const stringSchema = written('must be text in quotes', /^/);
/** Yes or no. */
export const booleanSchema = leaf('must be true or false', (value) => (typeof value === 'boolean' ? value : null));

/** An image with its words. */
export const imageSchema = shape({ src: addressSchema, alt: needed(altSchema, '') });
const pageSchema = shape({ title: textSchema, url: addressSchema });

const participantSchema = shape({
  id: idSchema,
  name: textSchema,
  role: textSchema,
  organisation: maybe(textSchema),
  place: maybe(textSchema),
  biography: paragraphs,
  image: maybe(imageSchema),
  links: list(pageSchema),
});

const poleSchema = shape({ label: textSchema, body: textSchema });

const tensionSchema = shape({
  poles: list(poleSchema, { least: 2, most: 2 }) as Schema<readonly [Pole, Pole]>,
  thirdWay: maybe(textSchema),
});

/** Which side of a tension a chapter leans to. */
export const poleNameSchema = written<PoleName>('must be "a", "b" or "third"', /^(a|b|third)$/);

const audioSourceSchema = shape({
  src: addressSchema,
  type: hoped(written('must be a media type, such as "audio/mpeg"', /^/), ''),
});

const audioSchema = shape({
  sources: list(audioSourceSchema, { least: 1 }) as Schema<readonly [AudioSource, ...AudioSource[]]>,
  duration: then(hoped(timeSchema, 0), (duration, door) => (door.duration = duration)),
  note: maybe(textSchema),
});

const transcriptFileSchema = then(
  shape({ src: addressSchema, language: needed(languageSchema, '') }),
  ({ src, language }, door) => ({ src, language: language || door.language }),
);

/** One chapter, as in Podcasting 2.0 JSON chapters 1.2, with a pole of ours. Without a title it is not listed. */
export const chapterSchema = then(
  shape({
    startTime: timeSchema,
    endTime: maybe(timeSchema),
    title: maybe(textSchema),
    img: maybe(addressSchema),
    url: maybe(addressSchema),
    toc: maybe(booleanSchema),
    pole: maybe(poleNameSchema),
    location: ignored,
  }),
  ({ endTime, title = '', toc = title !== '', ...chapter }, door) => {
    const { startTime } = chapter;
    // Without an end, only its start can lie beyond that of the sound.
    const stretch = endTime === undefined ? { start: -1, end: startTime } : { start: startTime, end: endTime };
    const isGood = within(stretch, door.duration, door);
    return { ...chapter, title, toc, ...(isGood && endTime !== undefined && { endTime }) };
  },
);

/** The chapters of a dialogue: here, or in a file of their own. */
interface Chapters {
  readonly chapters: readonly Chapter[];
  readonly chaptersSrc: string | null;
}

/** Chapters that stand in the bundle. */
export const chapterListSchema = then(list(chapterSchema), (chapters): Chapters => {
  return { chapters: [...chapters].sort((one, other) => one.startTime - other.startTime), chaptersSrc: null };
});

/** A whole chapters file. Its own `title`, `author` and the like are the podcast's, not ours. */
export const chaptersFileSchema = then(
  shape({ version: stringSchema, chapters: chapterListSchema }, ignored),
  ({ chapters }) => chapters,
);

/** The address of a chapters file. */
export const chaptersAddressSchema = then(addressSchema, (src): Chapters => ({ chapters: [], chaptersSrc: src }));
/** The same, in a field of its own. */
export const chaptersPointerSchema = then(shape({ src: chaptersAddressSchema }), ({ src }) => src);

/** The chapters of a dialogue, in any form. */
export const chaptersSchema: Schema<Chapters> = (value, door) => {
  if (typeof value === 'string') return chaptersAddressSchema(value, door);
  if (Array.isArray(value)) return chapterListSchema(value, door);
  if (!isObject(value)) return say(door, 'error', 'must be a list of chapters, or the address of a file');
  return ('src' in value ? chaptersPointerSchema : chaptersFileSchema)(value, door);
};

const momentSchema = then(shape({ start: timeSchema, end: timeSchema }), (moment, door) =>
  within(moment, door.duration, door),
);

const promptSchema = shape({ id: idSchema, text: textSchema, hint: maybe(textSchema), moment: maybe(momentSchema) });

const contentNoteSchema = then(shape({ start: timeSchema, end: timeSchema, text: textSchema }), (contentNote, door) =>
  within(contentNote, door.duration, door),
);

const dialogueSchema = then(
  shape({
    id: idSchema,
    title: textSchema,
    summary: textSchema,
    tension: maybe(tensionSchema),
    participants: list(reference('participants')),
    narrator: maybe(reference('participants')),
    recorded: maybe(stringSchema),
    // Before all that has times, since it says how long the sound is.
    audio: audioSchema,
    transcript: filled(list(transcriptFileSchema), 'error'),
    chapters: maybe(chaptersSchema),
    prompts: list(promptSchema),
    image: maybe(imageSchema),
    easyRead: paragraphs,
    contentNotes: list(contentNoteSchema),
    signed: maybe(shape({ src: addressSchema, language: languageSchema })),
  }),
  ({ chapters = { chapters: [], chaptersSrc: null }, ...dialogue }) => ({ ...dialogue, ...chapters }),
);

const evidenceSchema = then(
  shape({ dialogue: reference('dialogues'), start: timeSchema, end: timeSchema }),
  (evidence, door) => within(evidence, (door.kept.dialogues?.get(evidence.dialogue) as Dialogue).audio.duration, door),
);

const sectionSchema = shape({ id: idSchema, title: textSchema, body: paragraphs });
const learningSchema = shape({ id: idSchema, title: textSchema, body: paragraphs, evidence: list(evidenceSchema) });

const creditSchema = shape({
  id: idSchema,
  title: textSchema,
  body: paragraphs,
  licence: maybe(shape({ name: textSchema, url: addressSchema })),
});

/** A role that speaks. */
export const roleSchema = shape({ role: textSchema });
/** A role, or the name of one. */
export const speakerSchema: Schema<Speaker> = (value, door) =>
  roleSchema(typeof value === 'string' ? { role: value } : value, door);

/** The version of this format. */
export const formatSchema = leaf('must be 1', (value) => {
  // Nothing else of it can be judged.
  if (typeof value === 'number' && value !== 1) throw new Error('this library reads format 1 only');
  return value === 1 ? value : null;
});

/** A whole bundle, format 1. The order matters: who is named stands before who names. */
export const bundleSchema = then(
  shape({
    $schema: ignored,
    format: needed(formatSchema, 1),
    language: then(needed(languageSchema, 'en-GB'), (language, door) => (door.language = language)),
    title: needed(textSchema, ''),
    summary: needed(textSchema, ''),
    url: maybe(addressSchema),
    image: maybe(imageSchema),
    speakers: list(speakerSchema),
    participants: list(participantSchema, { name: 'participants' }),
    dialogues: filled(list(dialogueSchema, { name: 'dialogues' }), 'warning'),
    sections: list(sectionSchema),
    learnings: list(learningSchema),
    credits: list(creditSchema),
    subscribe: list(shape({ name: textSchema, url: addressSchema })),
    related: list(shape({ title: textSchema, url: maybe(addressSchema), summary: textSchema })),
    help: list(shape({ title: textSchema, body: paragraphs, url: maybe(addressSchema), phone: maybe(stringSchema) })),
    glossary: list(shape({ term: textSchema, meaning: textSchema })),
  }),
  (bundle, door) => {
    const { base, setAside } = door;
    return bundle.dialogues[0] || bundle.sections[0] || bundle.participants[0]
      ? { ...bundle, ...(base && { base }), setAside }
      : say(door, 'error', 'has nothing that can be shown');
  },
);

/** Which side of a tension: pole A, pole B or the third way. */
export type PoleName = 'a' | 'b' | 'third';
/** One side of a tension. */
export type Pole = Output<typeof poleSchema>;
/** What a dialogue is about: two poles, and perhaps a third way between them. */
export type Tension = Output<typeof tensionSchema>;
/** One file of the sound. `type` is '' where the bundle does not say. */
export type AudioSource = Output<typeof audioSourceSchema>;
/** The words of a dialogue, as a WebVTT file in one language. */
export type TranscriptFile = Output<typeof transcriptFileSchema>;
/** A stretch of a dialogue with a name; times in seconds. `toc` is false where it is not to be listed. */
export type Chapter = Output<typeof chapterSchema>;
/** A question to think or talk about. */
export type Prompt = Output<typeof promptSchema>;
/** A stretch of a dialogue, in seconds. */
export type Moment = Output<typeof momentSchema>;
/** A stretch of a dialogue, in seconds, of which a listener is told beforehand. */
export type ContentNote = Output<typeof contentNoteSchema>;
/** One recorded conversation. */
export type Dialogue = Output<typeof dialogueSchema>;
/** Someone who is heard. */
export type Participant = Output<typeof participantSchema>;
/** A clip that shows a learning: the id of a dialogue, and times in seconds. */
export type Evidence = Output<typeof evidenceSchema>;
/** What was learned, with clips that show it. */
export type Learning = Output<typeof learningSchema>;
/** Prose. */
export type Section = Output<typeof sectionSchema>;
/** Thanks, music, funding and the like. */
export type Credit = Output<typeof creditSchema>;
/** An image, and the words for those who do not see it; '' where it is for the eye alone. */
export type Image = Output<typeof imageSchema>;
/** A role that may speak in a transcript without being a participant, such as a narrator. */
export type Speaker = Output<typeof roleSchema>;

/**
 * A bundle that has been judged: all that is in it can be trusted. `base` is its own address, where it is known, and
 * links within texts are resolved against it. `setAside` says which dialogues were left out, and why.
 */
export type Bundle = Output<typeof bundleSchema>;

/** A list in which something should be. */
function filled<Item>(items: Schema<readonly Item[]>, level: Problem['level']): Schema<readonly Item[]> {
  return then(items, (kept, door) => {
    if (!kept[0]) say(door, level, 'is empty: add one that can be shown');
    return kept;
  });
}

/** The id of an item that was kept in one of the bundle's lists. */
function reference(name: ListName): Schema<string> {
  return leaf(`must be the id of one of the ${name}`, (value, { kept }) =>
    kept[name]?.has(value) ? (value as string) : null,
  );
}

function readText(value: unknown, door: Door): Text | null {
  const all = Object.entries(isObject(value) ? value : { own: value });
  if (!all.every(([language, words]) => typeof words === 'string' && tag.test(language))) return null;
  // An empty translation is one that is still to come.
  const told = (all as [string, string][]).filter(([, words]) => words.trim());
  if (!told[0]) return null;
  if (!told.every(([, words]) => linksAreGood(words))) {
    say(door, 'warning', 'must have http(s) or relative links only');
  }
  return typeof value === 'string' ? value : Object.fromEntries(told);
}

function within<T extends { readonly start: number; readonly end: number }>(
  stretch: T,
  duration: number,
  door: Door,
): T | null {
  if (stretch.end <= stretch.start) return say(door, 'warning', BACKWARDS);
  if (duration && stretch.end > duration) say(door, 'warning', 'must not lie beyond the end of the sound');
  return stretch;
}
