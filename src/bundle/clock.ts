// With hours, the minutes are a part of one: `1:90:00` is a slip of the pen.
const clockTime = /^(\d+|(\d+:[0-5]|\d*)\d:[0-5]\d)(\.\d+)?$/;
const isoDuration = /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?$/i;

/**
 * Reads a time in seconds: a number, or text such as `90`, `1:30`, `1:02:03.5` (hours, minutes, seconds) or
 * `PT1H2M3S` (ISO 8601). Null where it is none of these, or negative.
 */
export function readClock(value: unknown): number | null {
  let seconds = value;
  if (typeof value === 'string') {
    const written = value.trim();
    const parts = clockTime.test(written) ? written.split(':') : isoDuration.exec(written)?.slice(1, 4);
    seconds = parts?.reduce((sum, part: string | undefined) => sum * 60 + parseFloat(part ?? '0'), 0);
  }
  return typeof seconds === 'number' && seconds >= 0 && seconds < Infinity ? seconds : null;
}

/** Seconds as a clock shows them: `0:05`, `12:03`, `1:02:03`. Parts of a second are dropped. */
export function writeClock(seconds: number): string {
  const parts = split(seconds).map((part) => String(part).padStart(2, '0'));
  return parts.join(':').replace(/^(00:)?0?/, '');
}

/** Seconds as an ISO 8601 duration, for `<time datetime>` and JSON-LD: `PT125S`. */
export function writeDuration(seconds: number): string {
  return `PT${whole(seconds)}S`;
}

/** Seconds as people say them, in a language: `2 minutes 5 seconds`. */
export function spokenTime(seconds: number, language: string): string {
  const parts = split(seconds);
  try {
    const said = ['hour', 'minute', 'second'].flatMap((unit, index) =>
      parts[index] || (index === 2 && !whole(seconds))
        ? parts[index]!.toLocaleString(language, { style: 'unit', unit, unitDisplay: 'long' })
        : [],
    );
    return said.join(' ');
  } catch {
    return spokenTime(seconds, 'en-GB');
  }
}

function whole(seconds: number): number {
  // `duration` is NaN until metadata arrives, and Infinity for a stream: neither can be told.
  return seconds > 0 && seconds < Infinity ? Math.floor(seconds) : 0;
}

/** Hours, minutes and seconds. */
function split(seconds: number): readonly number[] {
  const all = whole(seconds);
  return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
}
