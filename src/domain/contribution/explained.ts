/** Which places have a change that their units explain. */
import { unitsOf } from './units';
import type { Dataset } from '../model/dataset';
import { valueFacts } from '../model/facts';
import { memoByKey } from '../model/memo';
import type { Place } from '../model/records';

/** Places of which at least one unit has two figures of an indicator, in the order of places.csv. Unknown id: none. */
export const explainedPlaces = memoByKey(64, (dataset: Dataset, indicatorId: string): readonly Place[] => {
  const counts = new Map<string, number>();
  for (const { place } of valueFacts(dataset, indicatorId)) counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
  const has = (place: Place) => (counts.get(place.id) ?? 0) > 1;
  // Organisations may be the units of the area above their own (`unitsOf`).
  const parents = new Set(
    dataset.places
      .filter(has)
      .flatMap(({ parent, level }) => [parent, level === '机构' ? (dataset.place(parent)?.parent ?? '') : ''])
  );
  return dataset.places.filter((place) => parents.has(place.id) && unitsOf(dataset, place, has).length > 0);
});
