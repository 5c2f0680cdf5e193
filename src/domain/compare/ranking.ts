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
  const ranks = new Map<number, { rank: number; count: number }>();
  [...printed]
    .sort((a, b) => betterFirst(a, b, better))
    .forEach((v, i) => {
      const known = ranks.get(v);
      if (known) known.count += 1;
      else ranks.set(v, { rank: i + 1, count: 1 });
    });
  return printed.map((v) => ({ rank: ranks.get(v)!.rank, tied: ranks.get(v)!.count > 1 }));
}
