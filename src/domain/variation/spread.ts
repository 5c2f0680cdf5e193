/** The five of many that tell how they spread: both ends, the quarters and the middle. */

export type Spread<T> = readonly [T, T, T, T, T];

/**
 * Of `n` in order those at the positions 0, ¼(n−1), ½(n−1), ¾(n−1) and n−1, rounded: each is one of them, none a mean of two.
 * @param ordered one at least
 */
export function spreadAt<T>(ordered: readonly T[]): Spread<T> {
  const at = (part: number) => ordered[Math.round(part * (ordered.length - 1))]!;
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}
