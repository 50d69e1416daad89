import { readDeepLink } from '../bundle/deep-link.js';
import { findDialogue } from '../bundle/finding.js';
import type { Bundle } from '../bundle/schema.js';
import { playClip } from '../playback/clip.js';
import { pageVoice } from './page-voice.js';
import { recordingOf } from './recording.js';

/**
 * Plays the moment behind a link in an element's words: `<a href="#dialogue=ID&t=12">` goes there and plays; with an
 * end, it plays that clip and goes back to where the listener was. Without script it is still a link.
 */
export function pressMoment(event: MouseEvent, bundle: Bundle): void {
  if (!isOurs(event)) return;
  const target = event.target as Element;
  const link = target.closest('[data-dialogue-words] a') ?? lineLink(target);
  const href = link?.getAttribute('href') ?? '';
  // Another site's address may end like ours.
  const moment = href.startsWith('#') ? readDeepLink(href) : null;
  const dialogue = moment && findDialogue(bundle, moment.dialogue);
  if (!dialogue) return;
  event.preventDefault();
  const voice = pageVoice();
  const recording = recordingOf(dialogue);
  const { currentTime, paused, ended: isOver } = voice.of(recording);
  // Where nothing else on the page shows the dialogue, there must be a way to stop it: the press that began it.
  const isHeard = currentTime > moment.start - 1 && currentTime < moment.end!;
  if (!paused && (isHeard || link!.hasAttribute('data-play'))) return voice.pause(recording);
  const ended = (): void => {
    voice.pause(recording);
    // Firefox would tell once more that it has ended, and so another dialogue could follow.
    voice.seek(recording, isOver ? 0 : currentTime);
  };
  // The voice keeps a refusal as state, and the player shows it.
  void playClip(voice, recording, { ...moment, ended });
}

/** Whether a press is for the page: one for a new tab, or one that is dealt with, is not. */
export function isOurs({ defaultPrevented, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent | KeyboardEvent): boolean {
  return !(defaultPrevented || metaKey || ctrlKey || shiftKey || altKey);
}

/** A press on a line of the transcript counts as one on its time, unless somebody is selecting words. */
function lineLink(target: Element): Element | null | undefined {
  return getSelection()?.toString() ? null : target.closest('[data-cue]')?.querySelector('a');
}
