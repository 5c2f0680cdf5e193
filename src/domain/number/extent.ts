/**
 * The least and the greatest of some numbers, of very many too: `Math.min(...values)` breaks off beyond some 100,000.
 * @returns Infinity and −Infinity for none, as `Math.min` and `Math.max` have it
 */
export function extentOf(values: Iterable<number>): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
