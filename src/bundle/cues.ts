/** The index of the last cue that has started at `time` (seconds), -1 before the first. Cues are in order. */
export function cueIndexAt(cues: readonly { readonly start: number }[], time: number): number {
  return lastBefore(cues.length, (index) => cues[index]!.start <= time);
}

/** The index of the last chapter that has started at `time` (seconds), -1 before the first. Chapters are in order. */
export function chapterIndexAt(chapters: readonly { readonly startTime: number }[], time: number): number {
  return lastBefore(chapters.length, (index) => chapters[index]!.startTime <= time);
}

/** Asked at every beat of the sound, of as many as a hundred thousand: so it halves, and does not count. */
function lastBefore(length: number, hasStarted: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasStarted(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Where to go on at `time` (seconds), so that only some cues are heard: the start of the next wanted one; Infinity where
 * none follows; null where all is well.
 */
export function nextWanted<C extends { readonly start: number }>(
  cues: readonly C[],
  time: number,
  isWanted: (cue: C) => boolean,
): number | null {
  const now = cueIndexAt(cues, time);
  if (now < 0 || isWanted(cues[now]!)) return null;
  return cues.slice(now).find(isWanted)?.start ?? Infinity;
}
