/** A table, or some of its rows and columns, as a grid of texts with widths: for a slide and for a picture. */
import { STANDING_FILLS } from '../../charts/theme';
import type { HeatCell } from '../../domain/compare/heatAnswer';
import { standingStep } from '../../domain/compare/heatTable';
import { widestWhole } from '../../domain/wording/wholeParts';
import type { Figure } from '../../figures/figure';
import { heatCells, heatWords, type HeatWords } from '../../slides/heatPlan';
import type { SlideStep } from '../../slides/slideStep';
import { fairWidths } from '../../slides/tableLayout';
import { drawnWidth } from './drawnWidth';
import { stepCells, wallColumns } from '../../slides/tablePlan';
import { fileTable, type FileCell } from './fileTable';

export interface TableGridCell {
  readonly text: string;
  readonly align: '左' | '右';
  /** ColourScheme of the cell; absent for none. */
  readonly fill?: string;
  /** Colour of its text; absent for the usual one. */
  readonly colour?: string;
}

export interface TableGrid {
  readonly head: readonly TableGridCell[];
  readonly rows: readonly (readonly TableGridCell[])[];
  /** In inches, one a column. */
  readonly widths: readonly number[];
  /** Type size in pt. */
  readonly font: number;
  /** Line height by type size, and how much wider than estimated its texts may come out. */
  readonly spacing: { readonly line: number; readonly wider: number };
}

const POINTS = 72;
/** Where the font is missing another takes its place: lines as high and texts as wide as such a one needs. */
const PICTURE_SPACING = { line: 1.42, wider: 1.04 } as const;
/** Some programs put a space between a number and the sign that follows it. */
const STEP_SPACING = { line: 1.3, wider: 1.04 } as const;
const LEAST_FONT = 10;
/** Of 26 units of a wall, at a step's scale of 1, in pt: a little less than on the wall, since fonts differ. */
const STEP_FONT = 12.5;
/** Type of a picture in pt, its least and its largest width in inches (96 px each), and a column of sentences. */
const PICTURE = { font: 12, least: 9, most: 1520 / 96, sentence: 2.4 } as const;
/** Of a heat table: what a place needs and the names in inches. */
const HEAT = { place: 1.25, names: 2.4 } as const;
/** A picture holds so many rows, all its blocks together. */
const PICTURE_ROWS = 200;
/** Those of a heat table have two lines. */
const HEAT_ROWS = 100;

/**
 * The part of a table that a step of a slide shows, in the largest type up to that of the wall at which it fits.
 * @param room in inches
 */
export function stepGrid(
  figure: Figure,
  step: SlideStep,
  room: { readonly width: number; readonly height: number }
): TableGrid {
  const { body } = figure;
  const isHeat = body.kind === 'heat';
  const heat = isHeat ? heatCells(body.answer, step) : undefined;
  const columns = heat ? [0, ...heat.columns.map((at) => at + 1)] : stepColumns(figure, step);
  const cells = part(figure, heat ? { ...step, cells: heat } : step, columns);
  const all = [cells.head, ...cells.rows];
  const grid = (font: number): TableGrid => ({
    ...cells,
    widths: isHeat
      ? heatWidths(columns.length - 1, room.width)
      : fairWidths(wantedWidths(all, font), room.width, leastWidths(cells.rows, font)),
    font,
    spacing: STEP_SPACING
  });
  const fits = (one: TableGrid) => all.reduce((sum, row) => sum + gridRowHeight(row, one), 0) <= room.height;
  for (let font = Math.round(STEP_FONT * step.scale * 2) / 2; font > LEAST_FONT; font -= 0.5)
    if (fits(grid(font))) return grid(font);
  return grid(LEAST_FONT);
}

function stepColumns({ body, table }: Figure, step: SlideStep): readonly number[] {
  if (body.kind !== 'table') return range(0, table.columns.length);
  return stepCells(table, body, step).columns;
}

/** `表中列出7列，全部18列见导出的XLSX或CSV。`; empty where all are listed. */
export function columnsRemark(figure: Figure): string {
  const { body, table } = figure;
  if (body.kind !== 'table' || body.columnPages) return '';
  const shown = wallColumns(table.rows, body).length;
  return shown < table.columns.length ? `表中列出${shown}列，全部${table.columns.length}列见导出的XLSX或CSV。` : '';
}

export interface PictureGrids {
  /** One below the other; each repeats the names of its rows. */
  readonly grids: readonly TableGrid[];
  /** What is to be said of what is left out; empty for nothing. */
  readonly remark: string;
  /** The part shown, for title and file name; empty for all. */
  readonly part: string;
}

