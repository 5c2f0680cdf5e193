import type { Indicator, Place } from './dataset';

/** Says whether a name answers a query, e.g. by pinyin initials; comes from outside. */
export type NameMatcher = (name: string, query: string) => boolean;

/**
 * Indicators whose name, alias or theme contains the text (case of Latin letters ignored) or answers
 * `match`; in the order of the list. An empty text finds all.
 */
export function searchIndicators(list: readonly Indicator[], text: string, match?: NameMatcher): Indicator[] {
  return search(list, text, (i) => [i.name, ...i.aliases, i.theme], match);
}

/** Places by name; as `searchIndicators`. */
export function searchPlaces(list: readonly Place[], text: string, match?: NameMatcher): Place[] {
  return search(list, text, (p) => [p.name], match);
}

function search<T>(list: readonly T[], text: string, names: (item: T) => string[], match?: NameMatcher): T[] {
  const query = text.trim().toLowerCase();
  if (query === '') return [...list];
  return list.filter((item) => names(item).some((n) => n.toLowerCase().includes(query) || match?.(n, query)));
}
