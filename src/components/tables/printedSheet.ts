/** A sheet of A4 across at 96 dpi inside the margins, in px, less what title and notes take of its height. */
const SHEET = { width: 1047, height: 718 - 216 };
/** The names of the rows, the totals, and the head with its rule, in px. */
const NAMES = 130;
const TOTALS = 90;
const HEAD = 44;
/** Characters of type that a column takes (`100.00%`), and lines that a row takes. */
const COLUMN_CHARACTERS = 5.2;
const ROW_LINES = 1.3;
const TYPE = { least: 4, most: 12 };

/**
 * Type and padding at which a whole matrix stands on one sheet of A4 across.
 * @param columns without names and totals
 * @param rows without head and totals
 * @returns px, cut to tenths: type from 4 to 12, padding from 0 to 3
 */
export function printedSheet(columns: number, rows: number): { readonly type: number; readonly padding: number } {
  const columnWidth = (SHEET.width - NAMES - TOTALS) / Math.max(1, columns);
  const rowHeight = (SHEET.height - HEAD) / (rows + 1);
  const type = Math.max(TYPE.least, Math.min(TYPE.most, columnWidth / COLUMN_CHARACTERS, rowHeight / ROW_LINES));
  return { type: tenths(type), padding: tenths(Math.max(0, Math.min(3, (rowHeight - type * 1.25) / 2 - 0.5))) };
}

function tenths(px: number): number {
  return Math.floor(px * 10) / 10;
}
