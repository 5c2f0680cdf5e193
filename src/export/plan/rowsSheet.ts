/** The rows of 数据 as one sheet: what was asked for over the head, then a row a row, made when it is written. */
import { markedName } from '../../domain/model/fictional';
import type { RowList } from '../../domain/table/rowList';
import type { TableCell, TableColumn } from '../../domain/table/table';
import { formatNumber } from '../../domain/wording/format';
import { excelNumber } from '../../domain/wording/spreadsheetNumber';
import { dayOf } from './columnFormats';
import type { WorkbookCell, SheetPlan } from './sheetPlan';
import { textInCell } from './workbookPlan';

/** Rows that a sheet of Excel has, less the three over the list. */
export const MOST_SHEET_ROWS = 1_048_576 - 3;

/** In characters of a digit's width; a column that isn't named is as wide as a number. */
const WIDTHS: Readonly<Partial<Record<string, number>>> = {
  indicator: 36,
  programme: 36,
  theme: 18,
  place: 16,
  period: 18,
  written: 24,
  source: 40,
  publisher: 24,
  section: 30,
  note: 40
};
const USUAL_WIDTH = 12;
const DAYS: readonly string[] = ['asOf', 'published'];

/** `筛选：象山县、2020年；顺序：按原表顺序`. */
export function askedText({ filters, order }: RowList): string {
  return `筛选：${filters.join('、') || '无'}；顺序：${order}`;
}

/** `观测，1,234行`; of invented data it says so. */
export function listTitle(list: RowList): string {
  return `${markedName(list, list.name)}，${formatNumber(list.count)}行`;
}

/** A list of rows as a sheet: title, what was asked for, heads, then a row at a time when it is written. */
export function rowsSheet(list: RowList, stamp = ''): SheetPlan {
  return {
    name: markedName(list, list.name),
    rows: [
      [{ value: listTitle(list), style: 'title', align: '左' }],
      [{ value: textInCell([askedText(list), stamp].filter(Boolean).join(' · ')), style: 'soft', align: '左' }],
      list.columns.map(({ title, align }): WorkbookCell => ({ value: title, style: 'head', align }))
    ],
    more: {
      count: list.count,
      row: (at) => list.cells(at).map((cell, column) => sheetCell(cell, list.columns[column]!))
    },
    widths: list.columns.map(({ key }) => WIDTHS[key] ?? USUAL_WIDTH),
    frozen: 3,
    tableRows: list.count
  };
}

function sheetCell(cell: TableCell, { key, align }: TableColumn): WorkbookCell | null {
  if (cell.text === '') return null;
  const number = cell.value === null ? null : excelNumber(cell.value, cell.text);
  if (number) return { ...number, style: 'plain', align: '右' };
  const plain: WorkbookCell = { value: textInCell(cell.text), style: 'plain', align };
  return DAYS.includes(key) ? { ...plain, ...dayOf(plain) } : plain;
}
