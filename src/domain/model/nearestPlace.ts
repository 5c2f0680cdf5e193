/** Of places that have something, the nearest to one that has not. */
import type { Dataset } from './dataset';
import type { Place } from './records';

/**
 * The area that a place lies in, and so on upwards; else what lies in it; else what lies in the same area; else the
 * first of the dataset. Undefined where no other place has anything.
 */
export function nearestPlace(dataset: Dataset, place: Place, has: (place: Place) => boolean): Place | undefined {
  const above: Place[] = [];
  let parent = dataset.place(place.parent);
  while (parent && !above.includes(parent)) {
    above.push(parent);
    parent = dataset.place(parent.parent);
  }
  const others = dataset.places.filter((one) => one !== place && !above.includes(one));
  const below = others.filter((one) => one.parent === place.id);
  const beside = others.filter((one) => place.parent !== '' && one.parent === place.parent);
  return [...above, ...below, ...beside, ...others].find(has);
}
