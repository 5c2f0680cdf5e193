/** Which places have a change that their units explain. */
import { unitsOf } from './units';
import type { Dataset } from '../model/dataset';
import { memoByKey } from '../model/memo';
import { numberRows, periodsOfRun, placeRuns } from '../model/numberRows';
import type { Place } from '../model/records';

/** Places of which at least one unit has two figures of an indicator, in the order of places.csv. Unknown id: none. */
export const explainedPlaces = memoByKey(64, (dataset: Dataset, indicatorId: string): readonly Place[] => {
  const numbers = numberRows(dataset, indicatorId);
  const lasting = new Set<Place>();
  for (const run of numbers ? placeRuns(numbers) : [])
    if (periodsOfRun(numbers!, run).length > 1) lasting.add(dataset.places[run.place]!);
  const has = (place: Place) => lasting.has(place);
  // Organisations may be the units of the area above their own (`unitsOf`).
  const parents = new Set(
    dataset.places
      .filter(has)
      .flatMap(({ parent, level }) => [parent, level === '机构' ? (dataset.place(parent)?.parent ?? '') : ''])
  );
  return dataset.places.filter((place) => parents.has(place.id) && unitsOf(dataset, place, has).length > 0);
});
