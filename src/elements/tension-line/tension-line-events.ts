import type { Places } from './places.js';

/** A person has placed themselves on the line, or somebody of a team; or has taken a place back. */
export class TensionLineChangedEvent extends Event {
  constructor(
    /** Where they stand now, from -100 for the first pole to 100 for the second. */
    readonly places: Places,
  ) {
    super('tension-line-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tension-line-changed': TensionLineChangedEvent;
  }
}
