/** Of places that have something, the nearest to one that has not. */
import type { Dataset } from './dataset';
import type { Place } from './records';

/**
 * The area that a place lies in, and so on upwards; else what lies in it, level by level; else what lies in the same
 * area, in the one above that, and so on; else the first of the dataset. Undefined where no other place has anything.
 */
export function nearestPlace(dataset: Dataset, place: Place, has: (place: Place) => boolean): Place | undefined {
  const above: Place[] = [];
  let parent = dataset.place(place.parent);
  while (parent && parent !== place && !above.includes(parent)) {
    above.push(parent);
    parent = dataset.place(parent.parent);
  }
  const around = [place, ...above].flatMap((root) => below(dataset, root));
  return [...above, ...around, ...dataset.places].find((one) => one !== place && has(one));
}

/** What lies in an area, level by level, each place once even where places lie in each other. */
function below(dataset: Dataset, root: Place): Place[] {
  const found = new Set([root]);
  for (const area of found) {
    for (const one of dataset.places) if (one.parent === area.id) found.add(one);
  }
  return [...found].slice(1);
}
