const NOWHERE = 'https://r.invalid/';

/**
 * The one judge of addresses: http(s), or relative to `base`, which may be a file (the command line). Anything
 * else (`javascript:`, `data:`, `file:`, however it is written) is null. Without a base, or with one that
 * nothing can be relative to, a relative address stays as it is written.
 */
export function resolveAddress(address: string, base = ''): string | null {
  try {
    // Read as browsers read it: to them, `java\nscript:` is `javascript:`. From a file, `//example.org` is no file.
    const { href, protocol } = new URL(address, /^https?:/i.test(base) ? base : NOWHERE);
    if (!address.trim() || !/^https?:$/.test(protocol)) return null;
    if (!href.startsWith(NOWHERE)) return href;
    // Not trimmed: what is taken away here might have kept it from being `javascript:`.
    return /^file:/i.test(base) ? new URL(address, base).href : address;
  } catch {
    return null;
  }
}
