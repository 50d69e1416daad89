import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readDeepLink } from '../bundle/deep-link.js';
import { findDialogue } from '../bundle/finding.js';
import type { Bundle } from '../bundle/schema.js';
import { playClip } from '../playback/clip.js';
import { pageVoice } from './page.js';
import { recordingOf } from './recording.js';

/**
 * Makes the links to moments inside an element's words play: `<a href="#dialogue=ID&t=12">` goes there and plays;
 * with an end, it plays that clip. Without script they are still links.
 */
export class MomentsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #bundle: () => Bundle | null;

  constructor(host: ReactiveControllerHost & HTMLElement, bundle: () => Bundle | null) {
    this.#host = host;
    this.#bundle = bundle;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#press);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#press);
  }

  readonly #press = (event: MouseEvent) => {
    // A press for a new tab, or one that is dealt with, is not ours.
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = event.target as Element;
    const link = target.closest('a[href^="#dialogue="]') ?? cueLink(target);
    const bundle = this.#bundle();
    const moment = link?.closest('[data-dialogue-words]') && readDeepLink(link.getAttribute('href')!);
    const dialogue = moment && bundle && findDialogue(bundle, moment.dialogue);
    if (!dialogue) return;
    event.preventDefault();
    const voice = pageVoice();
    const recording = recordingOf(dialogue);
    const { start, end } = moment;
    const sounding =
      end === null ? (voice.seek(recording, start), voice.play(recording)) : playClip(voice, recording, { start, end });
    // The voice keeps a refusal as state, and the player shows it.
    sounding.catch(() => {});
  };
}

/** A press on a line of the transcript counts as one on its time, unless somebody is selecting words. */
function cueLink(target: Element): Element | null {
  if (getSelection()?.toString() || target.closest('a')) return null;
  return target.closest('[data-cue]')?.querySelector('a') ?? null;
}
