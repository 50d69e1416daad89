import type * as v from 'valibot';
import { resolveAddress } from './address.js';
import { readClock } from './clock.js';
import {
  either,
  hoped,
  isObject,
  leaf,
  list,
  needed,
  shape,
  side,
  then,
  whole,
  type ListName,
  type Schema,
} from './door.js';
import { linksAreGood } from './inline.js';

/** Words in the bundle's own language, or in several, by language tag. */
export type Text = string | { readonly [language: string]: string };

/** What a language tag looks like. */
export const tag = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;

/** A language tag (BCP 47), such as `en-GB`. */
export const languageSchema = leaf('string', 'language', (value) =>
  typeof value === 'string' && tag.test(value) ? value : null,
);

/** A name that can stand in the fragment of an address. */
export const idSchema = leaf('string', 'id', (value) =>
  typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : null,
);

/** An http(s) or relative address; absolute once it is through the door. */
export const addressSchema = leaf('string', 'address', (value, { base }) =>
  typeof value === 'string' ? resolveAddress(value, base) : null,
);

/** A time in any form that `readClock` knows; seconds once it is through the door. */
export const timeSchema = leaf('string', 'time', readClock);

/** Words, as a string or by language. */
export const textSchema = then(leaf('string', 'text', readText), (text, _door, note) => {
  if (!Object.values(typeof text === 'string' ? [text] : text).every(linksAreGood)) note('link');
  return text;
});

/** Words that may be empty: what an image says where it is for the eye alone. */
export const altSchema = leaf('string', 'text', (value) => (value === '' ? '' : readText(value)));

const paragraphs = list(textSchema);
const string = leaf('string', 'string', (value) => (typeof value === 'string' ? value : null));
const boolean = leaf('boolean', 'boolean', (value) => (typeof value === 'boolean' ? value : null));

/** An image with its words. */
export const imageSchema = shape({ src: addressSchema, alt: needed(altSchema, () => '') });
const pageSchema = shape({ title: textSchema, url: addressSchema });

const participantSchema = shape({
  id: idSchema,
  name: textSchema,
  role: textSchema,
  organisation: side(textSchema),
  place: side(textSchema),
  biography: paragraphs,
  image: side(imageSchema),
  links: list(pageSchema),
});

const poleSchema = shape({ label: textSchema, body: textSchema });

const tensionSchema = shape({
  poles: whole<readonly [Pole, Pole]>(poleSchema, { least: 2, most: 2 }),
  thirdWay: side(textSchema),
});

/** Which side of a tension a chapter leans to. */
export const poleNameSchema = leaf<PoleName>('string', 'pole', (value) =>
  value === 'a' || value === 'b' || value === 'third' ? value : null,
);

const audioSourceSchema = shape({ src: addressSchema, type: hoped(string, '') });

const audioSchema = shape({
  sources: whole<readonly [AudioSource, ...AudioSource[]]>(audioSourceSchema, { least: 1 }),
  duration: then(hoped(timeSchema, 0), (duration, door) => (door.duration = duration)),
  note: side(textSchema),
});

const transcriptFileSchema = shape({ src: addressSchema, language: needed(languageSchema, (door) => door.language) });

/** One chapter, as in Podcasting 2.0 JSON chapters 1.2, with a pole of ours. Without a title it is not listed. */
export const chapterSchema = then(
  shape(
    {
      startTime: timeSchema,
      endTime: side(timeSchema),
      title: side(textSchema),
      img: side(addressSchema),
      url: side(addressSchema),
      toc: side(boolean),
      pole: side(poleNameSchema),
    },
    ['location'],
  ),
  ({ endTime, title = '', toc = title !== '', ...chapter }, door, note) => {
    const backwards = endTime !== undefined && endTime <= chapter.startTime;
    if (backwards) note('backwards');
    else if (door.duration && Math.max(chapter.startTime, endTime ?? 0) > door.duration) note('beyond');
    return { ...chapter, title, toc, ...(endTime !== undefined && !backwards && { endTime }) };
  },
);

const chapterListSchema = then(list(chapterSchema), (chapters) => inline(chapters));

