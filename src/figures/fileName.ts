/**
 * Names of exported files: 指标_地区_时期.
 */
import type { Comparison } from '../domain/compare/comparison';
import type { Place } from '../domain/model/records';
import type { Period } from '../domain/time/period';
import { periodLabel } from '../domain/time/periodLabel';
import type { Trend } from '../domain/trend/trend';
import { cleanText } from '../domain/wording/cleanText';
import { shortened } from '../domain/wording/cutText';
import { placeLabel } from '../domain/wording/placeLabel';

/** What a file is about: indicator or list, places, time. */
export type ExportName = readonly [subject: string, places: string, time: string];

const LONGEST_PART = 60;

/**
 * The file name without its ending. Characters that Windows or a shell reject become `-`; empty parts are
 * left out; a part of more than 60 characters is cut and ends with an ellipsis.
 */
export function fileName(parts: readonly string[]): string {
  const clean = parts.map(safePart).filter((part) => part !== '');
  return clean.join('_') || '卫健看板';
}

function safePart(part: string): string {
  const safe = part
    // Marks that turn the direction of writing make `…fdp.exe` of `…exe.pdf`.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|\s_]+/g, '-')
    // A name may not end in a dot on Windows, and one that begins with a dot is hidden elsewhere.
    .replace(/^[-.]+|[-.]+$/g, '');
  return shortened(cleanText(safe), LONGEST_PART);
}

/** Indicator, places and period of a comparison. */
export function comparisonName(c: Comparison): ExportName {
  const periods = new Set(c.rows.map((r) => periodLabel(r.observation.period)));
  const time = periods.size === 1 ? [...periods][0]! : periods.size > 1 ? '各地最近一期' : '';
  return [c.indicator.name, placesText(c.rows.map((r) => r.place)), time];
}

/** Indicator, places and span of a trend. */
export function trendName(t: Trend): ExportName {
  const places = [...new Set(t.series.map((s) => s.place))];
  return [t.indicator.name, placesText(places), timesText(t.periods)];
}

/** `2020年至2024年`, from the first of some periods to the last; empty for none. */
export function timesText(periods: readonly Period[]): string {
  const [first] = periods;
  const last = periods[periods.length - 1];
  return !first ? '' : first === last ? periodLabel(first) : `${periodLabel(first)}至${periodLabel(last!)}`;
}

/** `截至2020-10-31`; empty without a day. */
export function untilText(cutoff: string): string {
  return cutoff ? `截至${cutoff}` : '';
}

/** Up to three names, else how many. */
export function placesText(places: readonly Place[]): string {
  return places.length > 3 ? `${places.length}个地区` : places.map(placeLabel).join('、');
}
