import { fixtureAddress, tone } from './page.js';

type Fields = Record<string, unknown>;

/** One dialogue with nothing but what it must have, and what is said beside. */
export function dialogueOf(id: string, more: Fields = {}): Fields {
  return {
    id,
    title: `Title of ${id}`,
    summary: `Summary of ${id}.`,
    audio: { sources: [{ src: tone, type: 'audio/mpeg' }], duration: 20 },
    transcript: [{ src: fixtureAddress('transcripts/two-voices.vtt'), language: 'en-GB' }],
    ...more,
  };
}

/** A bundle of these dialogues. */
export function bundleOf(dialogues: readonly Fields[], more: Fields = {}): Fields {
  return { format: 1, title: 'Small talks', summary: 'A series for tests.', language: 'en-GB', dialogues, ...more };
}

/** A prompt for each of the ids. */
export function promptsOf(...ids: string[]): Fields[] {
  return ids.map((id) => ({ id, text: `Question ${id}?` }));
}
