/** Confidence intervals and sub-groups of an observation in words. */
import type { Indicator, Observation } from '../model/records';
import { formatExact, formatNumber, type Scale } from './format';
import type { Note } from './note';

/** The confidence interval of an observation, or undefined where it isn't stated from end to end. */
export function intervalOf({
  lower,
  upper
}: Pick<Observation, 'lower' | 'upper'>): { readonly lower: number; readonly upper: number } | undefined {
  return lower === null || upper === null ? undefined : { lower, upper };
}

/** `90.10%—95.20%`, in the unit of a scale; empty where there is no interval. */
export function intervalText(o: Pick<Observation, 'lower' | 'upper'>, scale: Scale, indicator: Indicator): string {
  const interval = intervalOf(o);
  if (!interval) return '';
  return [interval.lower, interval.upper].map((end) => formatExact(end, scale, indicator)).join('—');
}

/**
 * What is to be said of figures some of which have an interval; empty where none has.
 * @param isDrawn whether the chart draws them: two of them on one line would lie over each other
 */
export function intervalNotes(observations: readonly (Observation | null)[], isDrawn = true): Note[] {
  if (!observations.some((o) => o !== null && intervalOf(o))) return [];
  const text = isDrawn
    ? '误差范围是置信区间，两端见数据表。'
    : '误差范围是置信区间：两期的在一条线上会重叠，图上不画，两端见数据表。';
  return [{ level: '说明', text }];
}

/** `分子1,203，分母1,250`; empty where neither is stated. */
export function partsText({ numerator, denominator }: Pick<Observation, 'numerator' | 'denominator'>): string {
  return [
    numerator === null ? '' : `分子${formatNumber(numerator)}`,
    denominator === null ? '' : `分母${formatNumber(denominator)}`
  ]
    .filter(Boolean)
    .join('，');
}
