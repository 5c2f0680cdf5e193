/**
 * Points or percent: how far apart two values of one indicator are.
 */
import type { Indicator } from '../model/records';
import { printedNumber, roundTo, visibleDecimals } from '../number/rounding';
import { decimalsFor, differenceUnit, formatChange, formatDifference, formatNumber, percentDecimals } from './format';

/** Decimals to which a difference of printed numbers is rounded, so that binary fractions don't show. */
const FINEST = 6;

export interface RelativeDifference {
  /** 百分点 also stands for 个千分点 where the unit is ‰; the text says which. */
  readonly kind: '百分点' | '百分比' | '不可比';
  /** Points, or percent as printed (one decimal, more where it would read 0 or −100); null where 不可比. */
  readonly value: number | null;
  /** `上升2.8个百分点`, `下降30.0%`, `持平`, `不可比（基数为0，增加5例）`. Made when it is read: most are only compared. */
  readonly text: string;
}

/**
 * How `a` differs from the base `b`: two rates in % or ‰ by points, everything else in percent of the base. From 0 to 0
 * is 持平. A base of zero or less, and a fall below zero, are 不可比 for percent, never ∞ or -100%; the text says why
 * and how far apart they are.
 */
export function difference(a: number, b: number, indicator: Indicator): RelativeDifference {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return incomparable('有一期不是数');
  if (indicator.unit === '%' || indicator.unit === '‰') return points(a, b, indicator);
  if (a === b) return { kind: '百分比', value: 0, text: '持平' };
  if (b <= 0 || a < 0) {
    const why = b === 0 ? '基数为0' : b < 0 ? '基数为负' : '本期为负';
    return incomparable(`${why}，${a > b ? '增加' : '减少'}${formatDifference(a - b, indicator)}`);
  }
  const raw = ((a - b) / b) * 100;
  if (a > 0 && roundTo(raw, FINEST) === -100) return { kind: '百分比', value: raw, text: '下降>99.999999%' };
  const decimals = visibleDecimals(raw, percentDecimals(raw, 1) ?? 1);
  return {
    kind: '百分比',
    value: roundTo(raw, decimals) || raw,
    get text() {
      return formatChange(raw, '同比(%)', decimals);
    }
  };
}

/** Why two figures have no difference in percent: `不可比（基数为0，增加5例）`. */
export function incomparable(why: string): RelativeDifference {
  return { kind: '不可比', value: null, text: `不可比（${why}）` };
}

/**
 * The difference of two rates as they are printed: no finer than the finer of the two, nor than the indicator's
 * decimals. Rates that read alike are 持平.
 */
function points(a: number, b: number, indicator: Indicator): RelativeDifference {
  const decimals = Math.max(decimalsFor(a, indicator), decimalsFor(b, indicator));
  const value = roundTo(printedNumber(a, decimals) - printedNumber(b, decimals), FINEST);
  if (value === 0) return { kind: '百分点', value, text: '持平' };
  return {
    kind: '百分点',
    value,
    get text() {
      const size = formatNumber(Math.abs(value), { unit: differenceUnit(indicator.unit) });
      return `${value > 0 ? '上升' : '下降'}${size}`;
    }
  };
}
