/** A name that can stand in an address: `what-do-we-value` of “What do we value?”. */
export function slugOf(words: string, otherwise: string): string {
  const slug = words
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return slug || otherwise;
}

/** Gives out names, each once: the second `talk` is `talk-2`. */
export class Names {
  readonly #taken = new Set<string>();

  take(words: string, otherwise: string): string {
    const slug = slugOf(words, otherwise);
    let name = slug;
    for (let count = 2; this.#taken.has(name); count++) name = `${slug}-${count}`;
    this.#taken.add(name);
    return name;
  }
}
