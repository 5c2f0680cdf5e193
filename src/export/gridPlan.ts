/** A table cut to pages of a slide: what fits stays together, heads are repeated, nothing is lost. */
import { STANDING_FILLS } from '../charts/theme';
import { textWidth } from '../charts/drawing';
import type { HeatCell } from '../domain/compare';
import { periodLabel } from '../domain/period';
import type { Figure } from '../figures/figure';

export interface GridCell {
  readonly text: string;
  readonly align: '左' | '右';
  /** Ground of the cell; absent for none. */
  readonly fill?: string;
}

export interface Grid {
  readonly head: readonly GridCell[];
  readonly rows: readonly (readonly GridCell[])[];
  /** In inches, one a column. */
  readonly widths: readonly number[];
  /** Type size in pt. */
  readonly font: number;
}

export interface GridPages {
  readonly pages: readonly Grid[];
  /** What is to be said of columns left out; empty for none. */
  readonly remark: string;
}

export interface GridRoom {
  /** In inches. */
  readonly width: number;
  readonly height: number;
}

const FONT = 12;
const POINTS = 72;
/** Where the font is missing another takes its place: lines as high and texts as wide as such a one needs. */
const LINE = 1.42;
const WIDER = 1.06;
const MOST_PLACES = 8;
/** A picture is no narrower, in inches. */
const LEAST_WIDTH = 9;

/** The table of a figure as pages: its own table, or the heat table with the period in each cell. */
export function gridPages(figure: Figure, room: GridRoom): GridPages {
  const whole = wholeGrid(figure);
  const { body } = figure;
  const columnPages = body.kind === 'table' ? body.columnPages : body.kind === 'heat' ? heatColumns(whole.head.length - 1) : undefined;
  if (columnPages) return { pages: columnPages.flatMap((columns) => pagesOf(pick(whole, columns), room)), remark: '' };
  const columns = body.kind === 'table' ? body.columns : range(0, whole.head.length);
  const left = whole.head.length - columns.length;
  const remark = left > 0 ? `表中列出${columns.length}列，全部${whole.head.length}列见导出的XLSX或CSV。` : '';
  return { pages: pagesOf(pick(whole, columns), room), remark };
}

/** The name of the indicator on every page. */
function heatColumns(places: number): number[][] {
  return parted(places, MOST_PLACES).map(([from, to]) => [0, ...range(from + 1, to + 1)]);
}

/** The whole table on one page of its own width: for a picture. */
export function wholePage(figure: Figure): Grid {
  const { head, rows } = wholeGrid(figure);
  const room = rowsWidth([head, ...rows]);
  return pagesOf({ head, rows }, { width: Math.max(room, LEAST_WIDTH), height: Infinity })[0]!;
}

type Rows = Pick<Grid, 'head' | 'rows'>;

function wholeGrid(figure: Figure): Rows {
  const { table, body } = figure;
  const head = table.columns.map((c): GridCell => ({ text: c.title, align: c.align }));
  const rows = table.rows.map((row, r) =>
    row.map((cell, at): GridCell => {
      const heat = body.kind === 'heat' && at > 0 ? body.answer.rows[r]?.cells[at - 1] : undefined;
      return heat ? heatCell(heat, cell.text) : { text: cell.text, align: table.columns[at]!.align };
    })
  );
  return { head, rows };
}

function heatCell(cell: HeatCell, text: string): GridCell {
  const fill = cell.fits && cell.standing !== null ? STANDING_FILLS[Math.min(4, Math.floor(cell.standing * 5))] : undefined;
  return { text: cell.observation && cell.value !== null ? `${text}\n${periodLabel(cell.observation.period)}` : '无数据', align: '右', fill };
}

function pick({ head, rows }: Rows, columns: readonly number[]): Rows {
  const of = <T,>(list: readonly T[]) => columns.map((i) => list[i]!);
  return { head: of(head), rows: rows.map(of) };
}

/** Rows by height. */
function pagesOf({ head, rows }: Rows, room: GridRoom): Grid[] {
  const widths = columnWidths([head, ...rows], room.width);
  const headHeight = rowHeight(head, widths);
  const pages: (readonly GridCell[])[][] = [[]];
  let used = headHeight;
  for (const row of rows) {
    const height = rowHeight(row, widths);
    if (used + height > room.height && pages[pages.length - 1]!.length > 0) {
      pages.push([]);
      used = headHeight;
    }
    pages[pages.length - 1]!.push(row);
    used += height;
  }
  return pages.map((part) => ({ head, rows: part, widths, font: FONT }));
}

/** How wide each column would like to be, in inches. */
function wantedWidths(rows: readonly (readonly GridCell[])[]): number[] {
  return rows[0]!.map((_, at) =>
    rows.reduce((most, row) => Math.max(most, ...row[at]!.text.split('\n').map((line) => textWidth(line, FONT) / POINTS)), 0.5) + 0.22
  );
}

/** All columns at their widths, a column of sentences at 2.4 inches. */
function rowsWidth(rows: readonly (readonly GridCell[])[]): number {
  return wantedWidths(rows).reduce((sum, w) => sum + Math.min(w, 2.4), 0);
}

/** A column gets what it holds, up to an equal share of what the narrower ones leave; all together fill the width. */
function columnWidths(rows: readonly (readonly GridCell[])[], width: number): number[] {
  const wanted = wantedWidths(rows);
  const given = new Array<number>(wanted.length).fill(0);
  const order = wanted.map((_, i) => i).sort((i, j) => wanted[i]! - wanted[j]!);
  let left = width;
  order.forEach((i, n) => {
    given[i] = Math.min(wanted[i]!, left / (order.length - n));
    left -= given[i]!;
  });
  return given.map((w) => (w * width) / (width - left));
}

/** In inches, as near as can be said without drawing. */
export function rowHeight(row: readonly GridCell[], widths: readonly number[]): number {
  const lines = row.map((cell, at) =>
    cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line, FONT) * WIDER) / POINTS / Math.max(0.2, widths[at]! - 0.2))), 0)
  );
  return (Math.max(1, ...lines) * FONT * LINE) / POINTS + 0.1;
}

/** Parts of nearly equal length, none longer than `most`. */
export function parted(count: number, most: number): [number, number][] {
  const parts = Math.max(1, Math.ceil(count / most));
  return range(0, parts).map((i) => [Math.round((i * count) / parts), Math.round(((i + 1) * count) / parts)]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
