/**
 * Marks the one line of a list that is being heard, and no other, with `aria-current`.
 * @param selector the lines, inside `box`
 * @param index which of them is heard; -1 for none
 * @returns the line, if it was not marked before
 */
export function markLine(box: Element, selector: string, index: number): HTMLElement | null {
  const current = index < 0 ? undefined : box.querySelectorAll<HTMLElement>(selector)[index];
  if (current?.hasAttribute('aria-current')) return null;
  for (const line of box.querySelectorAll(`${selector}[aria-current]`)) line.removeAttribute('aria-current');
  current?.setAttribute('aria-current', 'true');
  return current ?? null;
}

/**
 * Marks the cue that is being heard. With `follow` the list scrolls along, and the page does not. The list is one tab
 * stop: the cue that is heard, unless somebody walks the list by keyboard.
 */
export function markCue(box: Element, index: number, { follow }: { readonly follow: boolean }): void {
  const fresh = markLine(box, '[data-cue]', index);
  const first = box.querySelector<HTMLElement>('[data-cue]');
  // Without script each cue is a tab stop, as it must be.
  if (first && !first.querySelector('[tabindex]')) moveTabStop(first);
  const list = fresh?.parentElement;
  if (!list) return;
  if (!list.matches(':focus-within')) moveTabStop(fresh);
  if (!follow) return;
  list.scrollTop += fresh.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

/** Walks from cue to cue by arrow keys, Home and End. */
export function walkCues(event: KeyboardEvent): void {
  const cue = (event.target as Element).closest('[data-cue]');
  if (!cue || event.ctrlKey || event.metaKey || event.altKey) return;
  const cues = [...cue.parentElement!.querySelectorAll<HTMLElement>('[data-cue]')];
  const at = cues.indexOf(cue as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cues.length - 1 }[event.key];
  const next = cues[to ?? -1];
  if (!next) return;
  event.preventDefault();
  moveTabStop(next);
  next.querySelector('a')!.focus();
}

function moveTabStop(cue: HTMLElement): void {
  for (const link of cue.parentElement!.querySelectorAll<HTMLElement>('a:not([tabindex="-1"])')) link.tabIndex = -1;
  cue.querySelector('a')!.tabIndex = 0;
}
