/** The order in which the cards of a deck lie: each number from 0 to `size - 1` once. */
export type Order = readonly number[];

/** The cards as the bundle has them. */
export function inOrder(size: number): Order {
  return Array.from({ length: size }, (_, i) => i);
}

/**
 * The cards in an order left to chance (Fisher and Yates, as Durstenfeld wrote it in 1964).
 * @param random gives a number from 0 up to but not including 1
 */
export function shuffled(size: number, random: () => number = Math.random): Order {
  const order = [...inOrder(size)];
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}

/** A position that exists in a deck of that size. */
export function withinDeck(position: number, size: number): number {
  return Math.max(0, Math.min(size - 1, position));
}
