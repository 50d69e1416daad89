/** One thing that is wrong with a bundle, a chapters file or a transcript, said in a plain sentence. */
export interface Problem {
  /** `error`: something was left out or stands in for what is missing. `warning`: worth a look. */
  readonly level: 'error' | 'warning';
  /** Where, such as `dialogues[2].audio.sources[0].src`, or `line 12` of a transcript; '' for the whole. */
  readonly path: string;
  /** Begins with the path, where there is one, and says what to do. */
  readonly message: string;
}

/** What is said of a value, by the type of the issue. An empty one is told as missing. */
const sentences = {
  array: 'must be a list',
  boolean: 'must be true or false',
  object: 'must be an object in curly brackets',
  pole: 'must be "a", "b" or "third"',
  number: 'has the wrong number of items: a tension has two poles, and sound has at least one source',
  string: 'must be text in quotes',
  address: 'must be an http(s) or relative address',
  chapters: 'must be a list of chapters, or the address of a chapters file',
  format: 'must be 1: write "format": 1',
  id: 'must be made of letters, digits, "-", "_" and "." only',
  language: 'must be a language tag, such as "en-GB"',
  reference: 'names nothing that is in this bundle; mend the id, or add what it names',
  text: 'must be text that is not empty, or a map of language tags to such text',
  time: 'must be a time: seconds, such as 90, or "1:30"',
  noTranscript: 'holds no transcript: add a transcript (a WebVTT file), so that all can read the words',
  twice: 'has the id of an earlier one: give each its own',
  unreadable: 'cannot be read',
  backwards: 'must end after it starts',
  beyond: 'lies beyond the end of the sound: check the times and the duration',
  hoped: '',
  link: 'has a link whose address is not http(s) or relative; the words stay, the link does not',
  missing: '',
  noDialogues: 'holds no dialogue that can be shown: add one',
  unknown: 'is not a field of format 1; it was left out',
} as const;

/** What can be said of a value. */
export type Complaint = keyof typeof sentences;

/** What a schema has to say of a value; the path is built from the inside out. */
export interface Issue {
  readonly type: Complaint;
  readonly path: (string | number)[];
}

const warnings: readonly string[] = [
  'backwards',
  'beyond',
  'hoped',
  'link',
  'noDialogues',
  'unknown',
] satisfies Complaint[];

/** What to write where a field is missing, by the field's name. */
const advice: Readonly<Record<string, string>> = {
  alt: 'describe the image, or write "" if it says nothing that the words do not',
  duration: 'write the length in seconds',
  format: 'write "format": 1',
  language: 'write a language tag, such as "en-GB"',
  type: 'write the media type, such as "audio/mpeg"',
};

/** Whether an issue is an error, or only a warning. */
export function levelOf(issue: Issue): Problem['level'] {
  return warnings.includes(issue.type) ? 'warning' : 'error';
}

/** A problem in our words: the sentence is put behind the path. */
export function problemAt(level: Problem['level'], path: string, sentence: string): Problem {
  return { level, path, message: path ? `${path} ${sentence}` : sentence };
}

/** The one mapping from what the schemas say to problems. */
export function problemFrom(issue: Issue): Problem {
  const { type, path: keys } = issue;
  const path = keys.reduce<string>((before, key) => {
    if (typeof key === 'number') return `${before}[${key}]`;
    const name = key.slice(0, 60);
    if (!/^[\w$-]+$/.test(name)) return `${before}[${JSON.stringify(name)}]`;
    return before ? `${before}.${name}` : name;
  }, '');
  const sentence = sentences[type] || `is missing: ${advice[keys[keys.length - 1] ?? ''] ?? 'add it'}`;
  return problemAt(levelOf(issue), path, path ? sentence : `The file ${sentence}`);
}
