/** Which places are of a kind with another: by the groups of the dataset, else by population. */
import type { Dataset } from './dataset';
import { populations } from './population';
import type { Place } from './records';

/** So many are of a kind by population. */
const NEAREST = 5;

export interface Peers {
  /** Nearest first by population, else in the order of the dataset. */
  readonly places: readonly Place[];
  /** How they were found, in words: `同属“山区县”`, `人口最接近的5个`. */
  readonly rule: string;
}

/**
 * Those among `candidates` of the level of `place` that share its group (column `group` of places.csv). Where it has none,
 * the five whose population is nearest by ratio. `place` itself isn't among them.
 * @returns undefined where it has neither a group nor a population
 */
export function peersOf(dataset: Dataset, place: Place, candidates: readonly Place[]): Peers | undefined {
  const others = candidates.filter((p) => p.id !== place.id && p.level === place.level);
  if (place.group) return { places: others.filter((p) => p.group === place.group), rule: `同属“${place.group}”` };
  const persons = populations(dataset);
  const own = persons.get(place.id);
  if (own === undefined) return undefined;
  const apart = (p: Place) => Math.abs(Math.log(persons.get(p.id)! / own));
  const places = others
    .filter((p) => persons.has(p.id))
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, NEAREST);
  return { places, rule: `人口最接近的${places.length}个` };
}
