/**
 * Order and rank of values.
 */
import type { Better } from '../model/records';

/** Negative where `a` is the better value: the lower for 低, else the higher. */
export function betterFirst(a: number, b: number, better: Better): number {
  return better === '低' ? a - b : b - a;
}

export interface Rank {
  readonly rank: number;
  readonly tied: boolean;
}

/** Competition ranks (1, 1, 3) of values in any order, as they are printed: equal ones share a rank. */
export function competitionRanks(printed: readonly number[], better: Better): Rank[] {
  // Numbers in columns are sorted without a comparison that is called for each pair.
  const sorted = Float64Array.from(printed).sort();
  if (better !== '低') sorted.reverse();
  const ranks = new Map<number, { rank: number; tied: boolean }>();
  sorted.forEach((value, at) => {
    const known = ranks.get(value);
    if (known) known.tied = true;
    else ranks.set(value, { rank: at + 1, tied: false });
  });
  return printed.map((value) => ranks.get(value)!);
}
