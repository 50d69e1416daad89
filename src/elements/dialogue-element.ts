import type { PropertyDeclarations } from 'lit';
import { findDialogue } from '../bundle/finding.js';
import type { Dialogue } from '../bundle/schema.js';
import { ContentElement } from './content-element.js';
import type { Reading } from './reading.js';

/** What the elements that show one dialogue have in common: which one it is. */
export abstract class DialogueElement extends ContentElement<Dialogue> {
  static override properties: PropertyDeclarations = { dialogue: {} };

  /** The id of the dialogue; without it, the first of the bundle. */
  dialogue = '';

  protected override look(reading: Reading): Dialogue | string {
    return dialogueOrWhy(this.dialogue, reading);
  }
}

/** A dialogue; or why it is not to be found: nobody has heard of it, or its entry in the bundle is wrong. */
export function dialogueOrWhy(id: string, { bundle, phrases }: Reading): Dialogue | string {
  const setAside = bundle.setAside.some((dialogue) => dialogue.id === id);
  return findDialogue(bundle, id) ?? (setAside ? phrases.setAside(id) : phrases.unknown(id));
}
