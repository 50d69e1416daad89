import type { VoiceMedia } from './media.js';

/** What the voice needs to know of one dialogue's sound. */
export interface Recording {
  /** Tells one dialogue from all others on the page, over all bundles. */
  readonly key: string;
  readonly sources: readonly { readonly src: string; readonly type: string }[];
  /** Seconds, as the bundle says; 0 when unknown. */
  readonly duration: number;
}

/** Stands for a sound that is not known: nobody can hear it. */
export const silence: Recording = { key: '', sources: [], duration: NaN };

/**
 * The addresses worth trying, in order. Where the media can play none of the types, all of them: it shall say
 * so in its own words.
 */
export function addressesFor({ sources }: Recording, media: VoiceMedia): string[] {
  const playable = sources.filter(({ type }) => !type || media.canPlayType(type));
  return (playable.length ? playable : sources).map(({ src }) => src);
}
