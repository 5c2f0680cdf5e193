/** Rows of a heat table whose cells are made one at a time: a screen shows a few hundred of very many. */
import type { ComparedColumns } from './comparedColumns';
import type { DrawnRows } from './drawnRows';
import type { HeatCell, HeatRow } from './heatAnswer';
import { emptyCell, FigureCell } from './heatCell';
import { largestRow, type Levels, levelsOf, rowPeriods } from './rowColumns';
import type { Indicator, Place } from '../model/records';
import type { Period } from '../time/period';

/** Fewer values than this say nothing about better and worse. */
export const ENOUGH = 3;

/** The columns of a table. */
export interface HeatColumns {
  readonly places: readonly Place[];
  /** Where each stands in the dataset. */
  readonly official: Int32Array;
  /** How many places the dataset has. */
  readonly of: number;
}

export class ComparedHeatRow implements HeatRow {
  private made: HeatCell[] | undefined;

  /**
   * @param columns the rows of its comparison
   * @param cell makes the cell of a column as it was before any order
   * @param order of the columns; null for that
   */
  private constructor(
    readonly indicator: Indicator,
    private readonly columns: DrawnRows,
    private readonly size: number,
    private readonly cell: (column: number) => HeatCell,
    private readonly order: readonly number[] | null
  ) {}

  /** The cells of a comparison. */
  static of(c: ComparedColumns, { places, official, of }: HeatColumns): ComparedHeatRow {
    const { columns } = c;
    const rowAt = new Int32Array(of).fill(-1);
    for (let row = 0; row < columns.length; row += 1) rowAt[columns.officialOf(row)] = row;
    const standing = standings(c);
    // Known before the first cell is drawn: for that rows of other indicators may have to be read.
    const missing = new Map(columns.length < places.length ? c.missing.map((one) => [one.place.id, one]) : []);
    const make = (column: number): HeatCell => {
      const row = rowAt[official[column]!]!;
      if (row >= 0) return new FigureCell(columns.at(row), () => standing(row));
      const place = places[column]!;
      return emptyCell(place, missing.get(place.id));
    };
    const made = new Map<number, HeatCell>();
    const cell = (column: number): HeatCell => {
      let known = made.get(column);
      if (!known) made.set(column, (known = make(column)));
      return known;
    };
    return new ComparedHeatRow(c.indicator, columns, places.length, cell, null);
  }

  /** The cell of a column; the same each time. */
  at(column: number): HeatCell {
    return this.cell(this.order ? this.order[column]! : column);
  }

  get cells(): readonly HeatCell[] {
    return (this.made ??= Array.from({ length: this.size }, (_, column) => this.at(column)));
  }

  /** How many have a figure. */
  get filled(): number {
    return this.columns.length;
  }

  get extent(): FigureExtent {
    const { columns } = this;
    return columns.length === 0
      ? { periods: [], farthest: [] }
      : { periods: rowPeriods(columns), farthest: [columns.at(largestRow(columns))] };
  }

  /** With its columns in another order. */
  inOrder(columns: readonly number[]): ComparedHeatRow {
    const before = this.order;
    const order = before ? columns.map((at) => before[at]!) : columns;
    return new ComparedHeatRow(this.indicator, this.columns, order.length, this.cell, order);
  }
}

/** What the width of the cells of a row goes by. */
export interface FigureExtent {
  /** Those of its figures, each once. */
  readonly periods: readonly Period[];
  /** The figure farthest from 0, and the one farthest from what it is held against. */
  readonly farthest: readonly Pick<HeatCell, 'text'>[];
}

/** Asked of the columns where a row has them: a table has a hundred thousand cells. */
export function figureExtent(row: HeatRow): FigureExtent {
  return row instanceof ComparedHeatRow ? row.extent : extentOf(row.cells);
}

function extentOf(cells: readonly HeatCell[]): FigureExtent {
  const periods = new Map<string, Period>();
  let largest: HeatCell | undefined;
  let farthest: HeatCell | undefined;
  for (const cell of cells) {
    if (cell.value === null || !cell.observation) continue;
    periods.set(cell.observation.period.text, cell.observation.period);
    if (!largest || Math.abs(cell.value) > Math.abs(largest.value!)) largest = cell;
    if (cell.held && !(Math.abs(cell.held.difference) <= Math.abs(farthest?.held?.difference ?? -1))) farthest = cell;
  }
  return { periods: [...periods.values()], farthest: [largest, farthest].flatMap((cell) => cell ?? []) };
}

/** One cell of a row. */
export function cellAt(row: HeatRow, column: number): HeatCell {
  return row instanceof ComparedHeatRow ? row.at(column) : row.cells[column]!;
}

/** How many cells of a row have a figure. */
export function filledCells(row: HeatRow): number {
  return row instanceof ComparedHeatRow ? row.filled : row.cells.filter(({ value }) => value !== null).length;
}

/** The row with its columns in another order. */
export function withColumnOrder(row: HeatRow, order: readonly number[]): HeatRow {
  return row instanceof ComparedHeatRow
    ? row.inOrder(order)
    : { indicator: row.indicator, cells: order.map((at) => row.cells[at]!) };
}

/** Where a row of a comparison stands: equal steps by rank from 0 (worst) to 1; null where that can't be said. */
function standings({
  columns,
  indicator
}: {
  columns: DrawnRows;
  indicator: Indicator;
}): (row: number) => number | null {
  if (indicator.better === '不评价') return () => null;
  let levels: Levels | undefined;
  return (row) => {
    if (columns.ranks.rank.length < ENOUGH) return null;
    const { count, of } = (levels ??= levelsOf(columns));
    const level = of(row);
    if (level < 0) return null;
    return count === 1 ? 0.5 : 1 - level / (count - 1);
  };
}
