import type { Indicator } from '../model/records';

/** Says whether a name answers a query, e.g. by pinyin initials; comes from outside. */
export type NameMatcher = (name: string, query: string) => boolean;

/**
 * Indicators whose name, alias or theme contains the text (case of Latin letters ignored) or answers
 * `match`; in the order of the list. An empty text finds all.
 */
export function searchIndicators(list: readonly Indicator[], text: string, match?: NameMatcher): Indicator[] {
  const query = text.trim().toLowerCase();
  if (query === '') return [...list];
  return list.filter((item) =>
    [item.name, ...item.aliases, item.theme].some((n) => n.toLowerCase().includes(query) || match?.(n, query))
  );
}
