/**
 * Marks the one line of a list that is being heard, and no other, with `aria-current`.
 * @returns the line, if it was not marked before
 */
export function markLine(lines: NodeListOf<Element>, index: number): Element | null {
  const current = lines[index];
  if (current?.hasAttribute('aria-current')) return null;
  for (const line of lines) line.removeAttribute('aria-current');
  current?.setAttribute('aria-current', 'true');
  return current ?? null;
}

/**
 * Marks the cue that is being heard. With `follow` the list scrolls along, and the page does not. The list is one tab
 * stop: the cue that is heard, unless somebody walks the list by keyboard.
 */
export function markCue(box: Element, index: number, { follow }: { readonly follow: boolean }): void {
  const cues = box.querySelectorAll('[data-cue]');
  const fresh = markLine(cues, index);
  // Without script each cue is a tab stop, as it must be.
  const stop = fresh ?? (box.querySelector('[data-cue] [tabindex]') ? null : cues[0]);
  const list = stop?.parentElement;
  if (list && !list.matches(':focus-within')) moveTabStop(stop);
  if (!fresh || !list || !follow) return;
  list.scrollTop += fresh.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

/** Walks from cue to cue by arrow keys, Home and End. */
export function walkCues(event: KeyboardEvent): void {
  const cue = (event.target as Element).closest('[data-cue]');
  if (!cue || event.ctrlKey || event.metaKey || event.altKey) return;
  const cues = [...cue.parentElement!.querySelectorAll('[data-cue]')];
  const at = cues.indexOf(cue);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cues.length - 1 }[event.key];
  const next = cues[to ?? -1];
  if (!next) return;
  event.preventDefault();
  moveTabStop(next);
  next.querySelector('a')!.focus();
}

function moveTabStop(cue: Element): void {
  for (const link of cue.parentElement!.querySelectorAll<HTMLElement>('[data-cue] a')) {
    link.tabIndex = cue.contains(link) ? 0 : -1;
  }
}
