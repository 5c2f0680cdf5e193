/**
 * Which indicators have something to compare over time.
 */
import type { Dataset } from '../model/dataset';
import { memoByKey, memoInSteps } from '../model/memo';
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
    const places = runsOf(dataset, indicator);
    if (places.length > 0) found.push({ indicator, places });
    yield 0;
  }
  return found;
});

function runsOf(dataset: Dataset, indicator: Indicator): readonly SpanRun[] {
  const numbers = numberRows(dataset, indicator.id);
  if (!numbers) return [];
  return numbers.isPlain
    ? longestRuns(dataset, numbers).filter(({ periods }) => periods > 1)
    : pointCoverage(dataset, indicator);
}

const runs = memoByKey(64, (dataset, id): readonly SpanRun[] => {
  const indicator = dataset.indicator(id);
  return indicator ? runsOf(dataset, indicator) : [];
});

/** Of one indicator the places with two or more periods of one span, as `trendCoverage` has them. Unknown id: none. */
export function trendPlaces(dataset: Dataset, indicatorId: string): readonly SpanRun[] {
  return runs(dataset, indicatorId);
}

/**
 * By indicator, in how many places it has two or more periods of one span. A pack says it without being read.
 */
export function lastingPlaces(dataset: Dataset): ReadonlyMap<Indicator, number> {
  const { packed } = dataset;
  return packed
    ? new Map(dataset.indicators.map((indicator, at) => [indicator, packed.lasting[at]!]))
    : new Map(trendCoverage(dataset).map(({ indicator, places }) => [indicator, places.length]));
}

/**
 * Indicators that have two or more periods of one span at some place, derived ones counted, in file
 * order, computed once a dataset. Indicators without that are left out.
 */
export function trendCoverage(dataset: Dataset): readonly TrendCoverage[] {
  return coverages.now(dataset, '');
}

/** What takes long of `lastingPlaces`, a little at a time and kept for it. */
export function lastingPlacesSteps(dataset: Dataset): Steps<unknown> {
  return dataset.packed ? noSteps() : coverages.steps(dataset, '');
}

function* noSteps(): Steps<void> {
  // A pack has the answer.
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
