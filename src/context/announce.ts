import { page } from './page.js';

let saying: ReturnType<typeof setTimeout> | undefined;

/**
 * The page's one polite live region. Live regions fail inside shadow roots, and two of them talk over each other: so
 * there is one in the document's body, for all elements of all copies. It must stand there before it has something to
 * say, or the first message is lost.
 */
export function statusRegion(): HTMLElement {
  const shared = page();
  if (!shared.status?.isConnected) {
    const status = (shared.status = document.createElement('div'));
    status.setAttribute('role', 'status');
    // Out of sight by script alone: a strict policy lets no style attribute through.
    status.style.cssText = 'position:fixed;clip-path:inset(50%)';
    document.body.append(status);
  }
  return shared.status;
}

/**
 * Says one short message politely, to those who listen to the page with a screen reader. What several elements say of
 * one thing within a moment is said once. Silence while playing is the caller's duty.
 */
export function announce(message: string, language: string): void {
  const status = statusRegion();
  clearTimeout(saying);
  // Emptied first, so that the same words are said again when they are true again.
  status.textContent = '';
  saying = setTimeout(() => {
    status.lang = language;
    status.textContent = message;
  }, 100);
}
