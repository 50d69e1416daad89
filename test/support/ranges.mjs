/**
 * Reads a `Range` header for something of `size` bytes.
 *
 * @returns {{start: number, end: number} | 'whole' | 'unsatisfiable'} `end` is inclusive, as in the header. Several
 *   ranges at once, or a header that makes no sense, mean the whole: the standard allows it and no player asks.
 */
export function byteRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== '' && Number(match[2]) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
}
