import type { ReactiveControllerHost } from 'lit';
import { cueIndexAt } from '../bundle/cues.js';
import type { Bundle, Dialogue } from '../bundle/schema.js';
import { wordsIn } from '../bundle/text.js';
import { readCues, type Cue } from '../bundle/transcript.js';
import type { Facts } from '../playback/facts.js';
import { FileController, type FileState } from './file-controller.js';

/** A transcript on its way to a face, and the language that it is in. `missing`: the bundle names none. */
export type Transcript = (FileState<readonly Cue[]> | { readonly face: 'missing' }) & { readonly language: string };

/** Brings the transcript of one dialogue at a time, in the language nearest to the reader's. */
export class TranscriptController {
  readonly #file: FileController<readonly Cue[]>;

  /** @param arrived called when the transcript has come, or has failed to */
  constructor(host: ReactiveControllerHost, arrived: () => void) {
    const read = (text: string) => {
      const cues = readCues(text);
      return cues.length ? cues : null;
    };
    this.#file = new FileController(host, read, arrived);
  }

  /** The transcript of a dialogue as far as it is here. Asks for it if nobody has. */
  of(dialogue: Dialogue, { language, bundle }: { readonly language: string; readonly bundle: Bundle }): Transcript {
    // One file a language is like one word a language: the same choice serves.
    const files = Object.fromEntries(dialogue.transcript.map((file) => [file.language, file.src]));
    const wanted = language || bundle.language;
    const { words: address, lang } = wordsIn(files, wanted, bundle.language);
    return { ...(address ? this.#file.of(address) : { face: 'missing' }), language: lang ?? wanted };
  }

  /** Asks again for a transcript that could not be had or read. */
  retry(): void {
    this.#file.retry();
  }

  /** Which cue of the transcript that is here is being heard; -1 for none. */
  heard({ loaded, currentTime }: Facts): number {
    const { state } = this.#file;
    return loaded && state.face === 'ready' ? cueIndexAt(state.content, currentTime) : -1;
  }
}
