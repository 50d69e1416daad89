/**
 * Reads a time in seconds: a number, or text such as `90`, `1:30`, `1:02:03.5` (hours, minutes, seconds) or
 * `PT1H2M3S` (ISO 8601). Null where it is none of these, or negative.
 */
export declare function readClock(value: unknown): number | null;
/** Seconds as a clock shows them: `0:05`, `12:03`, `1:02:03`. Parts of a second are dropped. */
export declare function writeClock(seconds: number): string;
/** Seconds as an ISO 8601 duration, for `<time datetime>` and JSON-LD: `PT125S`. */
export declare function writeDuration(seconds: number): string;
/** Seconds as people say them, in a language: `2 minutes 5 seconds`. */
export declare function spokenTime(seconds: number, language: string): string;
