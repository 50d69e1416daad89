import { resolveAddress } from './address.js';
import { readClock } from './clock.js';
import {
  admit,
  ignored,
  isObject,
  leaf,
  maybe,
  needed,
  say,
  then,
  written,
  type Door,
  type Fields,
  type Output,
  type Reader,
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
export const idSchema = written('must be letters, digits, "-", "_" or "."', /^[\w.-]+$/);

/** An http(s) or relative address; absolute once it is through the door. */
export const addressSchema = leaf('must be an http(s) or relative address', (value, { base }) =>
  typeof value === 'string' ? resolveAddress(value, base) : null,
);

/** A time in any form that `readClock` knows; seconds once it is through the door. */
export const timeSchema = leaf('must be a time, such as 90 or "1:30"', readClock);

/** Words, as a string or by language. */
export const textSchema = leaf('must be text, not "", or a map of language tags to text', readText);

/** Words that may be empty: what an image says where it is for the eye alone. */
export const altSchema = leaf('must describe the image, or be ""', (value, door) =>
  value === '' ? '' : readText(value, door),
);

/** Text that people do not read as words. */
export const stringSchema = written('must be text in quotes', /^/);
/** Yes or no. */
export const booleanSchema = leaf('must be true or false', (value) => (typeof value === 'boolean' ? value : null));

const paragraphs = [textSchema];

/** An image with its words. */
export const imageSchema = { src: addressSchema, alt: needed(altSchema, '') };

const participantSchema = {
  id: idSchema,
  name: textSchema,
  role: textSchema,
  organisation: maybe(textSchema),
  place: maybe(textSchema),
  biography: paragraphs,
  image: maybe(imageSchema),
  links: [{ title: textSchema, url: addressSchema }],
};

const poleSchema = { label: textSchema, body: textSchema };

const tensionSchema = { poles: [poleSchema, 2, 2] as const, thirdWay: maybe(textSchema) };

/** Which side of a tension a chapter leans to. */
export const poleNameSchema = written<PoleName>('must be "a", "b" or "third"', /^(a|b|third)$/);

const audioSourceSchema = {
  src: addressSchema,
  type: needed(written('must be text, such as "audio/mpeg"', /^/), '', 'warning'),
};

const audioSchema = {
  sources: [audioSourceSchema, 1] as const,
  duration: then(needed(timeSchema, 0, 'warning'), (duration, door) => (door.duration = duration)),
  note: maybe(textSchema),
};

const transcriptFileSchema = {
  src: addressSchema,
  language: then(needed(languageSchema, ''), (language, door) => language || door.language),
};

/** One chapter, as in Podcasting 2.0 JSON chapters 1.2, with a pole of ours. Without a title it is not listed. */
export const chapterSchema = then(
  {
    startTime: timeSchema,
    endTime: maybe(timeSchema),
    title: maybe(textSchema),
    img: maybe(addressSchema),
    url: maybe(addressSchema),
    toc: maybe(booleanSchema),
    pole: maybe(poleNameSchema),
    location: ignored,
  },
  ({ endTime, title = '', toc = title !== '', ...chapter }, door) => {
    const { startTime } = chapter;
    const isWhole = endTime !== undefined;
    // Without an end, only its start can lie beyond that of the sound.
    const isGood = isStretch(isWhole ? startTime : -1, endTime ?? startTime, door);
    return { ...chapter, title, toc, ...(isGood && isWhole && { endTime }) };
  },
);

/** Chapters that stand in the bundle. */
export const chapterListSchema = then([chapterSchema], (chapters) =>
  [...chapters].sort((one, other) => one.startTime - other.startTime),
);

/** A whole chapters file. Its own `title`, `author` and the like are the podcast's, not ours. */
export const chaptersFileSchema = then(
  { version: stringSchema, chapters: chapterListSchema, '*': ignored },
  ({ chapters }) => chapters,
);

/** The address of a chapters file, in a field of its own. */
export const chaptersPointerSchema = then({ src: addressSchema }, ({ src }) => src);

/** The chapters of a dialogue, in any form, or the address of their file. */
export const chaptersSchema: Reader<readonly Chapter[] | string> = (value, door) => {
  if (typeof value === 'string') return addressSchema(value, door);
  if (Array.isArray(value)) return chapterListSchema(value, door);
  if (!isObject(value)) return say(door, 'must be a list of chapters, or an address');
  return ('src' in value ? chaptersPointerSchema : chaptersFileSchema)(value, door);
};

const times = { start: timeSchema, end: timeSchema };

const momentSchema = stretch(times);
const contentNoteSchema = stretch({ ...times, text: textSchema });

const promptSchema = { id: idSchema, text: textSchema, hint: maybe(textSchema), moment: maybe(momentSchema) };

const dialogueSchema = then(
  {
    id: idSchema,
    title: textSchema,
    summary: textSchema,
    tension: maybe(tensionSchema),
    participants: [reference('participants')],
    narrator: maybe(reference('participants')),
    recorded: maybe(stringSchema),
    // Before all that has times, since it says how long the sound is.
    audio: audioSchema,
    transcript: filled([transcriptFileSchema], 'error'),
    chapters: maybe(chaptersSchema),
    prompts: [promptSchema],
    image: maybe(imageSchema),
    easyRead: paragraphs,
    contentNotes: [contentNoteSchema],
    signed: maybe({ src: addressSchema, language: languageSchema }),
  },
  ({ chapters = [], ...dialogue }) => {
    const chaptersSrc = typeof chapters === 'string' ? chapters : null;
    return { ...dialogue, chapters: typeof chapters === 'string' ? [] : chapters, chaptersSrc };
  },
);

const evidenceSchema = stretch({
  dialogue: then(reference('dialogues'), (id, door) => {
    door.duration = (door.kept['dialogues']?.get(id) as Dialogue).audio.duration;
    return id;
  }),
  ...times,
});

const sectionSchema = { id: idSchema, title: textSchema, body: paragraphs };
const learningSchema = { ...sectionSchema, evidence: [evidenceSchema] };
const creditSchema = { ...sectionSchema, licence: maybe({ name: textSchema, url: addressSchema }) };

/** A role that speaks. */
export const roleSchema = { role: textSchema };
/** A role, or the name of one. */
export const speakerSchema: Reader<Speaker> = (value, door) =>
  admit(roleSchema, typeof value === 'string' ? { role: value } : value, door);

/** The version of this format. */
export const formatSchema = leaf('must be 1', (value) => {
  // Nothing else of it can be judged.
  if (typeof value === 'number' && value !== 1) throw new Error('this reads format 1 only');
  return value === 1 ? value : null;
});

/** A whole bundle, format 1. The order matters: who is named stands before who names. */
export const bundleSchema = then(
  {
    $schema: ignored,
    format: needed(formatSchema, 1),
    language: then(needed(languageSchema, 'en-GB'), (language, door) => (door.language = language)),
    title: needed(textSchema, ''),
    summary: needed(textSchema, ''),
    url: maybe(addressSchema),
    image: maybe(imageSchema),
    speakers: [speakerSchema],
    participants: [participantSchema],
    dialogues: filled([dialogueSchema], 'warning'),
    sections: [sectionSchema],
    learnings: [learningSchema],
    credits: [creditSchema],
    subscribe: [{ name: textSchema, url: addressSchema }],
    related: [{ title: textSchema, url: maybe(addressSchema), summary: textSchema }],
    help: [{ title: textSchema, body: paragraphs, url: maybe(addressSchema), phone: maybe(stringSchema) }],
    glossary: [{ term: textSchema, meaning: textSchema }],
  },
  (bundle, door) => {
    const { base, setAside } = door;
    return bundle.dialogues[0] || bundle.sections[0] || bundle.participants[0]
      ? { ...bundle, ...(base && { base }), setAside }
      : say(door, 'has nothing that can be shown');
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
function filled<Item extends Schema>(items: readonly Item[], level: Problem['level']): Reader<readonly Output<Item>[]> {
  return then(items, (kept, door) => {
    if (!kept[0]) say(door, 'is empty: add one that can be shown', level);
    return kept;
  });
}

/** The id of an item that was kept in one of the bundle's lists. */
function reference(name: 'dialogues' | 'participants'): Reader<string> {
  return leaf(`must be the id of one of the ${name}`, (value, { kept }) =>
    kept[name]?.has(value) ? (value as string) : null,
  );
}

/** Fields with a `start` and an `end` in the sound. */
function stretch<F extends Fields & typeof times>(fields: F): Reader<Readonly<Output<F>>> {
  return then(fields, (good, door) => {
    const { start, end } = good as Moment;
    return isStretch(start, end, door) ? good : null;
  });
}

function isStretch(start: number, end: number, door: Door): boolean {
  const isGood = end > start;
  if (!isGood) say(door, BACKWARDS, 'warning');
  else if (door.duration && end > door.duration) say(door, 'must not be beyond the end of the sound', 'warning');
  return isGood;
}

function readText(value: unknown, door: Door): Text | null {
  const all = Object.entries(isObject(value) ? value : { own: value });
  if (!all.every(([language, words]) => typeof words === 'string' && tag.test(language))) return null;
  // An empty translation is one that is still to come.
  const told = (all as [string, string][]).filter(([, words]) => words.trim());
  if (!told[0]) return null;
  if (!told.every(([, words]) => linksAreGood(words))) {
    say(door, 'must have http(s) or relative links only', 'warning');
  }
  return typeof value === 'string' ? value : Object.fromEntries(told);
}
