import type { Voice } from './voice.js';

/** The small part of a `BroadcastChannel` that is asked for. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/**
 * One voice over all tabs and frames of one origin: starting one pauses the others.
 *
 * There is a channel only while something plays: a page that keeps one open is left out of the back-forward cache by
 * some browsers.
 * @param openChannel throws where the browser forbids it, as in some sandboxes
 */
export function keepOneAmongTabs(voice: Voice, openChannel: () => Channel): void {
  let channel: Channel | null = null;
  const close = () => {
    channel?.close();
    channel = null;
  };
  // By what is, and not by what is told: a sound that is taken over, or back from that cache, plays already.
  voice.subscribe(() => {
    const { recording } = voice;
    if (!recording || voice.of(recording).paused) return close();
    if (channel) return;
    try {
      channel = openChannel();
      channel.onmessage = () => voice.pause(voice.recording!);
      channel.postMessage('play');
    } catch {
      // Then each page is for itself.
    }
  });
  globalThis.addEventListener('pagehide', close);
}
