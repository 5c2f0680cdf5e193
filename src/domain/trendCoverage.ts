/**
 * Which indicators have something to compare over time.
 */
import type { Dataset, Indicator, Place } from './dataset';
import { strandsOf } from './trendSeries';

export interface TrendCoverage {
  readonly indicator: Indicator;
  /** Places with at least two periods of one span, and how many. */
  readonly places: readonly { readonly place: Place; readonly periods: number }[];
}

/**
 * Indicators that have two or more periods of one span at some place, derived ones counted, in file
 * order. Indicators without that are left out.
 */
export function trendCoverage(dataset: Dataset): TrendCoverage[] {
  return dataset.indicators.flatMap((indicator) => {
    const ids = new Set(dataset.observationsOf(indicator.id).map((o) => o.place.id));
    const here = dataset.places.filter((p) => ids.has(p.id));
    const longest = new Map<Place, number>();
    for (const { place, points } of strandsOf(dataset, indicator, here)) {
      longest.set(place, Math.max(longest.get(place) ?? 0, points.length));
    }
    const places = [...longest].filter(([, n]) => n >= 2).map(([place, periods]) => ({ place, periods }));
    return places.length > 0 ? [{ indicator, places }] : [];
  });
}
