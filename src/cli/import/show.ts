/** A podcast as feeds tell it, before it is a bundle. Words are plain text; addresses are as they were written. */
export interface Show {
  readonly title: string;
  readonly summary: string;
  /** '' where the feed does not say. */
  readonly language: string;
  readonly url?: string | undefined;
  readonly image?: string | undefined;
  readonly author?: string | undefined;
  readonly copyright?: string | undefined;
  readonly licence?: Licence | undefined;
  readonly fundings: readonly Link[];
  readonly subscribe: readonly Link[];
  /** Those who are heard in every episode that does not name its own. */
  readonly people: readonly Person[];
  /** Whether the episodes tell one story, and so go by their numbers. */
  readonly isSerial: boolean;
  readonly episodes: readonly Episode[];
}

export interface Episode {
  readonly title: string;
  readonly summary: string;
  readonly sounds: readonly Sound[];
  /** In seconds; 0 where the feed does not say. */
  readonly duration: number;
  readonly date?: Date | undefined;
  readonly season?: number | undefined;
  readonly number?: number | undefined;
  readonly image?: string | undefined;
  readonly people: readonly Person[];
  readonly transcripts: readonly Transcript[];
  /** The address of a chapters file, or the chapters. */
  readonly chapters: string | readonly unknown[];
  readonly soundbites: readonly Soundbite[];
  readonly licence?: Licence | undefined;
}

export interface Sound {
  readonly url: string;
  readonly type: string;
}

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly image?: string | undefined;
  readonly url?: string | undefined;
}

export interface Licence {
  readonly name: string;
  readonly url?: string | undefined;
}

export interface Link {
  readonly name: string;
  readonly url: string;
}

/** A file of the words, or the words themselves as WebVTT. */
export type Transcript =
  | { readonly url: string; readonly type: string; readonly language: string }
  | { readonly text: string; readonly language: string };

export interface Soundbite {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}
