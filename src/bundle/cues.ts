/** The index of the last cue that has started at `time` (seconds), -1 before the first. Cues are in order. */
export function cueIndexAt(cues: readonly { readonly start: number }[], time: number): number {
  return lastStarted(cues.length, (index) => cues[index]!.start <= time);
}

/** The index of the last chapter that has started at `time` (seconds), -1 before the first. Chapters are in order. */
export function chapterIndexAt(chapters: readonly { readonly startTime: number }[], time: number): number {
  return lastStarted(chapters.length, (index) => chapters[index]!.startTime <= time);
}

/** A binary search: an hour's talk has a thousand cues, and the question is asked four times a second. */
function lastStarted(length: number, hasStarted: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasStarted(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
