/** Confidence intervals of rates whose numerator and denominator are known. */
import { changedObservation } from './changedObservation';
import { isShare, type Observation } from './records';
import { decimalsOf, roundTo } from '../number/rounding';
import { wilsonInterval } from '../variation/proportion';

/** The parts of a rate in percent, where they are known and give it, rounded as it is; undefined elsewhere. */
export function partsOfRate(o: Observation): { readonly count: number; readonly base: number } | undefined {
  const { value, numerator, denominator, indicator } = o;
  if (!isShare(indicator) || indicator.unit !== '%' || o.measure !== '数值' || value === null) return undefined;
  if (numerator === null || denominator === null || denominator <= 0 || numerator < 0 || numerator > denominator)
    return undefined;
  const halfStep = 0.5 * 10 ** -decimalsOf(value, 4);
  const agrees = Math.abs((numerator / denominator) * 100 - value) <= halfStep + 1e-9;
  return agrees ? { count: numerator, base: denominator } : undefined;
}

/** The observation with Wilson's 95 % interval, to two decimals of a percent, where it states none of its own and its parts are known. */
export function withWilson<T extends Observation>(o: T): T {
  if (o.lower !== null || o.upper !== null) return o;
  const parts = partsOfRate(o);
  const interval = parts && wilsonInterval(parts.count, parts.base);
  if (!interval) return o;
  const [lower, upper] = [interval.lower, interval.upper].map((end) => roundTo(end * 100, 2));
  return changedObservation(o, { lower, upper });
}

/** What is said where such intervals are shown. */
export const WILSON_NOTE = '报告没写区间而有分子、分母的率，区间由分子、分母算出（95%，Wilson 法）。';
