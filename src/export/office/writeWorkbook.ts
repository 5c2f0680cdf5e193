/**
 * Writes a workbook. Built as a script of its own (assets/xlsx.js), loaded when the first .xlsx is asked for.
 *
 * write-excel-file: typed cells (a text is never a formula), formats, widths and frozen rows, 70 kB, no worker
 * in its universal form: a worker from a blob is what the Content-Security-Policy refuses.
 */
import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/universal';
import type { SheetCell, SheetPlan } from '../plan/workbookPlan';

// The library calls `replaceAll`, which came with Chromium 85, with two texts.
if (!('replaceAll' in String.prototype)) {
  Object.defineProperty(String.prototype, 'replaceAll', {
    configurable: true,
    value(this: string, from: string, to: string) {
      return this.split(from).join(to);
    }
  });
}

const STYLES = {
  title: { fontWeight: 'bold', fontSize: 14 },
  soft: { textColor: '#4a5568' },
  head: { fontWeight: 'bold', backgroundColor: '#edf3fb', wrap: true, alignVertical: 'center' },
  plain: { wrap: true, alignVertical: 'top' }
} as const;

/** The .xlsx for a plan. */
export function writeWorkbook(plan: readonly SheetPlan[]): Promise<Blob> {
  const sheets = plan.map((sheet): Sheet<Blob> => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => row.map(cellObject)),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.frozen,
    orientation: 'landscape'
  }));
  return writeExcelFile(sheets as Parameters<typeof writeExcelFile>[0] & Sheet<Blob>[], {
    fontFamily: 'Microsoft YaHei',
    fontSize: 11
  }).toBlob();
}

function cellObject(cell: SheetCell | null): CellObject | null {
  if (!cell) return null;
  const align = cell.align === '右' ? ('right' as const) : undefined;
  return typeof cell.value === 'number'
    ? { value: cell.value, type: Number, format: cell.format, align, ...STYLES[cell.style] }
    : { value: cell.value, type: String, align, ...STYLES[cell.style] };
}
