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
    if (!copyBySelecting(text)) return void prompt(copyByHand, text);
  }
  announce(copied, language);
}

function copyBySelecting(text: string): boolean {
  const selection = getSelection();
  const selected = selection?.rangeCount ? selection.getRangeAt(0) : null;
  let focused = document.activeElement as HTMLElement | null;
  // What is pressed stands in the machinery of one of our elements.
  focused = (focused?.shadowRoot?.activeElement as HTMLElement | null | undefined) ?? focused;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  focused?.focus({ preventScroll: true });
  if (selected) {
    selection!.removeAllRanges();
    selection!.addRange(selected);
  }
  return isDone;
}

/** The address of this page at a moment of a dialogue, in seconds; with a second time, of a clip. */
export function addressAt(id: string, ...times: readonly number[]): string {
  return new URL(writeDeepLink(id, ...times), location.href).href;
}
