const NOWHERE = 'https://relative.invalid/';
/**
 * The one judge of addresses: http(s), or relative to `base`. A `file:` address is allowed only where the
 * base is a file itself (the command line). Anything else (`javascript:`, `data:`, `blob:`, however it is
 * written) is null. Without a base, or with one that nothing can be relative to, a relative address stays
 * as it is written.
 */
export function resolveAddress(address, base = '') {
    const isFile = /^file:/i.test(base);
    try {
        // Read as browsers read it: to them, `java\nscript:` is `javascript:`.
        const { href, protocol } = new URL(address, isFile || /^https?:/i.test(base) ? base : NOWHERE);
        if (!address.trim() || !(/^https?:$/.test(protocol) || (isFile && protocol === 'file:')))
            return null;
        // Not trimmed: what is taken away here might have kept it from being `javascript:`.
        return href.startsWith(NOWHERE) ? address : href;
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=address.js.map