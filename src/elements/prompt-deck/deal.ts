/**
 * The order in which the cards of a deck are dealt: each number from 0 to `size - 1` once.
 *
 * Shuffled, every order is as likely as any other (Fisher and Yates, as Durstenfeld wrote it in 1964).
 * @param random gives a number from 0 up to but not including 1
 */
export function dealt(size: number, { shuffle = false, random = Math.random } = {}): readonly number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  if (!shuffle) return order;
  for (let last = size - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}
