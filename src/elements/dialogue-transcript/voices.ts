import { findParticipant } from '../../bundle/finding.js';
import type { Dialogue } from '../../bundle/schema.js';
import type { Cue } from '../../bundle/transcript.js';
import { plain, type Reading } from '../reading.js';

/** The mark that stands beside a speaker: that of a pole for the two who talk, a neutral one for all others. */
export type VoiceMark = 'a' | 'b' | 'other';

/** The mark of each speaker of a transcript. */
export function voicesIn(cues: readonly Cue[], { narrator }: Dialogue, reading: Reading): Map<string, VoiceMark> {
  const names = new Set(cues.flatMap(({ speaker }) => speaker ?? []));
  const [first] = names;
  const teller = narrator === undefined ? '' : plain(findParticipant(reading.bundle, narrator)!.name, reading);
  // A transcript may call its narrator by a role: then it is who opens a talk of more than two.
  const isTeller = (name: string) => name === (names.has(teller) || names.size < 3 || !teller ? teller : first);
  const talkers = [...names].filter((name) => !isTeller(name));
  return new Map(Array.from(names, (name) => [name, (['a', 'b'] as const)[talkers.indexOf(name)] ?? 'other']));
}
