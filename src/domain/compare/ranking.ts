/**
 * Order and rank of values.
 */
import type { Better } from '../model/records';

/** Negative where `a` is the better value: the lower for 低, else the higher. */
export function betterFirst(a: number, b: number, better: Better): number {
  return better === '低' ? a - b : b - a;
}

/** Ranks of some values, in columns. */
export interface RankColumns {
  readonly rank: Int32Array;
  /** 1 where another value is equal. */
  readonly tied: Uint8Array;
}

/** Competition ranks (1, 1, 3) of values in any order, as they are printed: equal ones share a rank. */
export function rankColumns(printed: Float64Array, better: Better): RankColumns {
  const keys = better === '低' ? printed : printed.map((value) => -value);
  // Numbers in columns are sorted without a comparison that is called for each pair.
  const sorted = keys.slice().sort();
  const rank = new Int32Array(keys.length);
  const tied = new Uint8Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at]!;
    let [from, to] = [0, keys.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (sorted[middle]! < key) from = middle + 1;
      else to = middle;
    }
    rank[at] = from + 1;
    tied[at] = Number(sorted[from + 1] === key);
  }
  return { rank, tied };
}
