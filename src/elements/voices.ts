import { findParticipant } from '../bundle/finding.js';
import type { Dialogue } from '../bundle/schema.js';
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
  const narrators = [name, bundle.speakers[0]?.role].map((text) => text && plain(text, reading));
  const isNarrator = ({ speaker }: Pick<Cue, 'speaker'>): boolean => narrators.includes(speaker ?? '');
  const all = [...new Set(cues.map(({ speaker }) => speaker))];
  const speakers = all.filter((speaker): speaker is string => !!speaker && !isNarrator({ speaker }));
  return { narrated: all.some((speaker) => isNarrator({ speaker })), speakers, isNarrator };
}
