import type { CodeKey } from './codedColumn';

/** The runs of two and more rows that are equal in all keys, of rows sorted by them: in the order of their first rows. */
export function repeatedRows(sorted: Int32Array, keys: readonly CodeKey[]): Int32Array[] {
  const runs: Int32Array[] = [];
  const isSame = (a: number, b: number): boolean =>
    keys.every(({ codes, rank }) => (rank ? rank[codes[a]!] === rank[codes[b]!] : codes[a] === codes[b]));
  for (let from = 0, to = 1; from < sorted.length; from = to, to += 1) {
    while (to < sorted.length && isSame(sorted[from]!, sorted[to]!)) to += 1;
    if (to - from > 1) runs.push(sorted.subarray(from, to));
  }
  return runs.sort((a, b) => a[0]! - b[0]!);
}
