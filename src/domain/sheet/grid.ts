/** A worksheet by cells: addresses, texts in one form, merged cells. */
import { plainText } from '../read/lines';
import type { SheetCell, Worksheet } from './worksheet';

/** `D7` for row 6 and column 3, both from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** More cells than this inside merged ranges are nonsense; the rest of them count as not merged. */
const MAX_MERGED = 500_000;
const COLUMNS = 16_384;

export interface Grid {
  readonly sheet: Worksheet;
  readonly height: number;
  /** What stands in the cell itself. */
  cell(row: number, column: number): SheetCell | undefined;
  /** What a person sees there: of a merged range the one cell that it shows. */
  seen(row: number, column: number): SheetCell | undefined;
  /** Whether a merged range covers the cell and begins elsewhere. */
  covered(row: number, column: number): boolean;
  /** The text seen there in plain form, blanks round it and line ends in it removed; empty where nothing is. */
  text(row: number, column: number): string;
}

/** The worksheet with its merged ranges resolved. */
export function gridOf(sheet: Worksheet): Grid {
  const tops = new Map<number, number>();
  let left = MAX_MERGED;
  for (const { top, left: first, bottom, right } of sheet.merges) {
    const last = Math.min(bottom, sheet.rows.length - 1);
    left -= (last - top + 1) * (right - first + 1);
    if (left < 0) break;
    for (let r = top; r <= last; r++)
      for (let c = first; c <= right; c++)
        if (r !== top || c !== first) tops.set(r * COLUMNS + c, top * COLUMNS + first);
  }
  const cell = (row: number, column: number) => sheet.rows[row]?.[column];
  const seen = (row: number, column: number) => {
    const top = tops.get(row * COLUMNS + column);
    return top === undefined ? cell(row, column) : cell(Math.floor(top / COLUMNS), top % COLUMNS);
  };
  return {
    sheet,
    height: sheet.rows.length,
    cell,
    seen,
    covered: (row, column) => tops.has(row * COLUMNS + column),
    text: (row, column) => plainOf(seen(row, column))
  };
}

/** Letters, digits and signs that are in plain form already, as nearly all cells of figures are. */
const PLAIN = /^[!-}\u4e00-\u9fff]*$/;

/** A cell's text in plain form: half-width signs, no line ends; empty where there is no cell. */
export function plainOf(cell: SheetCell | undefined): string {
  if (!cell) return '';
  if (PLAIN.test(cell.shown)) return cell.shown;
  return plainText(cell.shown)
    .replace(/\s*\n\s*/g, '')
    .trim();
}
