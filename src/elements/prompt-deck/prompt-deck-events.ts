import type { Prompt } from '../../bundle/schema.js';

/** A person asks for another prompt; cancel it and the deck stays. */
export class PromptDeckChangeEvent extends Event {
  constructor(
    /** The prompt that would come up. */
    readonly prompt: Prompt,
    /** Its position in the deck, from 0. */
    readonly position: number,
  ) {
    super('prompt-deck-change', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Another prompt is on top. */
export class PromptDeckChangedEvent extends Event {
  constructor(
    /** The prompt on top. */
    readonly prompt: Prompt,
    /** Its position in the deck, from 0. */
    readonly position: number,
  ) {
    super('prompt-deck-changed', { bubbles: true, composed: true });
  }
}
