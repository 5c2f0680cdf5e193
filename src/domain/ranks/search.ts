import type { RankRow } from './answer';
import type { NameMatcher } from '../wording/search';
import { placeLabel } from '../wording/placeLabel';

/**
 * The rows whose place has the text in its name or answers `match` (pinyin), and the own place whatever is asked: it stays in
 * sight. An empty text finds all.
 * @returns them in their order, and how many were found
 */
export function foundRows(
  rows: readonly RankRow[],
  text: string,
  match?: NameMatcher
): { readonly rows: readonly RankRow[]; readonly found: number } {
  const query = text.trim().toLowerCase();
  if (query === '') return { rows, found: rows.length };
  const answers = ({ row: { place } }: RankRow) =>
    placeLabel(place).toLowerCase().includes(query) || (match?.(place.name, query) ?? false);
  const shown = rows.filter((one) => one.row.isFocus || answers(one));
  return { rows: shown, found: shown.filter(answers).length };
}