/** A table as a picture no wider than a sheet: the columns of a slide, wide ones in blocks one below the other. */
export function pictureGrids(figure: Figure): PictureGrids {
  const { body, table } = figure;
  const groups = pictureColumns(figure);
  const most = Math.max(
    1,
    Math.floor((body.kind === 'heat' ? HEAT_ROWS : PICTURE_ROWS) / Math.max(1, table.rows.length))
  );
  const shown = table.rows.length > PICTURE_ROWS ? groups.slice(0, 1) : groups.slice(0, most);
  const rows = { from: 0, to: Math.min(table.rows.length, PICTURE_ROWS) };
  const grids = shown.map((columns) => {
    const cells = part(figure, rows, columns);
    const wanted = wantedWidths([cells.head, ...cells.rows], PICTURE.font);
    const all = wanted.reduce((sum, w) => sum + Math.min(w, PICTURE.sentence), 0);
    const width = Math.min(PICTURE.most, Math.max(PICTURE.least, all));
    const widths =
      body.kind === 'heat'
        ? heatWidths(columns.length - 1, width)
        : fairWidths(wanted, width, leastWidths(cells.rows, PICTURE.font));
    return { ...cells, widths, font: PICTURE.font, spacing: PICTURE_SPACING };
  });
  const places = new Set(shown.flat()).size - 1;
  const columns = body.kind === 'heat' ? body.answer.places.length : table.columns.length - 1;
  const parts = [
    rows.to < table.rows.length ? `前${rows.to}行，共${table.rows.length}行` : '',
    shown.length < groups.length ? `前${places}列，共${columns}列` : ''
  ].filter(Boolean);
  const partRemark = parts.length > 0 ? `图中是${parts.join('、')}，其余见导出的XLSX或CSV。` : '';
  return { grids, remark: [columnsRemark(figure), partRemark].filter(Boolean).join(''), part: parts.join('、') };
}

function pictureColumns(figure: Figure): (readonly number[])[] {
  const { body, table } = figure;
  if (body.kind === 'heat') {
    const side = Math.floor((PICTURE.most - HEAT.names) / HEAT.place);
    return parted(body.answer.places.length, side).map(([from, to]) => [0, ...range(from + 1, to + 1)]);
  }
  if (body.kind !== 'table') return [range(0, table.columns.length)];
  return body.columnPages ? [...body.columnPages] : [wallColumns(table.rows, body)];
}

function heatWidths(places: number, width: number): number[] {
  const names = places === 0 ? width : Math.min(HEAT.names, width / 2);
  return [names, ...range(0, places).map(() => (width - names) / places)];
}

/** Some rows of some columns. A column that a row doesn't have is empty. */
function part(
  figure: Figure,
  { from, to, cells }: Pick<SlideStep, 'from' | 'to' | 'cells'>,
  columns: readonly number[]
): Pick<TableGrid, 'head' | 'rows'> {
  const { table, body } = figure;
  const lit = body.kind === 'heat' ? table : fileTable(figure);
  const sign = (body.kind === 'table' && body.signOf) || (() => '');
  const head = columns.map((at): TableGridCell => {
    const column = table.columns[at];
    return { text: column?.title ?? '', align: column?.align ?? '左' };
  });
  const shown = cells ? cells.rows : range(from, Math.min(to, lit.rows.length));
  const rows = shown.map((position) => {
    const row = lit.rows[position]!;
    const heat = body.kind === 'heat' ? body.answer.rows[position] : undefined;
    const words = heat && body.kind === 'heat' ? heatWords(heat, body.answer) : undefined;
    return columns.map((at): TableGridCell => {
      const cell: FileCell | undefined = row[at];
      const own = at > 0 ? heat?.cells[at - 1] : undefined;
      if (own && words) return heatCell(own, words);
      const head = words?.head ? `\n${words.head}` : '';
      return {
        text: cell ? sign(cell) + cell.text + head : '',
        align: table.columns[at]?.align ?? '左',
        ...(cell?.colour ? { colour: cell.colour } : {})
      };
    });
  });
  return { head, rows };
}

/** Value and period; one that doesn't stand in the ranking of its row says so, as its hatching does on the wall. */
function heatCell(cell: HeatCell, { below }: HeatWords): TableGridCell {
  const step = standingStep(cell);
  const { value, text, fits } = cell;
  const small = [below(cell), fits ? '' : '不可比'].filter(Boolean).join('，');
  const shown = value === null ? '无数据' : [text, small].filter(Boolean).join('\n');
  return { text: shown, align: '右', ...(step === null ? {} : { fill: STANDING_FILLS[step]! }) };
}

/** How wide each column must be for its longest date or number, in inches. */
function leastWidths(rows: readonly (readonly TableGridCell[])[], font: number): number[] {
  const width = (part: string) => (drawnWidth(part, font) * 1.08) / POINTS + 0.2;
  return (rows[0] ?? []).map((_, at) =>
    rows.reduce((most, row) => Math.max(most, widestWhole(row[at]!.text, width)), 0)
  );
}

/** How wide each column would like to be, in inches. */
function wantedWidths(rows: readonly (readonly TableGridCell[])[], font: number): number[] {
  return rows[0]!.map(
    (_, at) =>
      rows.reduce(
        (most, row) =>
          row[at]!.text.split('\n').reduce(
            (widest, line) => Math.max(widest, (drawnWidth(line, font) * 1.05) / POINTS),
            most
          ),
        0.5
      ) + 0.22
  );
}

/** Estimated, in inches. */
export function gridRowHeight(row: readonly TableGridCell[], { widths, font, spacing }: TableGrid): number {
  const lines = row.map((cell, at) =>
    cell.text
      .split('\n')
      .reduce(
        (sum, line) =>
          sum +
          Math.max(1, Math.ceil((drawnWidth(line, font) * spacing.wider) / POINTS / Math.max(0.2, widths[at]! - 0.16))),
        0
      )
  );
  return (Math.max(1, ...lines) * font * spacing.line) / POINTS + 0.09;
}

/** Parts of nearly equal length, none longer than `most`. */
function parted(count: number, most: number): [number, number][] {
  const parts = Math.max(1, Math.ceil(count / most));
  return range(0, parts).map((i) => [Math.round((i * count) / parts), Math.round(((i + 1) * count) / parts)]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
