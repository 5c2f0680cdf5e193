/**
 * Which indicators have something to compare over time.
 */
import type { Dataset } from '../model/dataset';
import { memoInSteps } from '../model/memo';
import { numberRows } from '../model/numberRows';
import type { Indicator, Place } from '../model/records';
import type { Steps } from '../steps/steps';
import { spanSeriesOf } from './series';
import { longestRuns, type SpanRun } from './spanRuns';
import type { TrendPoint } from './trend';

export interface TrendCoverage {
  readonly indicator: Indicator;
  /** Places with at least two periods of one span; how many, and how many of them a report states without a doubt. */
  readonly places: readonly SpanRun[];
}

const coverages = memoInSteps(1, function* (dataset): Steps<readonly TrendCoverage[]> {
  const found: TrendCoverage[] = [];
  for (const indicator of dataset.indicators) {
    const { rows, isPlain } = numberRows(dataset, indicator.id);
    const places = isPlain
      ? longestRuns(dataset, rows).filter(({ periods }) => periods > 1)
      : pointCoverage(dataset, indicator);
    if (places.length > 0) found.push({ indicator, places });
    yield 0;
  }
  return found;
});

/**
 * Indicators that have two or more periods of one span at some place, derived ones counted, in file
 * order, computed once a dataset. Indicators without that are left out.
 */
export function trendCoverage(dataset: Dataset): readonly TrendCoverage[] {
  return coverages.now(dataset, '');
}

/** The same a little at a time, kept for `trendCoverage`. */
export function trendCoverageSteps(dataset: Dataset): Steps<unknown> {
  return coverages.steps(dataset, '');
}

/** From the points of each place. */
function pointCoverage(dataset: Dataset, indicator: Indicator): SpanRun[] {
  const ids = new Set(dataset.observationsOf(indicator.id).map((o) => o.place.id));
  const here = dataset.places.filter((p) => ids.has(p.id));
  const longest = new Map<Place, readonly TrendPoint[]>();
  for (const { place, points } of spanSeriesOf(dataset, indicator, here)) {
    if (points.length > (longest.get(place)?.length ?? 1)) longest.set(place, points);
  }
  return [...longest].map(([place, points]) => ({
    place,
    periods: points.length,
    certain: points.filter((p) => p.observation && p.observation.status !== '存疑').length
  }));
}
