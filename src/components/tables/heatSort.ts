/** By what a heat table is ordered: its rows by a place, its columns by an indicator; empty for neither. */
export interface HeatSort {
  readonly column: string;
  /** The worse first. */
  readonly reversed: boolean;
  readonly row: string;
  readonly rowReversed: boolean;
}

/** Better first, worse first, then the order of the indicators again. */
export function byPlace({ column, reversed }: HeatSort, place: string): Partial<HeatSort> {
  if (column !== place) return { column: place, reversed: false };
  return reversed ? { column: '', reversed: false } : { column, reversed: true };
}

/** The same of the places by an indicator. */
export function byIndicator({ row, rowReversed }: HeatSort, indicator: string): Partial<HeatSort> {
  if (row !== indicator) return { row: indicator, rowReversed: false };
  return rowReversed ? { row: '', rowReversed: false } : { row, rowReversed: true };
}

export type SortState = 'ascending' | 'descending' | 'none';

/** `aria-sort` of a head: the best figure first counts as descending. */
export function sortState(isBy: boolean, reversed: boolean): SortState {
  if (!isBy) return 'none';
  return reversed ? 'ascending' : 'descending';
}
