/** A line whose points are there: several reports of one number, a stated change, another 口径 or a former name. */
import type { Extent } from './answer';
import type { Line, LineLook } from './line';
import type { Dataset } from '../model/dataset';
import { cutoffOf } from '../model/facts';
import { isBound } from '../model/records';
import { observationsIn } from '../trend/computeTrend';
import { isGapped } from '../trend/notes';
import { segmentsOf } from '../trend/segments';
import type { SpanSeries } from '../trend/series';
import { shownSeries } from '../trend/shownSeries';
import type { TrendPoint, TrendSeries } from '../trend/trend';
import { pointsIn } from '../trend/wording';
import { intervalOf } from '../wording/interval';

export function pointLine(dataset: Dataset, from: SpanSeries): Line {
  const { place, indicator, span, points } = from;
  let made: TrendSeries | undefined;
  const series = (look: LineLook) => (made ??= shownSeries(dataset, [from], look)[0]!);
  return {
    ...{ place, indicator, span, series },
    periods: points.map(({ period }) => period),
    values: points.map(({ value }) => value),
    isGapped: isGapped({ segments: segmentsOf(points) }),
    extent: extentOfPoints(points),
    isExact: (at) => {
      const { observation, fromSums, qualifier } = points[at]!;
      return (observation !== null || fromSums === true) && !isBound(qualifier);
    },
    cutoff: cutoffOf(points.filter((p) => p.observation?.status !== '预计').map((p) => p.period)),
    sources: new Set(points.flatMap(observationsIn).map(({ source }) => source)),
    noted: (look) => {
      const s = series(look);
      return pointsIn(s).map((point) => ({ label: s.label, point }));
    },
    told: null
  };
}

/** The numbers of points and the ends of their intervals. */
export function extentOfPoints(points: readonly TrendPoint[]): Extent {
  const values = points.flatMap(({ value, observation }) => {
    const interval = observation ? intervalOf(observation) : undefined;
    return interval ? [value, interval.lower, interval.upper] : [value];
  });
  return extentOfValues(values);
}

export function extentOfValues(values: Iterable<number>): Extent {
  let low = Infinity;
  let high = -Infinity;
  let count = 0;
  let isWhole = true;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
    count += 1;
    isWhole = isWhole && Number.isInteger(value);
  }
  return { low, high, count, isWhole };
}

/** Of several lines in one chart. */
export function joinedExtent(extents: readonly Extent[]): Extent {
  return {
    low: Math.min(...extents.map(({ low }) => low)),
    high: Math.max(...extents.map(({ high }) => high)),
    count: extents.reduce((sum, { count }) => sum + count, 0),
    isWhole: extents.every(({ isWhole }) => isWhole)
  };
}
