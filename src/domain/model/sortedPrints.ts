/** Very many fingerprints as numbers in order: a Set of a million takes seconds. */

import type { Steps } from '../steps/steps';

/** The numbers in rising order, each once, in parts: by their lower half, then by their upper. */
export function* sortedSteps(numbers: Uint32Array): Steps<Uint32Array> {
  let sorted = numbers;
  for (const shift of [0, 16]) {
    sorted = sortedByHalf(sorted, shift);
    yield shift;
  }
  return eachOnce(sorted);
}

function sortedByHalf(numbers: Uint32Array, shift: number): Uint32Array {
  const next = new Uint32Array(0x1_0001);
  for (let i = 0; i < numbers.length; i += 1) next[((numbers[i]! >>> shift) & 0xffff) + 1]! += 1;
  for (let i = 1; i < next.length; i += 1) next[i]! += next[i - 1]!;
  const sorted = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i += 1) sorted[next[(numbers[i]! >>> shift) & 0xffff]!++] = numbers[i]!;
  return sorted;
}

/** The numbers of both, each once, in rising order. */
export function sortedUnion(a: Uint32Array, b: Uint32Array): Uint32Array {
  // Most often one of them has none, and the other is in order: a million aren't sorted again.
  if (a.length === 0 && isRising(b)) return b;
  if (b.length === 0 && isRising(a)) return a;
  const all = new Uint32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return eachOnce(all.sort());
}

/** Of numbers in order; they are written over. */
function eachOnce(sorted: Uint32Array): Uint32Array {
  let n = 0;
  for (let i = 0; i < sorted.length; i += 1) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[n++] = sorted[i]!;
  return sorted.slice(0, n);
}

function isRising(numbers: Uint32Array): boolean {
  for (let i = 1; i < numbers.length; i += 1) if (numbers[i]! <= numbers[i - 1]!) return false;
  return true;
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
