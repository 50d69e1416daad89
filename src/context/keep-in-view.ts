/** Milliseconds in which a page may still grow above, as transcripts come in. */
const SETTLING = 4000;

/**
 * Brings an element into view, and again when the page has grown above it: until the page has settled, or its reader
 * does anything at all.
 */
export function keepInView(element: Element): void {
  const stay = new AbortController();
  const { signal } = stay;
  const growth = new ResizeObserver(() => element.scrollIntoView());
  signal.addEventListener('abort', () => growth.disconnect());
  for (const gesture of ['wheel', 'pointerdown', 'keydown']) {
    addEventListener(gesture, () => stay.abort(), { signal, passive: true });
  }
  setTimeout(() => stay.abort(), SETTLING);
  element.scrollIntoView();
  growth.observe(document.body);
}
