/** The address of a bundle that may be shown, '' for the built-in one; or the one that may not. */
export type Judgement = { readonly address: string } | { readonly refused: string };

/**
 * Whether a frame may show the bundle at an address. Its own origin may be shown, and so may what the deployer's list
 * allows: a page that showed anybody's words under this address would lend them its good name.
 *
 * The page's origin is that of its address: in a sandboxed frame `location.origin` is null.
 *
 * @param wanted as the address of the frame has it
 * @param page the address of the embed page
 * @param allowed addresses of bundles, or of folders that hold them, which end in a slash
 */
export function judgeBundle(wanted: string, page: string, allowed: readonly string[] = []): Judgement {
  if (!wanted) return { address: '' };
  const url = read(wanted, page);
  if (!url) return { refused: wanted };
  const { href, origin, hash } = url;
  const address = href.slice(0, href.length - hash.length);
  const isAllowed = origin === new URL(page).origin || allowed.some((entry) => covers(read(entry)?.href, address));
  return isAllowed ? { address } : { refused: address };
}

function read(address: string, base?: string): URL | null {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

function covers(entry: string | undefined, address: string): boolean {
  if (!entry?.endsWith('/')) return entry === address;
  // A server may read `%2f` as a slash, and `..%2f` would lead out of the folder.
  return address.startsWith(entry) && !/%2f|%5c/i.test(address);
}

/** The addresses in the text of `allow.json`, `{"bundles": ["https://…"]}`; none where it cannot be read. */
export function readAllowed(text: string): readonly string[] {
  try {
    const { bundles } = JSON.parse(text) as { bundles?: unknown };
    return Array.isArray(bundles) ? bundles.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}
