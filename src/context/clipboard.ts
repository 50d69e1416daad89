import { writeDeepLink } from '../bundle/deep-link.js';
import type { Phrases } from '../locales/en-GB.js';
import { announce } from './announce.js';

/**
 * Puts a text on the clipboard, and says so; to be called while a person presses something. Where the browser does not
 * let us, it shows the text in a box of its own, to be copied by hand.
 */
export async function copyText(text: string, { copied, copyByHand, language }: Phrases): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without https and frames without leave have only the old way.
    if (!copyOnCommand(text)) return void prompt(copyByHand, text);
  }
  announce(copied, language);
}

function copyOnCommand(text: string): boolean {
  let isDone = false;
  // Ours comes first, and goes no further: the page may have words of its own for what is copied.
  const give = (event: ClipboardEvent) => {
    event.stopPropagation();
    event.preventDefault();
    event.clipboardData!.setData('text/plain', text);
    isDone = true;
  };
  addEventListener('copy', give, true);
  document.execCommand('copy');
  removeEventListener('copy', give, true);
  return isDone;
}

/** The address of this page at a moment of a dialogue, in seconds; with a second time, of a clip. */
export function addressAt(id: string, ...times: readonly number[]): string {
  return new URL(writeDeepLink(id, ...times), location.href).href;
}
