import { readClock, writeClock } from '../../bundle/clock.js';
import { problemAt, type Problem } from '../../bundle/problems.js';
import { fieldsOf } from '../places.js';

/** Chapters as they are written: those out of order, those that overlap, and where `duration` is known, beyond it. */
export function checkChapters(written: readonly unknown[], path: string, duration = 0): readonly Problem[] {
  const problems: Problem[] = [];
  const warn = (at: string, sentence: string): unknown => problems.push(problemAt('warning', at, sentence));
  let before: { readonly start: number; readonly end: number | null } | null = null;
  written.forEach((chapter, index) => {
    const { startTime, endTime, toc } = fieldsOf(chapter);
    const start = readClock(startTime);
    const end = readClock(endTime);
    if (start === null) return;
    const at = `${path}[${index}]`;
    if (duration && start > duration)
      warn(`${at}.startTime`, `is beyond the end of the sound, ${writeClock(duration)}`);
    // A chapter that is not listed, such as a picture that changes, may lie within another.
    if (toc === false) return;
    if (before) {
      const clock = writeClock(before.start);
      if (start < before.start)
        warn(`${at}.startTime`, `is earlier than the chapter before it, ${clock}: put them in order`);
      else if (start === before.start)
        warn(`${at}.startTime`, `is the same as that of the chapter before it, ${clock}`);
      else if (before.end !== null && before.end > start) {
        warn(
          `${at}.startTime`,
          `lies within the chapter before it, which ends at ${writeClock(before.end)}: let one end as the next begins`,
        );
      }
    }
    before = { start, end };
  });
  return problems;
}
