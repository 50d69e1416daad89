/** The letters of a monogram: of the first and the last word of a name. */
export function initials(name: string): string {
  const [first = '', ...others] = name.match(/(?<!\S)\S/gu) ?? [];
  return (first + (others.at(-1) ?? '')).toUpperCase();
}
