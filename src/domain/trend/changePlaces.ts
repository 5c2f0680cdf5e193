/** Which places have something to compare with the year before. */
import type { Dataset } from '../model/dataset';
import { memoInSteps } from '../model/memo';
import { type NumberRows, numberRows } from '../model/numberRows';
import { type Indicator, isBound, type Observation, type Place, QUALIFIERS } from '../model/records';
import type { Steps } from '../steps/steps';
import { difference } from '../wording/difference';
import { latestChange } from './changes';
import { eachYearPair } from './yearPairs';

/** A place and how many of its indicators changed. */
export interface ChangePlace {
  readonly place: Place;
  readonly count: number;
}

const changes = memoInSteps(1, function* (dataset): Steps<readonly ChangePlace[]> {
  const { places: all, packed } = dataset;
  const counts = new Map(all.map((place, at) => [place, packed?.changed[at] ?? 0]));
  for (const indicator of packed ? [] : dataset.indicators) {
    const numbers = numberRows(dataset, indicator.id);
    if (!numbers) continue;
    const places = numbers.isPlain ? plainPlaces(dataset, indicator, numbers) : otherPlaces(dataset, indicator);
    for (const place of places) counts.set(place, counts.get(place)! + 1);
    yield 0;
  }
  return [...counts]
    .flatMap(([place, count]) => (count > 0 ? [{ place, count }] : []))
    .sort((a, b) => b.count - a.count);
});

/**
 * Places with at least one indicator that changed against the year before, most first; computed once a dataset. A pack
 * says it without being read.
 */
export function changePlaces(dataset: Dataset): readonly ChangePlace[] {
  return changes.now(dataset, '');
}

/** The same a little at a time, kept for `changePlaces`. */
export function changePlacesSteps(dataset: Dataset): Steps<unknown> {
  return changes.steps(dataset, '');
}

function otherPlaces(dataset: Dataset, indicator: Indicator): Place[] {
  const byPlace = new Map<Place, Observation[]>();
  for (const o of dataset.observationsOf(indicator.id)) {
    const own = byPlace.get(o.place);
    if (own) own.push(o);
    else byPlace.set(o.place, [o]);
  }
  return [...byPlace].flatMap(([place, own]) => (latestChange(indicator, own) ? [place] : []));
}

/** The same of plain rows: two periods a year apart that have a difference. */
function plainPlaces(dataset: Dataset, indicator: Indicator, numbers: NumberRows): Place[] {
  const { value, qualifier } = numbers.columns;
  const found: Place[] = [];
  eachYearPair(numbers, (place, now, then) => {
    if (isBound(QUALIFIERS[qualifier[now]!]!) || isBound(QUALIFIERS[qualifier[then]!]!)) return false;
    if (difference(value[now]!, value[then]!, indicator).value === null) return false;
    found.push(dataset.places[place]!);
    return true;
  });
  return found;
}
