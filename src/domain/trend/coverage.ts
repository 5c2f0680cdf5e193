/**
 * Which indicators have something to compare over time.
 */
import { memoByDataset } from '../model/memo';
import type { Indicator, Place } from '../model/records';
import { spanSeriesOf } from './series';
import type { TrendPoint } from './trend';

export interface TrendCoverage {
  readonly indicator: Indicator;
  /** Places with at least two periods of one span; how many, and how many of them a report states without a doubt. */
  readonly places: readonly { readonly place: Place; readonly periods: number; readonly certain: number }[];
}

/**
 * Indicators that have two or more periods of one span at some place, derived ones counted, in file
 * order, computed once a dataset. Indicators without that are left out.
 */
export const trendCoverage = memoByDataset((dataset): readonly TrendCoverage[] =>
  dataset.indicators.flatMap((indicator) => {
    const ids = new Set(dataset.observationsOf(indicator.id).map((o) => o.place.id));
    const here = dataset.places.filter((p) => ids.has(p.id));
    const longest = new Map<Place, readonly TrendPoint[]>();
    for (const { place, points } of spanSeriesOf(dataset, indicator, here)) {
      if (points.length > (longest.get(place)?.length ?? 1)) longest.set(place, points);
    }
    const places = [...longest].map(([place, points]) => ({
      place,
      periods: points.length,
      certain: points.filter((p) => p.observation && p.observation.status !== '存疑').length
    }));
    return places.length > 0 ? [{ indicator, places }] : [];
  })
);
