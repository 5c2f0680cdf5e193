/**
 * The one number formatter. Whatever prints a figure goes through here, so that a chart, its
 * table, its sentence and its export can't round differently.
 */
import type { Indicator, Measure, Qualifier } from '../model/records';
import { decimalsOf, roundTo } from '../number/rounding';

/** A figure nobody asked to round is printed with as many decimals as it has, up to this. */
const MAX_DECIMALS = 4;

const QUALIFIER_TEXT: Readonly<Record<Qualifier, string>> = {
  '': '',
  '≈': '约',
  '≥': '≥',
  '≤': '≤',
  '>': '>',
  '<': '<'
};

export interface NumberStyle {
  /** Null or absent: the value's own, at most 4. */
  readonly decimals?: number | null;
  readonly qualifier?: Qualifier;
  /** Follows without a space; `1/10万` becomes `/10万`. */
  readonly unit?: string;
}

/** What an axis divides by, and the unit it then says. */
export interface Scale {
  readonly factor: number;
  readonly unit: string;
}

/**
 * A number as Chinese text: `12,345人`, `约800`, `≥95%`, `12.3/10万`. Rounds half away from zero.
 * What isn't a finite number prints 无数据.
 */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return '无数据';
  const decimals = style.decimals ?? decimalsOf(value, MAX_DECIMALS);
  const rounded = roundTo(value, decimals);
  const [whole, fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const unit = (style.unit ?? '').replace(/^1\//, '/');
  return `${QUALIFIER_TEXT[style.qualifier ?? '']}${rounded < 0 ? '-' : ''}${digits}${unit}`;
}

/**
 * Decimals a figure of an indicator is printed with: its own, since a report that says 96.2% did not say
 * 96.20%, but never more than the indicator's.
 */
function decimalsFor(value: number, indicator: Indicator): number {
  return Math.min(decimalsOf(value, MAX_DECIMALS), indicator.decimals ?? MAX_DECIMALS);
}

/** A value of an indicator with its unit and its decimals. */
export function formatValue(value: number, indicator: Indicator, qualifier: Qualifier = ''): string {
  return formatNumber(value, { decimals: decimalsFor(value, indicator), qualifier, unit: indicator.unit });
}

/** As `formatValue` without the unit, for where the chart says it once. */
export function formatBare(value: number, indicator: Indicator, qualifier: Qualifier = ''): string {
  return formatNumber(value, { decimals: decimalsFor(value, indicator), qualifier });
}

/** The unit a difference of two values has: 个百分点 for %, 个千分点 for ‰, else the indicator's own. */
export function differenceUnit(unit: string): string {
  if (unit === '%') return '个百分点';
  if (unit === '‰') return '个千分点';
  return unit;
}

/** The size of a difference, without a sign: `0.81个百分点`, `0.5个千分点`, `1,204例`. */
export function formatDifference(difference: number, indicator: Indicator): string {
  const unit = differenceUnit(indicator.unit);
  return formatNumber(Math.abs(difference), { decimals: decimalsFor(difference, indicator), unit });
}

/**
 * A change as a sentence part: `增长12.3%`, `下降18.8%`, `上升1.2个百分点`, `持平`.
 * @param decimals as the source prints it; null: the value's own
 */
export function formatChange(value: number, measure: Measure, decimals: number | null = null): string {
  const points = measure === '同比(百分点)';
  const text = formatNumber(Math.abs(value), { decimals, unit: points ? '个百分点' : '%' });
  if (roundTo(value, decimals ?? MAX_DECIMALS) === 0) return '持平';
  if (value < 0) return `下降${text}`;
  return points ? `上升${text}` : `增长${text}`;
}

/**
 * The scale an axis uses: 万 from 100,000 on, 亿 from 1,000,000,000 on; rates and units that are
 * already in 万 or 亿 stay, only 万元 becomes 亿元 from 100,000 万元 on.
 */
export function scaleFor(values: readonly number[], unit: string): Scale {
  const largest = values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  if (unit === '万元' && largest >= 1e5) return { factor: 1e4, unit: '亿元' };
  if (/^[万亿]/.test(unit) || isRateUnit(unit) || largest < 1e5) return { factor: 1, unit };
  return largest >= 1e9 ? { factor: 1e8, unit: `亿${unit}` } : { factor: 1e4, unit: `万${unit}` };
}

/** Whether a unit is that of a rate: %, ‰, 1/10万 and the like. */
export function isRateUnit(unit: string): boolean {
  return unit === '%' || unit === '‰' || unit.startsWith('1/');
}

/** A value in the unit of the scale, without the unit: figures in 万 or 亿 carry at most two decimals, as official writing has it. */
export function formatScaled(value: number, scale: Scale, indicator: Indicator, qualifier: Qualifier = ''): string {
  if (scale.factor === 1) return formatBare(value, indicator, qualifier);
  const scaled = roundTo(value / scale.factor, 2);
  return formatNumber(scaled, { decimals: decimalsOf(scaled, 2), qualifier });
}

/** A value on a scaled axis, so that charts never divide. */
export function toAxis(value: number, scale: Scale): number {
  return value / scale.factor;
}
