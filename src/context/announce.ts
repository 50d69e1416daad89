import { page } from './page.js';

/**
 * Says one short message politely, to those who listen to the page with a screen reader.
 *
 * Live regions fail inside shadow roots, and two of them talk over each other: so there is one a document, in its
 * body, for all elements of all copies. Silence while playing is the caller's duty.
 */
export function announce(message: string, language: string): void {
  const shared = page();
  if (!shared.status?.isConnected) {
    const status = document.createElement('div');
    status.setAttribute('role', 'status');
    status.dataset['dialogueStatus'] = '';
    // Out of sight by script alone: a strict policy lets no style attribute through.
    status.style.cssText =
      'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
    document.body.append(status);
    shared.status = status;
  }
  shared.status.lang = language;
  shared.status.textContent = message;
}
