import type { Voice } from './voice.js';

/** The small part of a `BroadcastChannel` that is asked for. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/**
 * One voice over all tabs and frames of one origin: starting one pauses the others.
 *
 * There is a channel only while something plays: a page that keeps one open is left out of the back-forward cache by
 * some browsers.
 * @param openChannel throws where the browser forbids it, as in some sandboxes; then each page is for itself
 */
export function keepOneAmongTabs(voice: Voice, openChannel: () => Channel): void {
  let channel: Channel | null = null;
  const close = () => {
    channel?.close();
    channel = null;
  };
  voice.subscribe((news) => {
    if (news?.type === 'pause' || news?.type === 'ended') close();
    if (news?.type !== 'play') return;
    try {
      channel ??= openChannel();
    } catch {
      return;
    }
    channel.onmessage = () => voice.recording && voice.pause(voice.recording);
    channel.postMessage('play');
  });
  globalThis.addEventListener('pagehide', close);
}
