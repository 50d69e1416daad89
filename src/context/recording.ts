import type { Dialogue } from '../bundle/schema.js';
import type { Recording } from '../playback/voice.js';

/** What the voice needs to know of a dialogue. Two bundles that name the same sound and id mean the same dialogue. */
export function recordingOf({ id, audio: { sources, duration } }: Dialogue): Recording {
  return { key: `${id} ${sources[0].src}`, sources, duration };
}
