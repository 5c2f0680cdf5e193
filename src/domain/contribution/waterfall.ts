/** Steps in order, each from where the one before it ended. */
import { roundTo } from '../number/rounding';
import { formatNumber } from '../wording/format';

/** Decimals to which sums are rounded, so that binary fractions don't show. */
export const FINEST = 6;

/**
 * Those that run with the whole first, the largest before the smaller, then those against it; a whole that didn't change
 * begins with what rose. Equal ones keep their order.
 */
export function inOrder<T extends { readonly value: number }>(steps: readonly T[], whole: number): T[] {
  const sign = whole < 0 ? 1 : -1;
  return [...steps].sort((a, b) => sign * (a.value - b.value));
}

/** Where each step begins and ends, the first at 0. */
export function running(values: readonly number[]): { readonly from: number; readonly to: number }[] {
  let to = 0;
  return values.map((value) => {
    const from = to;
    to = roundTo(from + value, FINEST);
    return { from, to };
  });
}

/** `+1,204`, `−0.12`, `0`: with the sign that Chinese print has. */
export function signed(value: number, decimals: number | null): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : '+'}${formatNumber(Math.abs(value), { decimals })}`;
}
