/** The tables that stand in a worksheet: where each has its heads, where its rows end, what stands round it. */
import { type Steps, STEP_ROWS } from '../steps/steps';
import { isPeriodText } from './sheetPeriod';
import { isFigureLike, saysNothing } from './figure';
import { plainOf, type Grid } from './grid';
import { sideBySide } from './sideBySide';

export interface FoundTable {
  /** First row of the heads and how many there are; the figures begin below. */
  readonly first: number;
  readonly heads: number;
  /** Last row of the table. */
  readonly last: number;
  readonly left: number;
  readonly right: number;
  /** It stands in the same rows as another, right of it. */
  readonly aside: boolean;
  /** Lines of words above it: title, unit, time. */
  readonly above: readonly string[];
  /** Lines of words below it: footnotes, who filled it in. */
  readonly below: readonly string[];
}

const FOOTNOTE =
  /^(?:注\d*[:：.、]|注$|备注[:：]|说明[:：]|附注|数据来源|资料来源|填报人|填表人|制表|审核|复核|单位负责人|负责人|联系人|联系电话|填报日期|报送日期|\*|※|★|\d+[.、].{12,}|\([一二三1-9]\).{12,})/;
const HEADLIKE =
  /^(?:单位|地区|县区|区县|县\(|县市|机构|医院|乡镇|街道|辖区|指标|项目|任务|序号|编号|名称|内容|时期|时间|月份|年份|年度|日期|类别|科室|.{0,6}(?:指标|项目|任务|名称|单位)$)/;
/** 单位：人, 截至…, 填报日期 belong to the title. */
const ABOUT = /单位[:：]|截[至止]|填报/;
const MAX_HEADS = 5;

/** What a row of cells is made of. */
interface Row {
  /** Columns with something in them; of a merged range that began further up too. */
  readonly filled: readonly number[];
  /** Of these, those whose own cell holds something. */
  readonly own: readonly number[];
  readonly figures: number;
  readonly nothings: number;
  /** Figures that may be years as well, and what stands left of them. */
  readonly years: number;
  readonly label: string;
  /** All the row's words in one; empty where it has none. */
  readonly words: string;
}

/** The tables of a sheet from the top down. */
export function* tablesIn(grid: Grid): Steps<FoundTable[]> {
  const rows = new Rows(grid);
  const tables: FoundTable[] = [];
  let from = 0;
  for (let r = 0; r < rows.length; r++) {
    if (r % STEP_ROWS === 0) yield r;
    if (!isData(rows.at(r))) continue;
    const heads = headsAbove(rows, r, from);
    if (!heads) continue;
    const table = yield* tableAt(rows, heads.first, heads.count);
    tables.push(...partsOf(grid, table));
    r = table.last;
    from = table.last + 1;
  }
  return tables;
}

/** The same, of tables side by side the one that holds column `column`; the first where none does. */
export function* tableAround(grid: Grid, first: number, heads: number, column: number): Steps<FoundTable> {
  const parts = partsOf(grid, yield* tableFrom(grid, first, heads));
  return parts.find(({ left, right }) => left <= column && column <= right) ?? parts[0]!;
}

/** A table by itself, or those that stand beside each other in its rows. */
function partsOf(grid: Grid, table: FoundTable): FoundTable[] {
  const { first, heads, last, left, right } = table;
  const parts = sideBySide(grid, first, heads, last, [left, right]);
  return parts.length < 2 ? [table] : parts.map(([from, to], i) => ({ ...table, left: from, right: to, aside: i > 0 }));
}

/** The table whose heads are the `heads` rows from row `first` on. */
export function* tableFrom(grid: Grid, first: number, heads: number): Steps<FoundTable> {
  return yield* tableAt(new Rows(grid), first, heads);
}

function* tableAt(rows: Rows, first: number, heads: number): Steps<FoundTable> {
  const last = yield* lastRow(rows, first + heads - 1);
  return {
    first,
    heads,
    last,
    ...(yield* edgesOf(rows, first, last)),
    aside: false,
    above: wordsAbove(rows, first),
    below: linesBelow(rows, last + 1)
  };
}

function* edgesOf(rows: Rows, first: number, last: number): Steps<{ left: number; right: number }> {
  let [left, right] = [Infinity, 0];
  for (let r = first; r <= last; r++) {
    if (r % STEP_ROWS === 0) yield r;
    const { filled } = rows.at(r);
    if (filled.length === 0) continue;
    left = Math.min(left, filled[0]!);
    right = Math.max(right, filled[filled.length - 1]!);
  }
  return { left, right };
}

const BLANK: Row = { filled: [], own: [], figures: 0, nothings: 0, years: 0, label: '', words: '' };

/** The rows of a sheet, worked out when asked for; a million of them wouldn't fit. */
class Rows {
  readonly length: number;
  private readonly grid: Grid;
  private readonly recent: { row: number; made: Row }[] = [];
  /** How far merged ranges reach, by row: beyond the last cell of a row that they begin above. */
  private readonly reach = new Map<number, number>();

  constructor(grid: Grid) {
    this.grid = grid;
    this.length = grid.height;
    let left = 200_000;
    for (const { top, bottom, right } of grid.sheet.merges) {
      for (let r = top; r <= bottom && left > 0; r++, left--)
        this.reach.set(r, Math.max(this.reach.get(r) ?? 0, right + 1));
    }
  }

  /** A row; beyond the ends of the sheet an empty one. */
  at(r: number): Row {
    if (r < 0 || r >= this.length) return BLANK;
    const slot = r % 512;
    const known = this.recent[slot];
    if (known?.row === r) return known.made;
    const made = rowOf(this.grid, r, this.reach.get(r) ?? 0);
    this.recent[slot] = { row: r, made };
    return made;
  }
}

function rowOf(grid: Grid, r: number, reach: number): Row {
  const filled: number[] = [];
  const own: number[] = [];
  const words: string[] = [];
  let figures = 0;
  let nothings = 0;
  let years = 0;
  const width = Math.max(grid.sheet.rows[r]!.length, reach);
  if (width === 0) return BLANK;
  for (let c = 0; c < width; c++) {
    const text = grid.text(r, c);
    if (text === '') continue;
    filled.push(c);
    if (grid.covered(r, c)) continue;
    own.push(c);
    const cell = grid.cell(r, c)!;
    if (isFigureLike(cell)) {
      if ((cell.kind === 'number' && isYear(cell.value!)) || isPeriodText(plainOf(cell))) years++;
      else figures++;
    } else if (saysNothing(text)) nothings++;
    else words.push(text);
  }
  if (isNumbering(own.map((c) => grid.text(r, c)))) figures = 0;
  const label = own[0] === filled[0] && own.length > 0 ? grid.text(r, own[0]!) : '';
  return { filled, own, figures, nothings, years, label, words: words.join(' ') };
}

/** 甲 乙 1 2 3 under the heads numbers the columns. */
function isNumbering(texts: readonly string[]): boolean {
  const marks = texts.filter((text) => !/^(?:[甲乙丙丁戊A-D]|栏次|行次|序号)$/.test(text));
  return (
    texts.length > 2 &&
    marks.length > 1 &&
    marks.every((text, i) => Number(text) === Number(marks[0]) + i) &&
    /^[01]$/.test(marks[0]!)
  );
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1949 && value <= 2100;
}

/** A row with figures beside its words. Years alone are heads, but beside the name of what has so many. */
function isData({ own, figures, nothings, years, label }: Row): boolean {
  if (own.length < 2) return false;
  if (figures > 0 || (nothings > 0 && nothings >= own.length - 2)) return true;
  return years > 0 && label !== '' && !/^\d/.test(label) && !HEADLIKE.test(label) && !isPeriodText(label);
}

function isBlank({ own }: Row): boolean {
  return own.length === 0;
}

/** One cell of words: a title, a footnote, or the name of the group of rows below. */
function isLine(row: Row): boolean {
  if (row.own.length === 1 && row.figures === 0) return row.filled.length === 1 || row.filled[0] === row.own[0];
  // 单位：人 at the right end of a title, and the like.
  return row.own.length === 2 && ABOUT.test(row.words) && row.figures === 0;
}

function headsAbove(rows: Rows, data: number, from: number): { first: number; count: number } | undefined {
  let bottom = data - 1;
  // 一、基本医疗 between the heads and the first figures names a group of rows.
  while (bottom > from && isLine(rows.at(bottom)) && !isBlank(rows.at(bottom - 1)) && !isLine(rows.at(bottom - 1)))
    bottom--;
  let first = bottom + 1;
  while (first > from && bottom + 1 - first < MAX_HEADS) {
    const row = rows.at(first - 1);
    if (isBlank(row) || isData(row)) break;
    if (isLine(row) && !standsOver(row, rows.at(first), first <= bottom)) break;
    first--;
  }
  return first > bottom ? undefined : { first, count: bottom + 1 - first };
}

/** A single merged head that begins right of the first column and has heads below, as one over the figures alone. */
function standsOver(row: Row, below: Row, hasBelow: boolean): boolean {
  return hasBelow && row.own.length === 1 && row.own[0]! > (below.filled[0] ?? 0) && !ABOUT.test(row.words);
}

/** `from` is the last row of the heads. */
function* lastRow(rows: Rows, from: number): Steps<number> {
  let last = from;
  for (let r = from + 1; r < rows.length; r++) {
    if (r % STEP_ROWS === 0) yield r;
    const row = rows.at(r);
    if (isBlank(row)) {
      // Over blank lines a table goes on with figures; anything else is another thing.
      const next = [1, 2, 3].find((step) => !isBlank(rows.at(r + step)));
      if (next === undefined || !isData(rows.at(r + next))) return last;
      continue;
    }
    if (FOOTNOTE.test(row.words) && row.figures <= 1) return last;
    if (!isData(row) && beginsTable(rows, r)) return last;
    last = r;
  }
  return last;
}

/** Whether a row without figures is the title or the heads of another table. */
function beginsTable(rows: Rows, r: number): boolean {
  const row = rows.at(r);
  if (isLine(row)) {
    const next = rows.at(r + 1);
    return (
      !isBlank(next) && !isData(next) && (isLine(next) || HEADLIKE.test(next.words)) && followedByData(rows, r + 1)
    );
  }
  return row.own.length > 1 && HEADLIKE.test(row.words) && followedByData(rows, r);
}

function followedByData(rows: Rows, r: number): boolean {
  return Array.from({ length: MAX_HEADS }, (_, i) => rows.at(r + 1 + i)).some(isData);
}

/** The lines of words above a table whose heads begin at row `first`, up to another table or its footnotes. */
export function linesAbove(grid: Grid, first: number): string[] {
  return wordsAbove(new Rows(grid), first);
}

function wordsAbove(rows: Rows, first: number): string[] {
  const lines: string[] = [];
  for (let r = first - 1; r >= 0 && r >= first - 8; r--) {
    const row = rows.at(r);
    if (isBlank(row)) continue;
    if (!isLine(row) || FOOTNOTE.test(row.words)) break;
    lines.unshift(row.words);
  }
  return lines;
}

/** The footnotes below a table, up to anything else. */
function linesBelow(rows: Rows, from: number): string[] {
  const lines: string[] = [];
  for (let r = from; r < rows.length && r < from + 12; r++) {
    const { words } = rows.at(r);
    if (words === '') continue;
    if (!FOOTNOTE.test(words)) break;
    lines.push(words);
  }
  return lines;
}
