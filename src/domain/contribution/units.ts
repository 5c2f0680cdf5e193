/** The units that a place is made of. */
import type { Dataset } from '../model/dataset';
import type { Place } from '../model/records';

/**
 * The direct parts of a place: the areas right below it, of which one at least `has` something; else its organisations that
 * have; else those of its areas. Organisations aren't added to areas: what they report is in the areas' figures already, or
 * in none.
 */
export function unitsOf(dataset: Dataset, place: Place, has: (unit: Place) => boolean): readonly Place[] {
  const below = dataset.places.filter((p) => p.parent === place.id && p !== place);
  const areas = below.filter((p) => p.level !== '机构');
  if (areas.some(has)) return areas;
  const own = below.filter((p) => p.level === '机构' && has(p));
  if (own.length > 0) return own;
  const ids = new Set(areas.map((p) => p.id));
  return dataset.places.filter((p) => p.level === '机构' && ids.has(p.parent) && has(p));
}
