/**
 * Workbooks by SheetJS, the library that only this room knows; it comes to the page when the first workbook does.
 * Values only: no formula is worked out, no link followed, no macro kept.
 */
import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { Worksheet } from '../../domain/sheet/worksheet';
import type { Steps } from '../../domain/steps/steps';
import { markFormulas, type SafeWorkbook } from './safeWorkbook';
import { MAX_COLUMNS, MAX_ROWS, NO_CELLS, SheetCellReader, type SheetRow } from './sheetCells';
import { sheetPart } from './splitSheet';

export interface WorkbookReading {
  readonly sheets: readonly Worksheet[];
  /** Names of sheets that have cells beyond `MAX_COLUMNS`. */
  readonly cut: readonly string[];
  /** Cells whose formula has no stored value, in all sheets together, and the first of them by sheet. */
  readonly unsaved: ReadonlyMap<string, number>;
  /** Names of sheets that hold no cells (charts, dialogs), or that the library couldn't read. */
  readonly unread: readonly string[];
}

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
  return sheetsOf(openBook(bytes));
}

/** Reads a workbook in a zip, a large worksheet some thousand rows at a time. Throws as `readWorkbook` does. */
export function* readWorkbookParts({ parts, large }: Pick<SafeWorkbook, 'parts' | 'large'>): Steps<WorkbookReading> {
  const book = openBook(zipOf(parts));
  const frames = sheetsOf(book);
  if (large.size === 0) return frames;
  const strings = (book as { readonly Strings?: readonly { readonly t?: string }[] }).Strings ?? [];
  const texts = Array.from(strings, (entry) => entry.t ?? '');
  const tables = [...parts.keys()].filter((name) => /worksheets\/[^/]+\.xml$/i.test(name));
  // Nothing but what the cells of one part need.
  const rest = new Map([...parts].filter(([name]) => !/sharedStrings/i.test(name)));
  for (const name of tables) rest.set(name, EMPTY_SHEET);
  const read = new Map<string, LargeSheet>();
  for (const [path, split] of large) {
    let row = 0;
    for (const range of split.parts) {
      const part = sheetPart(split, range, row, texts, markFormulas);
      row = part.next;
      const files = new Map(part.needsStrings ? parts : rest);
      for (const name of tables) files.set(name, EMPTY_SHEET);
      files.set(path, part.xml);
      const cells = openBook(zipOf(files));
      const name = cells.SheetNames.find((each) => (cells.Sheets[each]?.['!data']?.length ?? 0) > 0);
      if (name === undefined) {
        if (/<(?:v|is)>/.test(textOfPart(part.xml))) throw new Error('a part of a worksheet cannot be read');
        continue;
      }
      let sheet = read.get(name);
      if (!sheet) read.set(name, (sheet = new LargeSheet(isOld(book))));
      sheet.add(cells.Sheets[name]!, part.first);
      yield sheet.rows.length;
    }
  }
  return {
    sheets: frames.sheets.map((sheet) => {
      const own = read.get(sheet.name);
      const frame = book.Sheets[sheet.name];
      return own && frame ? { ...sheet, ...framesOf(frame, own.rows.length), ...own.found() } : sheet;
    }),
    cut: [...frames.cut, ...[...read].filter(([, { reader }]) => reader.beyond).map(([name]) => name)],
    unsaved: new Map([
      ...frames.unsaved,
      ...[...read].flatMap(([name, { reader }]) => (reader.unsaved > 0 ? [[name, reader.unsaved] as const] : []))
    ]),
    unread: frames.unread
  };
}

const EMPTY_SHEET = new TextEncoder().encode(
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
);

/** A worksheet read part by part. */
class LargeSheet {
  readonly rows: SheetRow[] = [];
  readonly reader: SheetCellReader;
  private readonly hidden = new Set<number>();

  constructor(old: boolean) {
    this.reader = new SheetCellReader(old);
  }

  add(sheet: WorkSheet, first: number): void {
    const data = (sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[];
    if (data.length > MAX_ROWS) throw new Error('more rows than a worksheet has');
    for (let r = first; r < data.length; r++) {
      const row = this.reader.row(data[r] ?? []);
      if (row.length === 0) continue;
      while (this.rows.length < r) this.rows.push(NO_CELLS);
      // A file that says a row twice: the later cells count.
      const before = this.rows[r] ?? NO_CELLS;
      this.rows[r] = before.length === 0 ? row : Object.assign([...before], row);
    }
    for (const r of hiddenOf(sheet['!rows'])) this.hidden.add(r);
  }

  found(): Pick<Worksheet, 'rows' | 'hiddenRows'> {
    return { rows: this.rows, hiddenRows: this.hidden };
  }
}

function zipOf(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function textOfPart(xml: Uint8Array): string {
  return new TextDecoder().decode(xml);
}

function openBook(bytes: Uint8Array): WorkBook {
  return read(bytes, {
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
  });
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

function isOld(book: WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}

function sheetsOf(book: WorkBook): WorkbookReading {
  const cut: string[] = [];
  const unread: string[] = [];
  const unsaved = new Map<string, number>();
  const old = isOld(book);
  const sheets = book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    // Sheets of charts and dialogs have no cells.
    if (!sheet || (sheet['!type'] !== undefined && (sheet['!type'] as string) !== 'sheet')) {
      unread.push(name);
      return [];
    }
    const reader = new SheetCellReader(old);
    const rows = reader.rows((sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[]);
    if (reader.beyond) cut.push(name);
    if (reader.unsaved > 0) unsaved.set(name, reader.unsaved);
    return [
      { file: '', name, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0, rows, ...framesOf(sheet, rows.length) }
    ];
  });
  return { sheets, cut, unsaved, unread };
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
