/**
 * The one number formatter. Whatever prints a figure goes through here, so that a chart, its
 * table, its sentence and its export can't round differently.
 */
import type { Indicator, Measure, Qualifier } from '../model/records';
import { decimalsOf, printedNumber, roundTo, visibleDecimals, withoutNoise } from '../number/rounding';

/** A figure nobody asked to round is printed with as many decimals as it has, up to this. */
const MAX_DECIMALS = 4;

/** What stands before a negative number in what people read (U+2212), as Chinese print has it. In data it is a hyphen. */
const MINUS = '−';

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
  /** Decimals of figures in 万 or 亿; absent: 2. More where two unlike figures would read alike. */
  readonly decimals?: number;
}

/**
 * A number as Chinese text: `12,345人`, `−3.5%`, `约800`, `≥95%`, `12.3/10万`. Rounds half away from zero, but only 0 prints
 * as 0: a smaller number gets more decimals, in the end `<0.000001`. What isn't a finite number prints 无数据.
 */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return '无数据';
  const decimals = visibleDecimals(value, style.decimals ?? decimalsOf(value, MAX_DECIMALS));
  const rounded = roundTo(value, decimals);
  if (rounded === 0 && value !== 0) return nearZero(value, decimals, style);
  const [whole, fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const unit = (style.unit ?? '').replace(/^1\//, '/');
  return `${QUALIFIER_TEXT[style.qualifier ?? '']}${rounded < 0 ? MINUS : ''}${digits}${unit}`;
}

/** A number too small to be printed, by the limit that it stays under; at least so much is merely more than 0. */
function nearZero(value: number, decimals: number, { qualifier = '', unit = '' }: NumberStyle): string {
  const limit = (10 ** -decimals).toFixed(decimals);
  const from = qualifier === '≥' || qualifier === '>';
  const text = value > 0 ? (from ? '>0' : `<${limit}`) : `>${MINUS}${limit}`;
  return `${text}${unit.replace(/^1\//, '/')}`;
}

/**
 * Decimals a figure of an indicator is printed with: its own, since a report that says 96.2% did not say
 * 96.20%, but never more than the indicator's.
 */
export function decimalsFor(value: number, indicator: Indicator): number {
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

/**
 * The size of a difference, without a sign: `0.81个百分点`, `0.5个千分点`, `1,204例`; in the unit of a scale where it
 * isn't too small for that: `1.25万例`.
 */
export function formatDifference(difference: number, indicator: Indicator, scale?: Scale): string {
  const size = Math.abs(difference);
  if (scale && scale.factor !== 1 && size >= scale.factor / 100) return formatInScale(size, scale, indicator);
  return formatNumber(size, { decimals: decimalsFor(size, indicator), unit: differenceUnit(indicator.unit) });
}

/**
 * A change as a sentence part: `增长12.3%`, `下降18.8%`, `上升1.2个百分点`, `持平`.
 * @param decimals as the source prints it; null: the value's own
 */
export function formatChange(value: number, measure: Measure, decimals: number | null = null): string {
  if (value === 0) return '持平';
  const points = measure === '同比(百分点)';
  const style = points ? { decimals, unit: '个百分点' } : { decimals: percentDecimals(value, decimals), unit: '%' };
  const text = formatNumber(Math.abs(value), style);
  if (value < 0) return `下降${text}`;
  return points ? `上升${text}` : `增长${text}`;
}

/**
 * Decimals of a change in percent: those asked for, or more where a fall that leaves something would read −100%.
 */
export function percentDecimals(value: number, decimals: number | null): number | null {
  if (decimals === null) return Math.abs(value + 100) < 1e-4 && value > -100 ? 6 : null;
  let needed = decimals;
  while (needed < 6 && value > -100 && roundTo(value, needed) === -100) needed += 1;
  return needed;
}

/**
 * The scale an axis uses, and how finely its figures are printed: 2 decimals, up to 4 where unlike ones would read alike.
 * @param printed those of the values that stand beside each other in print; all of them where not said
 */
export function scaleFor(values: readonly number[], unit: string, printed: readonly number[] = values): Scale {
  const scale = scaleOf(values, unit);
  if (scale.factor === 1) return scale;
  const different = (decimals: number) => new Set(printed.map((v) => roundTo(v / scale.factor, decimals))).size;
  const all = new Set(printed).size;
  const decimals = [2, 3].find((d) => different(d) === all) ?? 4;
  return decimals === 2 ? scale : { ...scale, decimals };
}

/**
 * 万 from 100,000 on, 亿 from 1,000,000,000 on; rates and units that are already in 万 or 亿 stay, only 万元 becomes
 * 亿元 from 100,000 万元 on.
 */
function scaleOf(values: readonly number[], unit: string): Scale {
  const largest = values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  if (unit === '万元' && largest >= 1e5) return { factor: 1e4, unit: '亿元' };
  if (/^[万亿]/.test(unit) || isRateUnit(unit) || largest < 1e5) return { factor: 1, unit };
  return largest >= 1e9 ? { factor: 1e8, unit: `亿${unit}` } : { factor: 1e4, unit: `万${unit}` };
}

/** Whether a unit is that of a rate: %, ‰, 1/10万 and the like. */
export function isRateUnit(unit: string): boolean {
  return unit === '%' || unit === '‰' || unit.startsWith('1/');
}

/**
 * A value in the unit of the scale, without the unit: figures in 万 or 亿 carry at most two decimals, as official writing
 * has it, unless the scale asks for more.
 */
export function formatScaled(value: number, scale: Scale, indicator: Indicator, qualifier: Qualifier = ''): string {
  if (scale.factor === 1) return formatBare(value, indicator, qualifier);
  const scaled = value / scale.factor;
  return formatNumber(scaled, { decimals: decimalsOf(scaled, scale.decimals ?? 2), qualifier });
}

/** As `formatScaled` with the unit of the scale: `390.6万份`. */
export function formatInScale(value: number, scale: Scale, indicator: Indicator, qualifier: Qualifier = ''): string {
  return `${formatScaled(value, scale, indicator, qualifier)}${scale.unit.replace(/^1\//, '/')}`;
}

/** A single figure for a sentence or a card: large ones in 万 or 亿, `390.6万份`. */
export function formatRounded(value: number, indicator: Indicator, qualifier: Qualifier = ''): string {
  return formatInScale(value, scaleFor([value], indicator.unit), indicator, qualifier);
}

/** A value in the unit of the scale and with all its digits, for a table: `11.2431万例`. */
export function formatExact(value: number, scale: Scale, indicator: Indicator, qualifier: Qualifier = ''): string {
  if (scale.factor === 1) return formatValue(value, indicator, qualifier);
  const own = decimalsFor(value, indicator) + Math.round(Math.log10(scale.factor));
  const scaled = value / scale.factor;
  return formatNumber(scaled, { decimals: decimalsOf(scaled, own), qualifier, unit: scale.unit });
}

/** The value as the scale prints it, in the indicator's unit: what reads alike is drawn and ranked alike. */
export function asPrinted(value: number, scale: Scale, indicator: Pick<Indicator, 'decimals'>): number {
  if (scale.factor === 1) return printedNumber(value, indicator.decimals ?? MAX_DECIMALS);
  return withoutNoise(printedNumber(value / scale.factor, scale.decimals ?? 2) * scale.factor, 15);
}

/** A value on a scaled axis, so that charts never divide. */
export function toAxis(value: number, scale: Scale): number {
  return value / scale.factor;
}
