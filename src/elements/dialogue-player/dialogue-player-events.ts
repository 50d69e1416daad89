import type { Chapter } from '../../bundle/schema.js';

/** The sound has come into another chapter, or out of all of them. */
export class DialoguePlayerChapterChangeEvent extends Event {
  constructor(
    /** The chapter that is heard now. */
    readonly chapter: Chapter | null,
    /** Its place in the list, from 0; -1 for none. */
    readonly index: number,
  ) {
    super('dialogue-player-chapterchange', { bubbles: true, composed: true });
  }
}
