/** Which of the findings of a kind are told. */
import type { Finding } from './headline';

/** Of one kind at most this many. */
export const MOST_OF_KIND = 3;

/** The first of each place before the others, in their order. */
export function placesInTurn<T extends Finding>(list: readonly T[]): { readonly first: T[]; readonly again: T[] } {
  const seen = new Set<string>();
  const first: T[] = [];
  const again: T[] = [];
  for (const one of list) {
    const isNew = one.place === null || !seen.has(one.place.id);
    if (one.place) seen.add(one.place.id);
    (isNew ? first : again).push(one);
  }
  return { first, again };
}

/** As many as are ever told of a kind: the audit is asked for no more. */
export function firstSound<T extends Finding>(list: readonly T[], isSound: (finding: T) => boolean): T[] {
  const found: T[] = [];
  for (const one of list) {
    if (found.length === MOST_OF_KIND) break;
    if (isSound(one)) found.push(one);
  }
  return found;
}
