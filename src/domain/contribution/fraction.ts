/** Rates of a group as numerators and denominators, and what each member adds to their change. */
import type { Effects } from './answer';
import type { Observation } from '../model/records';
import { decimalsOf } from '../number/rounding';
import { perUnit } from '../number/scales';

/** What was counted, as counted. */
export interface Fraction {
  readonly count: number;
  readonly base: number;
}

/**
 * What a rate, share or average was made of; undefined where the report doesn't say it, or where it doesn't give the
 * figure, rounded as it is.
 */
export function fractionOf(o: Observation): Fraction | undefined {
  const { value, numerator, denominator, indicator } = o;
  if (value === null || numerator === null || denominator === null || denominator <= 0) return undefined;
  const halfStep = 0.5 * 10 ** -decimalsOf(value, 4);
  const agrees = Math.abs((numerator / denominator) * perUnit(indicator.unit) - value) <= halfStep + 1e-9;
  return agrees ? { count: numerator, base: denominator } : undefined;
}

/**
 * What each member adds to the change of a group's rate (sum over sum), as a quotient. With the member's rate r, its part
 * of the denominator w, both before (0) and after (1), and R the rate of all,
 *
 *   rate = (w₀ + w₁)/2 · (r₁ − r₀),   mix = ((r₀ + r₁)/2 − (R₀ + R₁)/2) · (w₁ − w₀),   Σ(rate + mix) = R₁ − R₀ exactly.
 *
 * Kitagawa, E. M. (1955): Components of a Difference Between Two Rates, JASA 50 (272), 1168–1194. The mix is taken from the
 * mean of R, which adds nothing to its sum since parts add up to 1: a member at the mean rate doesn't move the whole by
 * growing (by category as in Chevan & Sutherland 2009, Demography 46 (3), 429–449). A member without denominator at one of
 * the two times has only a mix. Both denominators of the group have to be above 0.
 * @param now the same members in the same order
 */
export function rateEffects(before: readonly Fraction[], now: readonly Fraction[]): Effects[] {
  const [d0, d1] = [sumOf(before, 'base'), sumOf(now, 'base')];
  const middle = (sumOf(before, 'count') / d0 + sumOf(now, 'count') / d1) / 2;
  return before.map((then, at) => {
    const after = now[at]!;
    const [w0, w1] = [then.base / d0, after.base / d1];
    const r0 = then.base > 0 ? then.count / then.base : after.count / after.base;
    const r1 = after.base > 0 ? after.count / after.base : r0;
    return { rate: ((w0 + w1) / 2) * (r1 - r0), mix: ((r0 + r1) / 2 - middle) * (w1 - w0) };
  });
}

function sumOf(fractions: readonly Fraction[], key: keyof Fraction): number {
  return fractions.reduce((sum, one) => sum + one[key], 0);
}
