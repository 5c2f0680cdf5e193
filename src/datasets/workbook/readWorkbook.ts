/**
 * Workbooks by SheetJS: the one file that knows the library, and a chunk of its own that is read when a workbook comes.
 * Values only: no formula is worked out, no link followed, no macro kept.
 */
import { read, set_cptable, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { CellKind, SheetCell, Worksheet } from '../../domain/sheet/worksheet';
import { isoDay } from '../../domain/time/calendar';

/** Columns beyond this are no table of figures. */
export const MAX_COLUMNS = 1_000;

export interface WorkbookReading {
  readonly sheets: readonly Worksheet[];
  /** Names of sheets that have cells beyond `MAX_COLUMNS`. */
  readonly cut: readonly string[];
  /** Cells whose formula has no stored value, in all sheets together, and the first of them by sheet. */
  readonly unsaved: ReadonlyMap<string, number>;
}

const EMPTY: readonly (SheetCell | undefined)[] = [];
/** Workbooks of Excel 95 and before say their text by code page; the library asks for UTF-8 in this way too. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  1200: 'utf-16le',
  1252: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8'
};

set_cptable({
  utils: {
    hascp: (page: number) => page in CODE_PAGES,
    decode: (page: number, bytes: ArrayLike<number> | string) =>
      new TextDecoder(CODE_PAGES[page] ?? 'gb18030').decode(
        typeof bytes === 'string' ? Uint8Array.from(bytes, (char) => char.charCodeAt(0)) : Uint8Array.from(bytes)
      ),
    encode: () => {
      throw new Error('no text is written here');
    }
  }
});

/** Reads a workbook's bytes. Throws what the library throws for what it can't read. */
export function readWorkbook(bytes: Uint8Array): WorkbookReading {
  return sheetsOf(
    read(bytes, {
      type: 'array',
      dense: true,
      nodim: true,
      cellNF: true,
      cellText: true,
      cellFormula: true,
      cellHTML: false,
      cellStyles: true,
      sheetStubs: true,
      bookVBA: false,
      dateNF: 'yyyy/m/d'
    })
  );
}

/** Reads the tables of a web page, or a workbook saved as XML. All cells of a web page are texts, as they are shown. */
export function readMarkup(text: string): WorkbookReading {
  return sheetsOf(
    read(text, {
      type: 'string',
      dense: true,
      raw: true,
      cellNF: true,
      cellText: true,
      sheetStubs: true,
      cellStyles: true,
      dateNF: 'yyyy/m/d'
    })
  );
}

function sheetsOf(book: WorkBook): WorkbookReading {
  const cut: string[] = [];
  const unsaved = new Map<string, number>();
  const old = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    // Sheets of charts and dialogs have no cells.
    if (!sheet || (sheet['!type'] !== undefined && (sheet['!type'] as string) !== 'sheet')) return [];
    const reader = new SheetReader(old);
    const rows = reader.rows((sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[]);
    if (reader.beyond) cut.push(name);
    if (reader.unsaved > 0) unsaved.set(name, reader.unsaved);
    return [
      { file: '', name, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, rows, ...framesOf(sheet, rows.length) }
    ];
  });
  return { sheets, cut, unsaved };
}

function framesOf(sheet: WorkSheet, height: number): Pick<Worksheet, 'merges' | 'hiddenRows' | 'hiddenColumns'> {
  return {
    merges: (sheet['!merges'] ?? [])
      .filter(({ s }) => s.r < height && s.c < MAX_COLUMNS)
      .map(({ s, e }) => ({
        top: s.r,
        left: s.c,
        bottom: Math.min(e.r, height - 1),
        right: Math.min(e.c, MAX_COLUMNS - 1)
      })),
    hiddenRows: hiddenOf(sheet['!rows']),
    hiddenColumns: hiddenOf(sheet['!cols'])
  };
}

function hiddenOf(list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  list?.forEach((entry, i) => entry?.hidden && hidden.add(i));
  return hidden;
}

class SheetReader {
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
    let last = -1;
    for (let r = 0; r < data.length; r++) {
      const row = this.row(data[r] ?? []);
      rows.push(row);
      if (row.length > 0) last = r;
    }
    return rows.slice(0, last + 1);
  }

  private row(cells: readonly (CellObject | undefined)[]): readonly (SheetCell | undefined)[] {
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
    return row.length === 0 ? EMPTY : row;
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
    if (cell.t === 'd') return this.date(dateOf(cell.v as Date), cell, formula);
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
      shown = percent ? `${Number((value * 100).toPrecision(12))}%` : String(value);
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

function dateOf(date: Date): string {
  return isoDay(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
