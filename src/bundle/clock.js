// Hours, minutes and seconds. With hours, the minutes are a part of one: `1:90:00` is a slip of the pen.
const clockTime = /^(?:(?:(\d+):(?=[0-5]\d:))?(\d+):(?=[0-5]\d\b))?(\d+(?:\.\d+)?)$/;
const isoDuration = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/i;
/**
 * Reads a time in seconds: a number, or text such as `90`, `1:30`, `1:02:03.5` (hours, minutes, seconds) or
 * `PT1H2M3S` (ISO 8601). Null where it is none of these, or negative.
 */
export function readClock(value) {
    let seconds = value;
    if (typeof value === 'string') {
        const written = value.trim();
        const match = clockTime.exec(written) ?? isoDuration.exec(written);
        seconds = match?.slice(1).reduce((sum, part) => sum * 60 + Number(part ?? 0), 0);
    }
    return typeof seconds === 'number' && seconds >= 0 && seconds < Infinity ? seconds : null;
}
/** Seconds as a clock shows them: `0:05`, `12:03`, `1:02:03`. Parts of a second are dropped. */
export function writeClock(seconds) {
    const parts = split(seconds).map((part) => String(part).padStart(2, '0'));
    return parts.join(':').replace(/^(00:)?0?/, '');
}
/** Seconds as an ISO 8601 duration, for `<time datetime>` and JSON-LD: `PT125S`. */
export function writeDuration(seconds) {
    return `PT${whole(seconds)}S`;
}
/** Seconds as people say them, in a language: `2 minutes 5 seconds`. */
export function spokenTime(seconds, language) {
    const parts = split(seconds);
    const said = ['hour', 'minute', 'second'].flatMap((unit, index) => parts[index] || (index === 2 && !whole(seconds)) ? formatter(language, unit).format(parts[index]) : []);
    return said.join(' ');
}
function whole(seconds) {
    // `duration` is NaN until metadata arrives, and Infinity for a stream: neither can be told.
    return seconds > 0 && seconds < Infinity ? Math.floor(seconds) : 0;
}
/** Hours, minutes and seconds. */
function split(seconds) {
    const all = whole(seconds);
    return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
}
// A formatter takes longer to make than to use by far, and a seek bar speaks at every step.
const formatters = new Map();
function formatter(language, unit) {
    const key = unit + language;
    let made = formatters.get(key);
    if (!made) {
        try {
            made = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
        }
        catch {
            made = formatter('en-GB', unit);
        }
        formatters.set(key, made);
    }
    return made;
}
//# sourceMappingURL=clock.js.map