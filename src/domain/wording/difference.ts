/**
 * Points or percent: how far apart two values of one indicator are.
 */
import type { Indicator } from '../model/records';
import { decimalsOf, roundTo } from '../number/rounding';
import { differenceUnit, formatChange, formatNumber } from './format';

export interface RelativeDifference {
  /** 百分点 also stands for 个千分点 where the unit is ‰; the text says which. */
  readonly kind: '百分点' | '百分比' | '不可比';
  /** Points, or percent rounded to one decimal; null where 不可比. */
  readonly value: number | null;
  /** `上升2.8个百分点`, `下降30.0%`, `持平`, `不可比`. */
  readonly text: string;
}

const INCOMPARABLE: RelativeDifference = { kind: '不可比', value: null, text: '不可比' };

/**
 * How `a` differs from the base `b`: two rates in % or ‰ by points, everything else in percent of
 * the base. A base of zero or less is 不可比 for percent, never ∞ or -100%.
 */
export function difference(a: number, b: number, indicator: Indicator): RelativeDifference {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return INCOMPARABLE;
  if (indicator.unit === '%' || indicator.unit === '‰') return points(a - b, a, b, indicator.unit);
  if (b <= 0) return INCOMPARABLE;
  const value = roundTo(((a - b) / b) * 100, 1);
  return { kind: '百分比', value, text: formatChange(value, '同比(%)', 1) };
}

/** A difference can't be finer than the finer of the two figures. */
function points(raw: number, a: number, b: number, unit: string): RelativeDifference {
  const value = roundTo(raw, Math.max(decimalsOf(a, 4), decimalsOf(b, 4)));
  const size = formatNumber(Math.abs(value), { unit: differenceUnit(unit) });
  const text = value === 0 ? '持平' : `${value > 0 ? '上升' : '下降'}${size}`;
  return { kind: '百分点', value, text };
}
