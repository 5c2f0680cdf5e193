/** A form as sheets of a workbook: what is given is locked, what is asked for is open and checked, how to read it is hidden. */
import { type Form, FORM_SHEET, type FormColumn, type FormSheet } from '../../domain/sheet/form';
import { cellName } from '../../domain/sheet/grid';
import { palette } from '../../charts/theme';
import type { CellCheck, WorkbookCell, SheetPlan } from './sheetPlan';

const WIDTHS: Readonly<Record<string, number>> = { 单位: 24, 任务: 32, 指标: 36, 时期: 18, 备注: 36 };
const USUAL_WIDTH = 14;
/** Characters of a cell; Excel takes 32,767. */
const CHUNK = 30_000;

/** The sheets to be filled in, then the hidden one. */
export function formSheets({ sheets, mapping }: Form): SheetPlan[] {
  return [...sheets.map(formPlan), hiddenSheet(JSON.stringify(mapping))];
}

function formPlan({ sheet, body, columns }: FormSheet): SheetPlan {
  const rows = sheet.rows.map((row, r): (WorkbookCell | null)[] => {
    if (r === 0) return [{ value: row[0]!.shown, style: 'title', align: '左' }];
    if (r < body - 1) return [{ value: row[0]!.shown, style: 'soft', align: '左' }];
    if (r === body - 1) return columns.map(({ title }) => ({ value: title, style: 'head', align: '左' }));
    return columns.map((column, c) => formCell(row[c], column));
  });
  return {
    name: sheet.name,
    rows,
    widths: columns.map(({ title }) => WIDTHS[title] ?? USUAL_WIDTH),
    frozen: body,
    tableRows: sheet.rows.length - body,
    locked: true,
    checks: columns.flatMap((column, c) => checkOf(column, c, body, sheet.rows.length - 1))
  };
}

function formCell(cell: FormSheet['sheet']['rows'][number][number], { fill }: FormColumn): WorkbookCell | null {
  const value = cell ? (cell.value ?? cell.shown) : '';
  const look = fill ? { open: true, fill: palette.accentWash } : {};
  if (value === '' && !fill) return null;
  return { value, style: 'plain', align: typeof value === 'number' || fill === '数' ? '右' : '左', ...look };
}

function checkOf({ title, fill }: FormColumn, column: number, first: number, last: number): CellCheck[] {
  if (fill !== '数' && fill !== '百分数') return [];
  const range = `${cellName(first, column)}:${cellName(last, column)}`;
  const most = fill === '百分数' ? 1000 : undefined;
  const message = fill === '百分数' ? `${title}请填0到1000之间的数，例如97.06` : `${title}请只填数字，不带单位和逗号`;
  return [{ range, least: fill === '百分数' ? 0 : undefined, most, message }];
}

function hiddenSheet(text: string): SheetPlan {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + CHUNK);
    // A blank at the end of a cell may be lost.
    while (end < text.length && /\s/.test(text[end - 1]! + text[end]!)) end -= 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return {
    name: FORM_SHEET,
    rows: chunks.map((value) => [{ value, style: 'plain', align: '左' }]),
    widths: [40],
    frozen: 1,
    tableRows: 0,
    locked: true,
    hidden: true
  };
}
