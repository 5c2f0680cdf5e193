/** How high the rows of a sheet are, in pt: programs that don't work it out show the first line only. */
import { isSentence, cellLines, writtenLines } from './cellWidth';
import type { WorkbookCell } from './sheetPlan';

/** A row of one line. */
export const ROW = 16.5;
/** Height of a line of 11 pt and of 14 pt. */
const LINE = { soft: 16.5, title: 20 } as const;
/** Excel's highest row. */
const HIGHEST = 409;

export interface RowHeight {
  readonly height: number;
  /** A sentence over the whole table: programs don't work out the height of a merged row by themselves. */
  readonly isMerged: boolean;
}

/**
 * @param widths of the columns, in characters
 * @param across width of the columns that a sentence goes over
 */
export function rowHeight(row: readonly (WorkbookCell | null)[], widths: readonly number[], across: number): RowHeight {
  const [first] = row;
  if (isSentence(row) && typeof first?.value === 'string') {
    const isTitle = first.style === 'title';
    const lines = cellLines(writtenLines(first.value), across * (isTitle ? 0.76 : 0.96));
    const height = lines * (isTitle ? LINE.title : LINE.soft) + (isTitle ? 6 : 2);
    return { height: Math.min(HIGHEST, height), isMerged: true };
  }
  const lines = row.reduce(
    (most, cell, at) =>
      typeof cell?.value === 'string' ? Math.max(most, cellLines(writtenLines(cell.value), widths[at] ?? 8)) : most,
    1
  );
  return { height: lines > 1 ? Math.min(HIGHEST, lines * LINE.soft + 2) : ROW, isMerged: false };
}
