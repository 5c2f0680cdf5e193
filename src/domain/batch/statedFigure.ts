/**
 * Rows of observations and progress as the figures they state: what is told apart by subject, place, period and
 * sub-group, whoever says it. Conflicts, differences and plausibility all compare these.
 */
import { parsePeriod } from '../time/parsePeriod';
import { comparePeriods, type Period } from '../time/period';
import type { TableRow } from './batch';

export type FigureTable = 'observations' | 'progress';

/** Which number of the row; an observation has a `value`, a row of a task up to three. */
export type FigureColumn = 'value' | 'target' | 'done' | 'rate';

/** A million rows are looked at in one go: a figure holds its row and reads what is asked of it. */
export interface StatedFigure {
  readonly table: FigureTable;
  readonly row: TableRow;
  /** Id of the indicator or the programme. */
  readonly subject: string;
  readonly place: string;
  readonly period: Period;
  /** Sub-group; empty for the whole and for tasks. */
  readonly part: string;
  /** 数值, 同比(%) …; empty for tasks. */
  readonly measure: string;
  /** ISO day up to which a task's figures count; empty for plans and for observations. */
  readonly asOf: string;
  /** The number that the row states there, in the unit of its table; undefined for none. */
  number(column: FigureColumn): number | undefined;
}

/** The columns of numbers of a table. */
export const FIGURE_COLUMNS: Readonly<Record<FigureTable, readonly FigureColumn[]>> = {
  observations: ['value'],
  progress: ['target', 'done', 'rate']
};

/** Whether the rows of a table are figures. */
export function isFigureTable(table: string): table is FigureTable {
  return table === 'observations' || table === 'progress';
}

/** The row's cell, blanks around it removed; empty where the row hasn't got the column. */
export function cellOf(row: TableRow, column: string): string {
  return (row[column] ?? '').trim();
}

/** Reads the figures of a row; undefined for one whose period can't be read (the schema's check names it). */
export function statedFigure(table: FigureTable, row: TableRow): StatedFigure | undefined {
  const period = periodOf(cellOf(row, 'period'));
  return period && new RowFigure(table, row, period);
}

class RowFigure implements StatedFigure {
  constructor(
    readonly table: FigureTable,
    readonly row: TableRow,
    readonly period: Period
  ) {}

  get subject(): string {
    return recordIdOf(this.table, this.row);
  }

  get place(): string {
    return cellOf(this.row, 'place');
  }

  get part(): string {
    return cellOf(this.row, 'part');
  }

  get measure(): string {
    return this.table === 'observations' ? cellOf(this.row, 'measure') : '';
  }

  get asOf(): string {
    return this.table === 'progress' ? dayOf(cellOf(this.row, 'as_of')) : '';
  }

  number(column: FigureColumn): number | undefined {
    if (!FIGURE_COLUMNS[this.table].includes(column)) return undefined;
    const text = cellOf(this.row, column);
    const value = Number(text);
    return text !== '' && Number.isFinite(value) ? value : undefined;
  }
}

const MOST_PERIODS = 10_000;
/** Periods repeat from row to row: one object for all that are the same. */
const periods = new Map<string, Period | undefined>();

function periodOf(text: string): Period | undefined {
  if (periods.has(text)) return periods.get(text);
  const period = parsePeriod(text);
  if (periods.size < MOST_PERIODS) periods.set(text, period);
  return period;
}

/** Id of the indicator or the programme of a row. */
export function recordIdOf(table: FigureTable, row: TableRow): string {
  return cellOf(row, table === 'observations' ? 'indicator' : 'programme');
}

function dayOf(text: string): string {
  return text === '' ? '' : (periodOf(text)?.end ?? text);
}

/** What tells one figure of a series from another, whoever states it. */
export function momentOf({ period, asOf }: StatedFigure): string {
  return asOf === '' ? period.text : `${period.text}\u0001${asOf}`;
}

/** The earliest first; of equal periods by cut-off day. */
export function byPeriod(a: StatedFigure, b: StatedFigure): number {
  const order = comparePeriods(a.period, b.period);
  if (order !== 0 || a.table === 'observations') return order;
  return a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0;
}
