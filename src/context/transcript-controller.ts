import type { ReactiveControllerHost } from 'lit';
import type { Bundle, Dialogue } from '../bundle/schema.js';
import { parseTranscript, type Cue } from '../bundle/webvtt.js';
import { FileController } from './file-controller.js';

/** A transcript on its way to a face. `missing`: the bundle names none. */
export type Transcript =
  | { readonly face: 'waiting' | 'missing' | 'failed' }
  | { readonly face: 'ready'; readonly content: readonly Cue[]; readonly language: string };

/** Brings the transcript of one dialogue at a time, in the language nearest to the reader's. */
export class TranscriptController {
  readonly #file: FileController<readonly Cue[]>;

  /** @param arrived called when the transcript has come, or has failed to */
  constructor(host: ReactiveControllerHost, arrived: () => void) {
    this.#file = new FileController(host, readCues, arrived);
  }

  /** The transcript of a dialogue as far as it is here. Asks for it if nobody has. */
  of(dialogue: Dialogue, { language, bundle }: { language: string; bundle: Bundle }): Transcript {
    const primary = (language || bundle.language).split('-', 1)[0];
    const files = dialogue.transcript;
    const file = files.find((file) => file.language.split('-', 1)[0] === primary) ?? files[0];
    if (!file) return { face: 'missing' };
    const state = this.#file.of(file.src);
    return state.face === 'ready' ? { ...state, language: file.language } : state;
  }
}

function readCues(text: string): readonly Cue[] | null {
  const { cues } = parseTranscript(text);
  return cues.length ? cues : null;
}
