/** Series as they are shown: in one unit, each figure held against what was chosen. */
import type { Dataset } from '../model/dataset';
import { baseChange, knownPeriods } from './baseChange';
import { basePeriod } from './changeBase';
import type { ChangeAgainst } from './changeKind';
import { pointWith } from './points';
import { type SpanSeries, type ToldApart, toldApart, toSeries } from './series';
import type { TrendPoint, TrendSeries } from './trend';
import { pointsIn } from './wording';
import type { Indicator } from '../model/records';
import { formatInScale, type Scale, scaleFor } from '../wording/format';

/** Points of a series that are all printed beside it. */
const MOST_PRINTED = 2;

/** @param lines the values of each line, in order of time */
export function lineScale(lines: readonly ArrayLike<number>[], unit: string): Scale {
  // The greatest of each line decides as all of them do.
  const greatest = lines.map((line) => {
    let most = 0;
    for (let at = 0; at < line.length; at += 1) most = Math.max(most, Math.abs(line[at]!));
    return most;
  });
  // Among the months of a line two are bound to be near each other: what it prints is where it ends.
  const printed = lines.flatMap((line) => (line.length > MOST_PRINTED ? line[line.length - 1]! : Array.from(line)));
  return scaleFor(greatest, unit, printed);
}

export interface SeriesLook {
  readonly focus: string | undefined;
  readonly scale: Scale;
  readonly against: ChangeAgainst;
  /** What tells the series apart from others beside them; absent: they are all. */
  readonly apart?: ToldApart;
}

export function shownSeries(dataset: Dataset, all: readonly SpanSeries[], look: SeriesLook): TrendSeries[] {
  const { focus, scale, against, apart = toldApart(all) } = look;
  return toSeries(all, focus, apart).map((s) => heldAgainst(dataset, inScale(s, scale), against));
}

/** The texts of all points in the unit that the chart says. */
function inScale(series: TrendSeries, scale: Scale): TrendSeries {
  if (scale.factor === 1) return series;
  const scaled = (p: TrendPoint) => pointInScale(p, scale, series.indicator);
  return { ...series, segments: series.segments.map((segment) => segment.map(scaled)) };
}

/** The same point, its text in the unit that the chart says. */
export function pointInScale(p: TrendPoint, scale: Scale, indicator: Indicator): TrendPoint {
  if (scale.factor === 1) return p;
  const text = `${p.derived ? '推算' : ''}${formatInScale(p.value, scale, indicator, p.qualifier)}`;
  return pointWith(p, { text });
}

/** Each point with its change against the period chosen; the year before is in the points already. */
function heldAgainst(dataset: Dataset, series: TrendSeries, against: ChangeAgainst): TrendSeries {
  if (against.base === 'year') return series;
  const { indicator, segments } = series;
  const known = knownPeriods(dataset, indicator.id);
  const points = pointsIn(series);
  const held = (p: TrendPoint): TrendPoint =>
    pointWith(p, { baseChange: baseChange(indicator, p, points, basePeriod(p.period, against, known)) });
  return { ...series, segments: segments.map((segment) => segment.map(held)) };
}
