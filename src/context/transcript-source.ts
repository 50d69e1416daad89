import { cueIndexAt } from '../bundle/cues.js';
import type { Bundle, Dialogue } from '../bundle/schema.js';
import { wordsIn } from '../bundle/text.js';
import { readCues, type Cue } from '../bundle/transcript.js';
import type { Facts } from '../playback/facts.js';
import { FileSource } from './file-source.js';

/** A transcript on its way to a face, and the language that it is in. */
export interface Transcript {
  /** `missing`: the bundle names none. */
  readonly face: 'missing' | 'waiting' | 'failed' | 'ready';
  readonly cues: readonly Cue[];
  /** The language that the bundle says it is in. */
  readonly language: string;
  /** All languages that it can be had in. */
  readonly languages: readonly string[];
}

/** Brings the transcript of one dialogue at a time, in the language nearest to the reader's. */
export class TranscriptSource extends FileSource<readonly Cue[]> {
  constructor() {
    super(readCues);
  }

  /** The transcript of a dialogue as far as it is here. Asks for it if nobody has. */
  from(dialogue: Dialogue, { language, bundle }: { readonly language: string; readonly bundle: Bundle }): Transcript {
    // One file a language is like one word a language, and the same choice serves: here for the languages themselves.
    const tags = Object.fromEntries(dialogue.transcript.map(({ language: tag }) => [tag, tag]));
    const tag = wordsIn(tags, language || bundle.language, bundle.language).words;
    const file = dialogue.transcript.find((one) => one.language === tag);
    const cues = file ? this.of(file.src) : null;
    if (!file) this.wait();
    const face = cues ? (cues[0] ? 'ready' : 'failed') : file ? 'waiting' : 'missing';
    return { face, cues: cues ?? [], language: tag, languages: Object.keys(tags) };
  }

  /** Whether nothing can be read in it. */
  get isBroken(): boolean {
    return this.content?.length === 0;
  }

  /** Which cue of the transcript that is here is being heard, or is the first to come; -1 while nothing is played. */
  heard({ loaded, currentTime }: Facts): number {
    return loaded ? Math.max(0, cueIndexAt(this.content ?? [], currentTime)) : -1;
  }
}
