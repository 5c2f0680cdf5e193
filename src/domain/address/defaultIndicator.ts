import { indicatorCoverage } from '../model/coverage';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';
import { numberRows } from '../model/numberRows';
import { longestRuns } from '../trend/spanRuns';
import type { ViewChoices } from './fields';

/**
 * The indicator a screen opens with: the one that shows most, rates before counts (their bars can be
 * compared without a thought for the size of the place). Ties go to the order of indicators.csv.
 */
export const defaultIndicators = memoByDataset((dataset): ViewChoices['defaultIndicator'] => ({
  get places() {
    return placesIndicator(dataset);
  },
  // Every series is looked through for it, which the page does not start with.
  get periods() {
    return periodsIndicator(dataset);
  }
}));

const placesIndicator = memoByDataset(forPlaces);
const periodsIndicator = memoByDataset(forPeriods);

function forPlaces(dataset: Dataset): string {
  let best = '';
  let bestScore = -1;
  for (const { indicator, places } of indicatorCoverage(dataset)) {
    const score = places * 2 + (indicator.kind === '比率' ? 1 : 0);
    if (places > 0 && score > bestScore) {
      best = indicator.id;
      bestScore = score;
    }
  }
  return best || (dataset.indicators[0]?.id ?? '');
}

/** Rows beyond which no series is looked through: a page would stand still for seconds. Nor are blocks loaded for it. */
const LARGE = 200_000;

function forPeriods(dataset: Dataset): string {
  if (dataset.packed || dataset.size > LARGE) return mostObserved(dataset);
  let best = '';
  let bestScore = -1;
  for (const indicator of dataset.indicators) {
    const numbers = numberRows(dataset, indicator.id);
    // From one number and its stated change the year before is back-calculated: two periods.
    const places = numbers
      ? longestRuns(dataset, numbers).filter(({ place, periods }) => periods > 1 || numbers.changed.has(place))
      : [];
    if (places.length === 0) continue;
    // A figure that a report states beats one back-calculated, and both one in doubt; a change for the better or the worse
    // beats one that is neither.
    const score =
      Math.max(...places.map((p) => p.certain * 1000 + Math.max(2, p.periods))) * 1000 +
      places.length * 2 +
      (indicator.better === '不评价' ? 0 : 1);
    if (score > bestScore) {
      best = indicator.id;
      bestScore = score;
    }
  }
  return best || (dataset.indicators[0]?.id ?? '');
}

/** The indicator with most observations, the first of several. */
function mostObserved(dataset: Dataset): string {
  const counts = dataset.summary.countOf;
  let best = 0;
  counts.forEach((count, at) => {
    if (count > counts[best]!) best = at;
  });
  return dataset.indicators[best]?.id ?? '';
}
