import type { Dialogue } from '../bundle/schema.js';
import type { Recording } from '../playback/voice.js';

const recordings = new WeakMap<Dialogue, Recording>();

/** What the voice needs to know of a dialogue. Two bundles that name the same sound and id mean the same dialogue. */
export function recordingOf(dialogue: Dialogue): Recording {
  let recording = recordings.get(dialogue);
  if (!recording) {
    const { sources, duration } = dialogue.audio;
    recording = { key: `${dialogue.id} ${sources[0].src}`, sources, duration };
    recordings.set(dialogue, recording);
  }
  return recording;
}
