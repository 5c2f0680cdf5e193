/** Cells as the library has them, made into cells of a worksheet: what is shown, and what stands behind it. */
import { SSF, type CellObject } from '@e965/xlsx';
import type { CellKind, SheetCell, Worksheet } from '../../domain/sheet/worksheet';
import { isoDay } from '../../domain/time/calendar';
import { localDay } from '../../domain/time/localTime';
import { withoutNoise } from '../../domain/number/rounding';

export type SheetRow = Worksheet['rows'][number];

/** Columns beyond this are no table of figures. */
export const MAX_COLUMNS = 1_000;
/** No program has more. */
export const MAX_ROWS = 1_048_576;
export const NO_CELLS: SheetRow = [];

/** Makes cells of one worksheet from those of the library. */
export class SheetCellReader {
  beyond = false;
  unsaved = 0;
  private readonly old: boolean;
  /** Texts repeat in most tables: one object for all cells that say the same. */
  private readonly texts = new Map<string, SheetCell>();

  constructor(old: boolean) {
    this.old = old;
  }

  rows(data: readonly (readonly (CellObject | undefined)[] | undefined)[]): (readonly (SheetCell | undefined)[])[] {
    const rows: (readonly (SheetCell | undefined)[])[] = [];
    if (data.length > MAX_ROWS) throw new Error('more rows than a worksheet has');
    let last = -1;
    for (let r = 0; r < data.length; r++) {
      const row = this.row(data[r] ?? []);
      rows.push(row);
      if (row.length > 0) last = r;
    }
    return rows.slice(0, last + 1);
  }

  row(cells: readonly (CellObject | undefined)[]): SheetRow {
    const row: (SheetCell | undefined)[] = [];
    const width = Math.min(cells.length, MAX_COLUMNS);
    for (let c = 0; c < width; c++) {
      const cell = cells[c] && this.cell(cells[c]!);
      if (cell) {
        while (row.length < c) row.push(undefined);
        row.push(cell);
      }
    }
    if (cells.length > MAX_COLUMNS) this.beyond = true;
    return row.length === 0 ? NO_CELLS : row;
  }

  private cell(cell: CellObject): SheetCell | undefined {
    const formula = cell.f !== undefined || cell.F !== undefined;
    if (cell.t === 'z' || cell.v === undefined || cell.v === null) {
      if (!formula) return undefined;
      this.unsaved++;
      return { kind: 'error', shown: '（公式没有存结果）', value: null, date: '', formula };
    }
    if (cell.t === 's') return this.text(String(cell.v), formula);
    if (cell.t === 'b')
      return { kind: 'boolean', shown: cell.v === true ? 'TRUE' : 'FALSE', value: null, date: '', formula };
    if (cell.t === 'e') return { kind: 'error', shown: cell.w ?? '#错误', value: null, date: '', formula };
    if (cell.t === 'd') return this.date(localDay(cell.v as Date), cell, formula);
    return this.number(cell, Number(cell.v), formula);
  }

  private text(text: string, formula: boolean): SheetCell | undefined {
    if (text.trim() === '') return undefined;
    const known = formula ? undefined : this.texts.get(text);
    if (known) return known;
    const cell: SheetCell = { kind: 'text', shown: text, value: null, date: '', formula };
    if (!formula && this.texts.size < 200_000) this.texts.set(text, cell);
    return cell;
  }

  private number(cell: CellObject, value: number, formula: boolean): SheetCell | undefined {
    if (!Number.isFinite(value))
      return { kind: 'error', shown: cell.w ?? String(cell.v), value: null, date: '', formula };
    const format = typeof cell.z === 'string' ? cell.z : '';
    if (format !== '' && format !== 'General' && SSF.is_date(format) && value >= 1) {
      const day = SSF.parse_date_code(value, { date1904: this.old }) as { y: number; m: number; d: number } | null;
      if (day && day.m > 0 && day.d > 0) return this.date(isoDay(day.y, day.m, day.d), cell, formula);
    }
    const percent = isPercent(format);
    const kind: CellKind = percent ? 'percent' : 'number';
    let shown = cell.w?.trim() ?? '';
    // Some writers put the bare number where the text of a percent should be.
    if (shown === '' || (percent && !shown.includes('%')))
      shown = percent ? `${withoutNoise(value * 100)}%` : String(value);
    return { kind, shown, value, date: '', formula };
  }

  private date(day: string, cell: CellObject, formula: boolean): SheetCell {
    const format = typeof cell.z === 'string' ? cell.z : '';
    const [year, month, date] = day.split('-').map(Number) as [number, number, number];
    // Numerals in Chinese (DBNum) and names of months in English are shown in the way that every reader knows.
    const plain = /DBNum|mmm/i.test(format) || !cell.w?.trim();
    const shown = !plain
      ? cell.w!.trim()
      : /d/i.test(format.replace(/DBNum\d|\[[^\]]*\]|"[^"]*"/gi, ''))
        ? `${year}年${month}月${date}日`
        : `${year}年${month}月`;
    return { kind: 'date', shown, value: typeof cell.v === 'number' ? cell.v : null, date: day, formula };
  }
}

function isPercent(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, '').includes('%');
}
