/**
 * Rows of observations and progress as the figures they state: what is told apart by subject, place, period and
 * sub-group, whoever says it. Conflicts, differences and plausibility all compare these.
 */
import { type Steps, STEP_ROWS } from '../steps/steps';
import { parsePeriod } from '../time/parsePeriod';
import { comparePeriods, type Period } from '../time/period';
import type { TableRow } from './batch';

export type FigureTable = 'observations' | 'progress';

/** Which number of the row; an observation has a `value`, a row of a task up to three. */
export type FigureColumn = 'value' | 'target' | 'done' | 'rate';

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
  /** Those that the row states, in the unit of its table. */
  readonly values: ReadonlyMap<FigureColumn, number>;
}

const COLUMNS: Readonly<Record<FigureTable, readonly FigureColumn[]>> = {
  observations: ['value'],
  progress: ['target', 'done', 'rate']
};

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
  if (!period) return undefined;
  const values = new Map<FigureColumn, number>();
  for (const column of COLUMNS[table]) {
    const text = cellOf(row, column);
    const value = Number(text);
    if (text !== '' && Number.isFinite(value)) values.set(column, value);
  }
  return {
    table,
    row,
    subject: subjectOf(table, row),
    place: cellOf(row, 'place'),
    period,
    part: cellOf(row, 'part'),
    measure: table === 'observations' ? cellOf(row, 'measure') : '',
    asOf: table === 'progress' ? dayOf(cellOf(row, 'as_of')) : '',
    values
  };
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

/** Which indicators and programmes rows of figures are of. */
export type Subjects = ReadonlyMap<FigureTable, ReadonlySet<string>>;

/** Those of some rows; rows of other tables are passed over. */
export function* subjectsOf(rows: Iterable<{ readonly table: string; readonly row: TableRow }>): Steps<Subjects> {
  const subjects = { observations: new Set<string>(), progress: new Set<string>() };
  let at = 0;
  for (const { table, row } of rows) {
    if (at++ % STEP_ROWS === 0) yield at;
    if (isFigureTable(table)) subjects[table].add(subjectOf(table, row));
  }
  return new Map([
    ['observations', subjects.observations],
    ['progress', subjects.progress]
  ]);
}

function subjectOf(table: FigureTable, row: TableRow): string {
  return cellOf(row, table === 'observations' ? 'indicator' : 'programme');
}

function dayOf(text: string): string {
  return text === '' ? '' : (periodOf(text)?.end ?? text);
}

/** What tells one figure of a series from another, whoever states it. */
export function momentOf({ period, asOf }: StatedFigure): string {
  return asOf === '' ? period.text : `${period.text}\u0001${asOf}`;
}

/** What a series over time has in common. A plan and a result are two. */
export function seriesKey({ table, subject, place, part, measure, row }: StatedFigure): string {
  const plan = table === 'progress' && cellOf(row, 'status') === '计划' ? '计划' : '';
  return [table, subject, place, part, measure, plan].join('\u0001');
}

/** The figures of what is there, found by what is proposed. */
export interface FigureIndex {
  /** Those that state the same figure, in the order of the table. */
  same(figure: StatedFigure): readonly StatedFigure[];
  /** All of its series, the earliest first; of equal periods by cut-off day, then as the table stands. */
  series(figure: StatedFigure): readonly StatedFigure[];
}

/**
 * Indexes the rows of the subjects that are asked about; the others are passed over, so that a month's workbook
 * costs what its own indicators have and not what the dataset holds.
 * @param wanted of which series will be asked for
 */
export function* indexFigures(
  tables: Readonly<Record<FigureTable, readonly TableRow[]>>,
  wanted: Subjects
): Steps<FigureIndex> {
  const bySeries = new Map<string, StatedFigure[]>();
  for (const table of ['observations', 'progress'] as const) {
    const asked = wanted.get(table);
    if (!asked || asked.size === 0) continue;
    for (const [i, row] of tables[table].entries()) {
      if (i % STEP_ROWS === 0) yield i;
      const figure = asked.has(subjectOf(table, row)) ? statedFigure(table, row) : undefined;
      if (!figure) continue;
      push(bySeries, seriesKey(figure), figure);
    }
  }
  for (const figures of bySeries.values()) {
    yield 0;
    figures.sort((a, b) => comparePeriods(a.period, b.period) || (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  }
  return {
    same: (figure) => (bySeries.get(seriesKey(figure)) ?? []).filter((other) => momentOf(other) === momentOf(figure)),
    series: (figure) => bySeries.get(seriesKey(figure)) ?? []
  };
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
