/** Names of places that can be told apart. */
import type { Place } from './records';

/**
 * The places with names that no two of them share: one that repeats carries its parent's, `南京市鼓楼区`; where that
 * doesn't tell them apart, the parent's parent's too, in the end the code or id.
 */
export function distinctNames(places: readonly Place[]): Place[] {
  const byId = new Map(places.map((p) => [p.id, p]));
  let named = places.map((place) => ({ place, name: place.name, above: byId.get(place.parent) }));
  // Levels above a place are few; a circle of parents ends with them.
  for (let level = 0; level < 4 && repeated(named).size > 0; level += 1) {
    const twice = repeated(named);
    named = named.map((entry) => {
      const { name, above } = entry;
      if (!above || !twice.has(name)) return entry;
      const next = byId.get(above.parent);
      return { ...entry, name: name.startsWith(above.name) ? name : above.name + name, above: next };
    });
  }
  const twice = repeated(named);
  return named.map(({ place, name }) => {
    const distinctName = twice.has(name) ? `${name}（${place.code || place.id}）` : name;
    return distinctName === place.name ? place : { ...place, name: distinctName };
  });
}

function repeated(entries: readonly { readonly name: string }[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of entries) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
