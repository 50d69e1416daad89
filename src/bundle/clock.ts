const clockTime = /^(?:(\d+):(?=\d\d:))?(\d+):([0-5]\d(?:\.\d+)?)$/;
const isoDuration = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/i;

/**
 * Reads a time in seconds: a number, or text such as `90`, `1:30`, `1:02:03.5` (hours, minutes, seconds) or
 * `PT1H2M3S` (ISO 8601). Null where it is none of these, or negative.
 */
export function readClock(value: unknown): number | null {
  if (typeof value === 'number') return value >= 0 && value < Infinity ? value : null;
  if (typeof value !== 'string') return null;
  const written = value.trim();
  if (/^\d+(\.\d+)?$/.test(written)) return readClock(Number(written));
  const match = clockTime.exec(written) ?? isoDuration.exec(written);
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  // With hours, the minutes are a part of one: `1:90:00` is a slip of the pen.
  if (match[1] && written.includes(':') && Number(minutes) > 59) return null;
  return readClock(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** Seconds as a clock shows them: `0:05`, `12:03`, `1:02:03`. Parts of a second are dropped. */
export function writeClock(seconds: number): string {
  const { hours, minutes, rest } = split(seconds);
  const last = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${last}` : `${minutes}:${last}`;
}

/** Seconds as an ISO 8601 duration, for `<time datetime>` and JSON-LD: `PT2M5S`. */
export function writeDuration(seconds: number): string {
  const { hours, minutes, rest } = split(seconds);
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest || !(hours || minutes) ? `${rest}S` : ''}`;
}

/** Seconds as people say them, in a language: `2 minutes 5 seconds`. */
export function spokenTime(seconds: number, language: string): string {
  const { hours, minutes, rest } = split(seconds);
  const parts = [
    hours > 0 && formatter(language, 'hour').format(hours),
    minutes > 0 && formatter(language, 'minute').format(minutes),
    (rest > 0 || !(hours || minutes)) && formatter(language, 'second').format(rest),
  ];
  return parts.filter(Boolean).join(' ');
}

function split(seconds: number): { hours: number; minutes: number; rest: number } {
  // `duration` is NaN until metadata arrives, and Infinity for a stream: neither can be told.
  const whole = seconds > 0 && seconds < Infinity ? Math.floor(seconds) : 0;
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, rest: whole % 60 };
}

// A formatter takes longer to make than to use by far, and a seek bar speaks at every step.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, unit: 'hour' | 'minute' | 'second'): Intl.NumberFormat {
  const key = `${unit} ${language}`;
  let made = formatters.get(key);
  if (!made) {
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    try {
      made = new Intl.NumberFormat(language, options);
    } catch {
      made = new Intl.NumberFormat('en-GB', options);
    }
    formatters.set(key, made);
  }
  return made;
}
