import type { Bundle, Dialogue, Participant } from './schema.js';

/** The dialogue with that id; without an id, the first. */
export function findDialogue(bundle: Bundle, id: string | null): Dialogue | null {
  return (id ? bundle.dialogues.find((dialogue) => dialogue.id === id) : bundle.dialogues[0]) ?? null;
}

/** The participant with that id. */
export function findParticipant(bundle: Bundle, id: string): Participant | null {
  return bundle.participants.find((participant) => participant.id === id) ?? null;
}

/** The people who speak in a dialogue, in the order the dialogue names them. The narrator is not among them. */
export function participantsOf(bundle: Bundle, dialogue: Dialogue): readonly Participant[] {
  return dialogue.participants.flatMap((id) => findParticipant(bundle, id) ?? []);
}

/** The dialogues in which someone is heard, as participant or as narrator. */
export function dialoguesWith(bundle: Bundle, participantId: string): readonly Dialogue[] {
  return bundle.dialogues.filter(
    ({ participants, narrator }) => narrator === participantId || participants.includes(participantId),
  );
}

/** Which of the bundle's tensions a dialogue holds, counted from 1; 0 when it holds none. */
export function tensionPlace(bundle: Bundle, dialogue: Dialogue): number {
  return bundle.dialogues.filter(({ tension }) => tension).indexOf(dialogue) + 1;
}
