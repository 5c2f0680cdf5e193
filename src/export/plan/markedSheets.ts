/**
 * A clerk's own worksheets with the cells marked that were not taken or should be looked at, and a list of why: to be
 * mended and brought back. Everything stands where it stood.
 */
import type { Remark } from '../../domain/batch/proposal';
import { cellName } from '../../domain/sheet/grid';
import { type CellRange, REMARKS_SHEET, type SheetCell, type Worksheet } from '../../domain/sheet/worksheet';
import type { WorkbookCell, SheetPlan } from './sheetPlan';
import { textInCell } from './workbookPlan';

/** Behind a cell that isn't taken, and behind one that is only to be looked at. */
const FILLS: Readonly<Record<Remark['level'], string>> = { 未采用: '#f7c6c0', 提醒: '#fbe6b0' };
const WIDTHS = [24, 16, 10, 24, 48, 48, 10];
const HEADS = ['文件', '工作表', '单元格', '内容', '原因', '怎么办', '结果'];

/** The sheets that have a remark, then the list of all remarks. */
export function markedSheets(sheets: readonly Worksheet[], remarks: readonly Remark[]): SheetPlan[] {
  const named = sheets.filter((sheet) => remarks.some((remark) => isOn(remark, sheet)));
  return [
    ...named.map((sheet) =>
      markedSheet(
        sheet,
        remarks.filter((remark) => isOn(remark, sheet))
      )
    ),
    remarkSheet(remarks)
  ];
}

function isOn({ origin }: Remark, sheet: Worksheet): boolean {
  return origin.file === sheet.file && origin.sheet === sheet.name && origin.cell !== '';
}

function markedSheet(sheet: Worksheet, remarks: readonly Remark[]): SheetPlan {
  const fills = new Map<string, string>();
  // What isn't taken counts more than what is only to be looked at.
  for (const level of ['提醒', '未采用'] as const)
    for (const remark of remarks) if (remark.level === level) fills.set(remark.origin.cell, FILLS[level]);
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const rows = sheet.rows.map((row, r) =>
    Array.from({ length: width }, (_, c) => markedCell(row[c], fills.get(cellName(r, c))))
  );
  return {
    name: sheet.name,
    rows,
    widths: Array.from({ length: width }, (_, c) => widthOf(sheet, c)),
    frozen: 1,
    tableRows: 0,
    merges: sheet.merges.map(rangeName)
  };
}

function markedCell(cell: SheetCell | undefined, fill: string | undefined): WorkbookCell | null {
  const look = { style: 'plain' as const, ...(fill ? { fill } : {}) };
  if (!cell) return fill ? { value: '', align: '左', ...look } : null;
  if (cell.value === null || cell.kind === 'date') return { value: textInCell(cell.shown), align: '左', ...look };
  const percent = cell.kind === 'percent' ? { format: percentFormat(cell.shown) } : {};
  return { value: cell.value, align: '右', ...percent, ...look };
}

/** `75.30%` → `0.00%` */
function percentFormat(shown: string): string {
  const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
}

function widthOf(sheet: Worksheet, column: number): number {
  const longest = sheet.rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, [...(row[column]?.shown ?? '')].length * 2), 8);
  return Math.min(40, longest + 2);
}

function rangeName({ top, left, bottom, right }: CellRange): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

function remarkSheet(remarks: readonly Remark[]): SheetPlan {
  return {
    name: REMARKS_SHEET,
    rows: [HEADS.map((value): WorkbookCell => ({ value, style: 'head', align: '左' }))],
    more: {
      count: remarks.length,
      row: (at) => {
        const { origin, why, todo, level } = remarks[at]!;
        const words = [origin.file, origin.sheet, origin.cell, origin.shown, why, todo, level];
        return words.map((value): WorkbookCell => ({ value: textInCell(value), style: 'plain', align: '左' }));
      }
    },
    widths: WIDTHS,
    frozen: 1,
    tableRows: remarks.length
  };
}
