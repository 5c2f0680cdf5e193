/**
 * Order and rank of values.
 */
import type { Better, Indicator } from '../model/records';
import { roundTo } from '../number/rounding';

/** Negative where `a` is the better value: the lower for 低, else the higher. */
export function betterFirst(a: number, b: number, better: Better): number {
  return better === '低' ? a - b : b - a;
}

export interface Rank {
  readonly rank: number;
  readonly tied: boolean;
}

/**
 * Competition ranks (1, 1, 3) of values in any order. Values that print alike share a rank:
 * a difference that the decimals of the indicator hide must not decide.
 */
export function competitionRanks(values: readonly number[], indicator: Pick<Indicator, 'better' | 'decimals'>): Rank[] {
  const printed = values.map((v) => printedValue(v, indicator.decimals));
  const ranks = new Map<number, { rank: number; count: number }>();
  [...printed]
    .sort((a, b) => betterFirst(a, b, indicator.better))
    .forEach((v, i) => {
      const known = ranks.get(v);
      if (known) known.count += 1;
      else ranks.set(v, { rank: i + 1, count: 1 });
    });
  return printed.map((v) => ({ rank: ranks.get(v)!.rank, tied: ranks.get(v)!.count > 1 }));
}

/** The value as its decimals show it. */
function printedValue(value: number, decimals: number | null): number {
  return roundTo(value, decimals ?? 4);
}