/** A whole chapters file. Its own `title`, `author` and the like are the podcast's, not ours. */
export const chaptersFileSchema = then(
  shape({ version: string, chapters: list(chapterSchema) }, [
    'author',
    'title',
    'podcastName',
    'description',
    'fileName',
    'waypoints',
  ]),
  ({ chapters }) => inline(chapters),
);

const chaptersAddressSchema = then(addressSchema, (src) => ({ chapters: [], chaptersSrc: src }));
const chaptersPointerSchema = then(shape({ src: addressSchema }), ({ src }) => ({ chapters: [], chaptersSrc: src }));

const chaptersSchema = side(
  either<Chapters>(
    [chapterListSchema, chaptersFileSchema, chaptersPointerSchema, chaptersAddressSchema],
    'chapters',
    (value) => {
      if (typeof value === 'string') return chaptersAddressSchema;
      if (Array.isArray(value)) return chapterListSchema;
      if (!isObject(value)) return null;
      return 'src' in value ? chaptersPointerSchema : chaptersFileSchema;
    },
  ),
);

const momentSchema = then(shape({ start: timeSchema, end: timeSchema }), (moment, door, note) =>
  within(moment, door.duration, note),
);

const promptSchema = shape({ id: idSchema, text: textSchema, hint: side(textSchema), moment: side(momentSchema) });

const contentNoteSchema = then(
  shape({ start: timeSchema, end: timeSchema, text: textSchema }),
  (contentNote, door, note) => within(contentNote, door.duration, note),
);

const dialogueSchema = then(
  shape({
    id: idSchema,
    title: textSchema,
    summary: textSchema,
    tension: side(tensionSchema),
    participants: list(reference('participants')),
    narrator: side(reference('participants')),
    recorded: side(string),
    // Before all that has times, since it says how long the sound is.
    audio: audioSchema,
    transcript: then(list(transcriptFileSchema), (files, _door, note) => {
      if (files.length === 0) note('noTranscript');
      return files;
    }),
    chapters: chaptersSchema,
    prompts: list(promptSchema),
    image: side(imageSchema),
    easyRead: paragraphs,
    contentNotes: list(contentNoteSchema),
    signed: side(shape({ src: addressSchema, language: languageSchema })),
  }),
  ({ chapters, ...dialogue }, door) => {
    door.durations.set(dialogue.id, dialogue.audio.duration);
    return { ...dialogue, ...(chapters ?? { chapters: [], chaptersSrc: null }) };
  },
);

const evidenceSchema = then(
  shape({ dialogue: reference('dialogues'), start: timeSchema, end: timeSchema }),
  (evidence, door, note) => within(evidence, door.durations.get(evidence.dialogue) ?? 0, note),
);

const sectionSchema = shape({ id: idSchema, title: textSchema, body: paragraphs });
const learningSchema = shape({ id: idSchema, title: textSchema, body: paragraphs, evidence: list(evidenceSchema) });

const creditSchema = shape({
  id: idSchema,
  title: textSchema,
  body: paragraphs,
  licence: side(shape({ name: textSchema, url: addressSchema })),
});

const roleSchema = shape({ role: textSchema });
const roleNameSchema = then(textSchema, (role) => ({ role }));

const speakerSchema = either<Speaker>([roleNameSchema, roleSchema], 'text', (value) =>
  typeof value === 'string' ? roleNameSchema : roleSchema,
);

/** The version of this format. */
export const formatSchema = leaf('number', 'format', (value) => (value === 1 ? value : null));

/** A whole bundle, format 1. The order matters: who is named stands before who names. */
export const bundleSchema = shape(
  {
    format: needed(formatSchema, () => 1 as const),
    language: then(
      needed(languageSchema, () => 'en-GB'),
      (language, door) => (door.language = language),
    ),
    title: needed(textSchema, () => ''),
    summary: needed(textSchema, () => ''),
    url: side(addressSchema),
    image: side(imageSchema),
    speakers: list(speakerSchema),
    participants: list(participantSchema, 'participants'),
    dialogues: then(list(dialogueSchema, 'dialogues'), (dialogues, _door, note) => {
      if (dialogues.length === 0) note('noDialogues');
      return dialogues;
    }),
    sections: list(sectionSchema),
    learnings: list(learningSchema),
    credits: list(creditSchema),
    subscribe: list(shape({ name: textSchema, url: addressSchema })),
    related: list(shape({ title: textSchema, url: side(addressSchema), summary: textSchema })),
    help: list(shape({ title: textSchema, body: paragraphs, url: side(addressSchema), phone: side(string) })),
    glossary: list(shape({ term: textSchema, meaning: textSchema })),
  },
  ['$schema'],
);

