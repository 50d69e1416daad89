/**
 * The one judge of addresses: http(s), or relative to `base`. A `file:` address is allowed only where the
 * base is a file itself (the command line). Anything else (`javascript:`, `data:`, `blob:`, however it is
 * written) is null. Without a base, or with one that nothing can be relative to, a relative address stays
 * as it is written.
 */
export declare function resolveAddress(address: string, base?: string): string | null;
