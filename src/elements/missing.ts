import type { Bundle } from '../bundle/schema.js';
import type { Phrases } from '../locales/en-GB.js';

/** Why a dialogue is not to be found: nobody has heard of it, or its entry in the bundle is wrong. */
export function missingDialogue(bundle: Bundle, id: string, phrases: Phrases): string {
  const setAside = bundle.setAside.some((dialogue) => dialogue.id === id);
  return setAside ? phrases.dialogueSetAside(id) : phrases.dialogueUnknown(id);
}
