/** The index of the last cue that has started at `time` (seconds), -1 before the first. Cues are in order. */
export function cueIndexAt(cues: readonly { readonly start: number }[], time: number): number {
  return cues.filter(({ start }) => start <= time).length - 1;
}

/** The index of the last chapter that has started at `time` (seconds), -1 before the first. Chapters are in order. */
export function chapterIndexAt(chapters: readonly { readonly startTime: number }[], time: number): number {
  return chapters.filter(({ startTime }) => startTime <= time).length - 1;
}
