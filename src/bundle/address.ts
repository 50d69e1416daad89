/**
 * The one judge of addresses: http(s), or relative to `base`. A `file:` address is allowed only where the
 * base is a file itself (the command line). Anything else (`javascript:`, `data:`, `blob:`, however it is
 * written) is null. Without a base, or with one that nothing can be relative to, a relative address stays
 * as it is.
 */
export function resolveAddress(address: string, base?: string): string | null {
  // What browsers themselves take away before they read an address: control characters and spaces at
  // either end, tabs and line ends anywhere. `java\nscript:` is `javascript:` to them.
  const written = address.replace(/^[\0-\x20]+|[\t\n\r]/g, '').trimEnd();
  if (!written) return null;
  // Asked first, since a failed `new URL` is slow, and a bundle may hold ten thousand relative addresses.
  const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(written);
  const resolved = isAbsolute ? read(written) : base ? read(written, base) : null;
  if (!resolved) return !isAbsolute && read(written, 'https://relative.invalid/') ? written : null;
  const allowed = /^https?:$/.test(resolved.protocol) || (resolved.protocol === 'file:' && /^file:/i.test(base ?? ''));
  return allowed ? resolved.href : null;
}

function read(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
