import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Voice, VoiceNews } from '../playback/voice.js';
import { pageVoice } from './page.js';

/**
 * Redraws its host when the part of the voice that it shows has changed, and no oftener.
 *
 * Pick the smallest thing that changes the face: the cue's index, not the time.
 */
export class VoiceController implements ReactiveController {
  readonly voice: Voice;
  readonly #host: ReactiveControllerHost;
  readonly #select: (voice: Voice) => unknown;
  readonly #tell: ((news: VoiceNews) => void) | undefined;
  #chosen: unknown;
  #stop?: () => void;

  /**
   * @param select the slice to watch, compared by `===`
   * @param tell hears each media event, before the host redraws
   */
  constructor(host: ReactiveControllerHost, select: (voice: Voice) => unknown, tell?: (news: VoiceNews) => void) {
    this.voice = pageVoice();
    this.#host = host;
    this.#select = select;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.voice.subscribe((news) => {
      if (news) this.#tell?.(news);
      this.#look();
    });
    this.#look();
  }

  hostUpdate(): void {
    this.#chosen = this.#select(this.voice);
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #look(): void {
    const chosen = this.#select(this.voice);
    if (chosen === this.#chosen) return;
    this.#chosen = chosen;
    this.#host.requestUpdate();
  }
}
