/**
 * The value axis of a chart: where it begins and ends, and its steps of 1, 2 or 5. One rule for the chart on the screen
 * and for the chart of an office program.
 */

import { extentOf } from './extent';
import { withoutNoise } from './rounding';

export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface AxisNeeds {
  /** Bars need their zero; lines may do without where their values lie close together. */
  readonly zero: boolean;
  /** A count of things has no half of one: no step below 1. */
  readonly whole?: boolean;
  /** Shares of a whole: read against 100, and never beyond it unless a value is. */
  readonly percent?: boolean;
  /** About how many steps there is room for; default 5. */
  readonly steps?: number;
}

/**
 * Where the value axis of a trend begins. Counts start at zero; a narrow band of large values (rates near 90%) would
 * be flattened by it.
 */
export function startsAtZero(values: readonly number[]): boolean {
  const [low, high] = extentOf(values);
  return low <= 0 || high - low > low * 0.5 || values.length < 3;
}

/**
 * Round ends outside the values, whole steps apart. Below zero only where a value is; a rate goes to 100 where its
 * largest value is over half of that.
 */
export function valueAxis(values: readonly number[], { zero, whole, percent, steps = 5 }: AxisNeeds): ValueAxis {
  const all = zero || values.length === 0 ? [0, ...values] : values;
  const [low, high] = extentOf(all);
  const toHundred = percent === true && zero && low >= 0 && high > 50 && high <= 100;
  const ends = axisEnds(toHundred ? [low, 100] : [low, high], { whole, steps });
  const min = low >= 0 ? Math.max(0, ends.min) : ends.min;
  if (!percent || high > 100 || ends.max <= 100) return { ...ends, min };
  // Where all of them are 100 the axis ends at them, and begins a step below.
  return { ...ends, min: min === 100 ? 100 - ends.step : min, max: 100 };
}

/** Whether an axis has whole numbers only: those of a count that is not in 万 or 亿. */
export function isWhole(values: readonly number[]): boolean {
  return values.every(Number.isInteger);
}

/** The next round numbers outside the values, and a step of 1, 2 or 5 times a power of ten. */
export function axisEnds(
  values: readonly number[],
  { whole = false, steps = 4 }: { readonly whole?: boolean | undefined; readonly steps?: number } = {}
): ValueAxis {
  const [low, most] = extentOf(values);
  // Nothing but zeros: an axis from 0 to 1.
  const high = most || (low === 0 ? 1 : 0);
  const step = niceStep((high - low || Math.abs(high)) / steps, whole);
  const round = (value: number) => withoutNoise(value * step);
  const ends = { min: round(Math.floor(low / step)), max: round(Math.ceil(high / step)), step: round(1) };
  return ends.min === ends.max ? { ...ends, max: round(Math.ceil(high / step) + 1) } : ends;
}

/** The smallest of 1, 2, 5 times a power of ten that is at least `rough`; of whole things at least 1. */
function niceStep(rough: number, whole: boolean): number {
  const least = whole ? Math.max(1, rough) : rough;
  const power = 10 ** Math.floor(Math.log10(least));
  // A breadth of 1e-9: 0.3 ÷ 0.1 is a little more than 3.
  return [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9))! * power;
}
