import type { ReactiveControllerHost } from 'lit';
import type { Voice, VoiceNews } from '../playback/voice.js';
import { pageVoice } from './page-voice.js';

/** What an element wants to know of the voice. */
export interface VoiceFollower {
  /** The slice to watch, compared by `===`. Pick the smallest thing that changes the face: the cue's index, not the time. */
  readonly slice: () => unknown;
  /** Hears each media event, before the host redraws. */
  readonly hear: (news: VoiceNews) => void;
}

/** Redraws the host when the part of the voice that it shows has changed, and no oftener. */
export function followVoice(host: ReactiveControllerHost, { slice, hear }: VoiceFollower): Voice {
  const voice = pageVoice();
  let shown: unknown;
  let stop: () => void;
  const look = () => {
    if (slice() !== shown) host.requestUpdate();
  };
  host.addController({
    hostConnected() {
      stop = voice.subscribe((news) => {
        if (news) hear(news);
        look();
      });
      look();
    },
    hostUpdated() {
      shown = slice();
    },
    hostDisconnected() {
      stop();
    },
  });
  return voice;
}
