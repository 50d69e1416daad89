import { findParticipant } from '../bundle/finding.js';
import type { Dialogue, Text } from '../bundle/schema.js';
import type { Cue } from '../bundle/transcript.js';
import { plain, type Reading } from './reading.js';

/** Who is heard in a dialogue, by the names in its transcript. */
export interface Voices {
  /** Whether anybody narrates between the others. */
  readonly narrated: boolean;
  /** All but the narrator, in the order in which they begin to speak. */
  readonly speakers: readonly string[];
  readonly isNarrator: (cue: Cue) => boolean;
}

/**
 * Who speaks in a transcript. The narrator goes by the name of the dialogue's narrator, or by the first role that the
 * bundle names.
 */
export function voicesIn(cues: readonly Cue[], { narrator = '' }: Dialogue, reading: Reading): Voices {
  const { bundle } = reading;
  const name = findParticipant(bundle, narrator)?.name;
  // In every language: the transcript may be in another than the page.
  const narrators = [name, bundle.speakers[0]?.role]
    .flatMap((text: Text = {}) => (typeof text === 'string' ? text : Object.values(text)))
    .map((words) => plain(words, reading));
  const isNarrator = ({ speaker }: Cue): boolean => narrators.includes(speaker ?? '');
  const speakers = new Set(cues.flatMap((cue) => (isNarrator(cue) ? [] : (cue.speaker ?? []))));
  return { narrated: cues.some(isNarrator), speakers: [...speakers], isNarrator };
}
