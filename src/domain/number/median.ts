/** @param ordered ascending; of an even number of values the mean of the two in the middle, 0 without any */
export function median(ordered: ArrayLike<number>): number {
  if (ordered.length === 0) return 0;
  const middle = (ordered.length - 1) / 2;
  return (ordered[Math.floor(middle)]! + ordered[Math.ceil(middle)]!) / 2;
}
