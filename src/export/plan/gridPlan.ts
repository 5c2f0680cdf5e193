/** A table cut to pages of a slide: what fits stays together, heads are repeated, nothing is lost. */
import { STANDING_FILLS } from '../../charts/theme';
import { textWidth } from '../../charts/drawing';
import { type HeatCell, standingStep } from '../../domain/compare/heatTable';
import { periodLabel } from '../../domain/time/periodLabel';
import type { Figure } from '../../figures/figure';
import { wallColumns } from '../../slides/slidePlan';
import { evenRuns, fairWidths } from '../../slides/tableLayout';

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

/** Sizes of type, largest first: the largest that takes no page more than the smallest. */
const FONTS = [14, 12] as const;
const FONT = 12;
const POINTS = 72;
/** Where the font is missing another takes its place: lines as high and texts as wide as such a one needs. */
const LINE = 1.42;
const WIDER = 1.12;
const MOST_PLACES = 8;
/** A picture is no narrower, in inches. */
const LEAST_WIDTH = 9;

/** The table of a figure as pages: its own table, or the heat table with the period in each cell. */
export function gridPages(figure: Figure, room: GridRoom): GridPages {
  const whole = wholeGrid(figure);
  const { body } = figure;
  const columnPages =
    body.kind === 'table' ? body.columnPages : body.kind === 'heat' ? heatColumns(whole.head.length - 1) : undefined;
  if (columnPages)
    return { pages: columnPages.flatMap((columns) => largestPages(pick(whole, columns), room)), remark: '' };
  const columns = body.kind === 'table' ? wallColumns(figure.table.rows, body) : range(0, whole.head.length);
  const left = whole.head.length - columns.length;
  const remark = left > 0 ? `表中列出${columns.length}列，全部${whole.head.length}列见导出的XLSX或CSV。` : '';
  return { pages: largestPages(pick(whole, columns), room), remark };
}

/** The name of the indicator on every page. */
function heatColumns(places: number): number[][] {
  return parted(places, MOST_PLACES).map(([from, to]) => [0, ...range(from + 1, to + 1)]);
}

/** The whole table on one page of its own width: for a picture. */
export function wholePage(figure: Figure): Grid {
  const { head, rows } = wholeGrid(figure);
  const room = rowsWidth([head, ...rows]);
  return pagesOf({ head, rows }, { width: Math.max(room, LEAST_WIDTH), height: Infinity }, FONT)[0]!;
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
  const step = standingStep(cell);
  const fill = step === null ? undefined : STANDING_FILLS[step];
  return {
    text: cell.observation && cell.value !== null ? `${text}\n${periodLabel(cell.observation.period)}` : '无数据',
    align: '右',
    fill
  };
}

function pick({ head, rows }: Rows, columns: readonly number[]): Rows {
  const of = <T>(list: readonly T[]) => columns.map((i) => list[i]!);
  return { head: of(head), rows: rows.map(of) };
}

function largestPages(grid: Rows, room: GridRoom): Grid[] {
  const fewest = pagesOf(grid, room, FONT);
  return (
    FONTS.map((font) => pagesOf(grid, room, font)).find(
      (pages) => pages.length === fewest.length && isWhole(grid, room, pages[0]!.font)
    ) ?? fewest
  );
}

/** Whether no text of a row has to break that didn't with the smallest type. */
function isWhole({ head, rows }: Rows, { width }: GridRoom, font: number): boolean {
  return font === FONT || wantedWidths([head, ...rows], font).reduce((sum, w) => sum + w, 0) <= width;
}

/** Rows by height, in as few pages as hold them, none much emptier than another. */
function pagesOf({ head, rows }: Rows, room: GridRoom, font: number): Grid[] {
  const widths = fairWidths(wantedWidths([head, ...rows], font), room.width);
  const heights = rows.map((row) => rowHeight(row, widths, font));
  const runs = evenRuns(heights, room.height - rowHeight(head, widths, font));
  return runs.map(({ from, to }) => ({ head, rows: rows.slice(from, to), widths, font }));
}

/** How wide each column would like to be, in inches. */
function wantedWidths(rows: readonly (readonly GridCell[])[], font: number): number[] {
  return rows[0]!.map(
    (_, at) =>
      rows.reduce(
        (most, row) =>
          Math.max(most, ...row[at]!.text.split('\n').map((line) => (textWidth(line, font) * WIDER) / POINTS)),
        0.5
      ) + 0.22
  );
}

/** All columns at their widths, a column of sentences at 2.4 inches. */
function rowsWidth(rows: readonly (readonly GridCell[])[]): number {
  return wantedWidths(rows, FONT).reduce((sum, w) => sum + Math.min(w, 2.4), 0);
}

/** In inches, as near as can be said without drawing. */
export function rowHeight(row: readonly GridCell[], widths: readonly number[], font: number): number {
  const lines = row.map((cell, at) =>
    cell.text
      .split('\n')
      .reduce(
        (sum, line) =>
          sum + Math.max(1, Math.ceil((textWidth(line, font) * WIDER) / POINTS / Math.max(0.2, widths[at]! - 0.2))),
        0
      )
  );
  return (Math.max(1, ...lines) * font * LINE) / POINTS + 0.1;
}

/** Parts of nearly equal length, none longer than `most`. */
export function parted(count: number, most: number): [number, number][] {
  const parts = Math.max(1, Math.ceil(count / most));
  return range(0, parts).map((i) => [Math.round((i * count) / parts), Math.round(((i + 1) * count) / parts)]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
