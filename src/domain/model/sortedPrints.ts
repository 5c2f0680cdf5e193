/** Very many fingerprints as numbers in order: a Set of a million takes seconds. */

/** The numbers of both, each once, in rising order. */
export function sortedUnion(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  all.sort();
  let n = 0;
  for (let i = 0; i < all.length; i += 1) if (i === 0 || all[i] !== all[i - 1]) all[n++] = all[i]!;
  return all.slice(0, n);
}

/** Whether a number is among those of a list in rising order. */
export function holds(sorted: Uint32Array, wanted: number): boolean {
  let from = 0;
  let to = sorted.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const at = sorted[middle]!;
    if (at === wanted) return true;
    if (at < wanted) from = middle + 1;
    else to = middle - 1;
  }
  return false;
}
