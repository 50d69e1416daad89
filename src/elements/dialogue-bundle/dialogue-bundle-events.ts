import type { Problem } from '../../bundle/problems.js';
import type { Bundle } from '../../bundle/schema.js';

/** A bundle has arrived and can be shown, perhaps with problems that set some of it aside. */
export class DialogueBundleReadyEvent extends Event {
  constructor(
    readonly bundle: Bundle,
    readonly problems: readonly Problem[],
  ) {
    super('dialogue-bundle-ready', { bubbles: true, composed: true });
  }
}

/** No bundle could be had; every element inside is failed. */
export class DialogueBundleFailedEvent extends Event {
  constructor(readonly problems: readonly Problem[]) {
    super('dialogue-bundle-failed', { bubbles: true, composed: true });
  }
}