/** Which side of a tension: pole A, pole B or the third way. */
export type PoleName = 'a' | 'b' | 'third';
/** One side of a tension. */
export type Pole = v.InferOutput<typeof poleSchema>;
/** What a dialogue is about: two poles, and perhaps a third way between them. */
export type Tension = v.InferOutput<typeof tensionSchema>;
/** One file of the sound. `type` is '' where the bundle does not say. */
export type AudioSource = v.InferOutput<typeof audioSourceSchema>;
/** The words of a dialogue, as a WebVTT file in one language. */
export type TranscriptFile = v.InferOutput<typeof transcriptFileSchema>;
/** A stretch of a dialogue with a name; times in seconds. `toc` is false where it is not to be listed. */
export type Chapter = v.InferOutput<typeof chapterSchema>;
/** A question to think or talk about. */
export type Prompt = v.InferOutput<typeof promptSchema>;
/** A stretch of a dialogue, in seconds. */
export type Moment = v.InferOutput<typeof momentSchema>;
/** A stretch of a dialogue, in seconds, of which a listener is told beforehand. */
export type ContentNote = v.InferOutput<typeof contentNoteSchema>;
/** One recorded conversation. */
export type Dialogue = v.InferOutput<typeof dialogueSchema>;
/** Someone who is heard. */
export type Participant = v.InferOutput<typeof participantSchema>;
/** A clip that shows a learning: the id of a dialogue, and times in seconds. */
export type Evidence = v.InferOutput<typeof evidenceSchema>;
/** What was learned, with clips that show it. */
export type Learning = v.InferOutput<typeof learningSchema>;
/** Prose. */
export type Section = v.InferOutput<typeof sectionSchema>;
/** Thanks, music, funding and the like. */
export type Credit = v.InferOutput<typeof creditSchema>;
/** An image, and the words for those who do not see it; '' where it is for the eye alone. */
export type Image = v.InferOutput<typeof imageSchema>;
/** A role that may speak in a transcript without being a participant, such as a narrator. */
export type Speaker = v.InferOutput<typeof roleSchema>;

/** A bundle that has been judged: all that is in it can be trusted. */
export type Bundle = v.InferOutput<typeof bundleSchema> & {
  /** The bundle's own address, where it is known; links within texts are resolved against it. */
  readonly base?: string;
  /** The dialogues that were left out, and why, for whoever asks for one by its id. */
  readonly setAside: readonly { readonly id: string; readonly message: string }[];
};

/** The chapters of a dialogue: here, or in a file of their own. */
interface Chapters {
  readonly chapters: readonly Chapter[];
  readonly chaptersSrc: string | null;
}

function inline(chapters: readonly Chapter[]): Chapters {
  return { chapters: [...chapters].sort((one, other) => one.startTime - other.startTime), chaptersSrc: null };
}

/** The id of an item that was kept in one of the bundle's lists. */
function reference(name: ListName): Schema<string> {
  return leaf('string', 'reference', (value, { ids }) =>
    typeof value === 'string' && ids[name]?.has(value) ? value : null,
  );
}

function readText(value: unknown): Text | null {
  if (typeof value === 'string') return value.trim() ? value : null;
  if (!isObject(value)) return null;
  const words: Record<string, string> = {};
  for (const [language, each] of Object.entries(value)) {
    if (typeof each !== 'string' || !tag.test(language)) return null;
    // An empty translation is one that is still to come.
    if (each.trim()) words[language] = each;
  }
  return Object.keys(words).length > 0 ? words : null;
}

function within<T extends { readonly start: number; readonly end: number }>(
  stretch: T,
  duration: number,
  note: (complaint: 'backwards' | 'beyond') => void,
): T | null {
  if (stretch.end <= stretch.start) {
    note('backwards');
    return null;
  }
  if (duration && stretch.end > duration) note('beyond');
  return stretch;
}
