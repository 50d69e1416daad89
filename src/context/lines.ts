/**
 * Marks the one line of a list that is being heard, and no other, with `aria-current`.
 * @param selector the lines, inside `box`
 * @param index which of them is heard; -1 for none
 */
export function markLine(box: Element, selector: string, index: number): void {
  const current = index < 0 ? undefined : box.querySelectorAll<HTMLElement>(selector)[index];
  if (current?.hasAttribute('aria-current')) return;
  for (const line of box.querySelectorAll(`${selector}[aria-current]`)) line.removeAttribute('aria-current');
  current?.setAttribute('aria-current', 'true');
}

/**
 * How many cues lie in one part of the list. A browser leaves out the layout of the parts that are out of sight, and a cue
 * is found without counting all of them.
 */
export const PART = 100;

/** The cue with that index, if it is drawn. */
export function cueAt(list: Element, index: number): HTMLElement | null {
  return list.children[Math.floor(index / PART)]?.querySelectorAll<HTMLElement>('[data-cue]')[index % PART] ?? null;
}

/** Where an arrow key, Home or End leads from a cue. */
export function cueBeside(list: Element, cue: Element, key: string): HTMLElement | undefined {
  const cues = [...list.querySelectorAll<HTMLElement>('[data-cue]')];
  const at = cues.indexOf(cue as HTMLElement);
  return cues[{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cues.length - 1 }[key] ?? -1];
}

/** Words that somebody has selected, and the indexes of the first and last cue that they are in. */
export interface Selected {
  readonly first: number;
  readonly last: number;
  readonly words: string;
}

/** What of the words in a list is selected; without the times and the names, and `null` where that leaves nothing. */
export function selectedIn(list: Element | null | undefined, selection: Selection | null): Selected | null {
  if (!list || !selection?.rangeCount) return null;
  const range = selection.getRangeAt(0);
  // A triple click ends behind the line, and so may end behind the list.
  if (range.collapsed || !(list.contains(range.startContainer) || list.contains(range.endContainer))) return null;
  const indexes: number[] = [];
  const texts: string[] = [];
  const piece = document.createRange();
  [...list.children].forEach((part, at) => {
    if (!range.intersectsNode(part)) return;
    part.querySelectorAll('[data-cue]').forEach((cue, i) => {
      piece.selectNodeContents(cue.lastElementChild!);
      if (piece.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
        piece.setStart(range.startContainer, range.startOffset);
      }
      if (piece.compareBoundaryPoints(Range.END_TO_END, range) > 0) piece.setEnd(range.endContainer, range.endOffset);
      const words = piece.toString().trim();
      if (!words) return;
      indexes.push(at * PART + i);
      texts.push(words);
    });
  });
  return texts[0] ? { first: indexes[0]!, last: indexes.at(-1)!, words: texts.join(' ') } : null;
}

/** Whether all of a cue is in sight in its list. */
export function isWithin(cue: Element, list: Element): boolean {
  const [inner, outer] = [cue.getBoundingClientRect(), list.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}
