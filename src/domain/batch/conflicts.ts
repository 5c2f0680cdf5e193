/**
 * Proposed rows against what is there: new, the same, or the same figure with another value. Nothing is decided
 * here; the clerk's choices turn the rows into the changes of a batch.
 */
import { finish, type Steps, STEP_ROWS } from '../steps/steps';
import type { TableName } from '../model/tableName';
import type { TableRow } from './batch';
import type { Origin, ProposedRow } from './proposal';
import { seriesOf, type Series } from './series';
import { cellOf, type FigureTable, isFigureTable, momentOf, statedFigure } from './statedFigure';

/** What a clerk may do about a conflict. 都留存疑 keeps both figures and marks both 存疑; it is for figures alone. */
export const CHOICES = ['保留原数', '采用新数', '都留存疑'] as const;
export type Choice = (typeof CHOICES)[number];

/** One cell that says something else. */
export interface Clash {
  readonly column: string;
  readonly old: string;
  readonly now: string;
}

export interface ReviewedRow {
  readonly proposed: ProposedRow;
  readonly standing: '新增' | '相同' | '冲突';
  /** The rows that say otherwise: those that are there, then those of the same act further up. */
  readonly rivals: readonly Rival[];
  /** What is there before the act states all of it. */
  readonly there: boolean;
}

export interface Rival {
  readonly row: TableRow;
  /** Where it stands in a file of the same act, further up; null where it is there already. */
  readonly origin: Origin | null;
  readonly clashes: readonly Clash[];
}

/** All rows of the tables as they are shown now. */
export type BaseTables = ReadonlyMap<TableName, readonly TableRow[]>;

/** Column that identifies a row of a table that others point at. */
const ID: Readonly<Partial<Record<TableName, string>>> = {
  sources: 'source',
  places: 'place',
  indicators: 'indicator',
  programmes: 'programme'
};

/** Columns of a figure that are compared: numbers as numbers, the rest as text. */
const COMPARED: Readonly<Record<FigureTable, readonly string[]>> = {
  observations: ['value', 'lower', 'upper', 'numerator', 'denominator', 'qualifier'],
  progress: ['target', 'done', 'rate', 'unit', 'qualifier']
};

/**
 * Each proposed row with what stands against it, in their order. A figure is the same where every number that the row
 * states is stated already, whichever report says so; a row that adds a number (the target beside a known result)
 * is 新增. Rows of `relations` are compared whole.
 */
export function reviewRows(base: BaseTables, rows: readonly ProposedRow[]): ReviewedRow[] {
  return finish(reviewSteps(base, rows));
}

/** The same in parts. */
export function* reviewSteps(base: BaseTables, rows: readonly ProposedRow[]): Steps<ReviewedRow[]> {
  const reviewed: (ReviewedRow | undefined)[] = new Array<undefined>(rows.length).fill(undefined);
  const list = yield* seriesOf(base, rows.length, (at) => rows[at]!);
  for (let i = 0; i < list.size; i++) yield* reviewSeries(list.at(i), rows, reviewed);
  const ids = new Map<string, Map<string, TableRow>>();
  const own = new Map<string, Known[]>();
  for (const [i, proposed] of rows.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    if (reviewed[i]) continue;
    const known = recordsOf(base, ids, proposed).map((row) => ({ row, origin: null }));
    reviewed[i] = met(proposed, known, keyOfRecord(proposed), own);
  }
  return reviewed as ReviewedRow[];
}

/** Those of one series, at their places. */
function* reviewSeries(
  { table, there, own }: Series,
  rows: readonly ProposedRow[],
  reviewed: (ReviewedRow | undefined)[]
): Steps<void> {
  const known = new Map<string, Known[]>();
  for (const [at, row] of there.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    push(known, momentOf(statedFigure(table, row)!), { row, origin: null });
  }
  const further = new Map<string, Known[]>();
  for (const [at, place] of own.entries()) {
    if (at % STEP_ROWS === 0) yield at;
    const proposed = rows[place]!;
    const moment = momentOf(statedFigure(table, proposed.row)!);
    reviewed[place] = met(proposed, known.get(moment) ?? [], moment, further);
  }
}

/** A proposed row against what is there and against those of the same key further up, which it then joins. */
function met(proposed: ProposedRow, known: readonly Known[], key: string, further: Map<string, Known[]>): ReviewedRow {
  const above = further.get(key);
  const review = reviewedRow(proposed, above ? [...known, ...above] : known);
  if (!above || above.length < MOST_RIVALS) push(further, key, { row: proposed.row, origin: proposed.origin });
  return review;
}

function push(groups: Map<string, Known[]>, key: string, one: Known): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

/** A figure that a file states more often than this is read wrongly: the others are held against these alone. */
const MOST_RIVALS = 50;

/** A row that is there, or that the same act proposes further up. */
type Known = Pick<Rival, 'row' | 'origin'>;

function keyOfRecord({ table, row }: ProposedRow): string {
  const id = ID[table];
  return id ? `${table}\u0001${cellOf(row, id)}` : `${table}\u0001${JSON.stringify(filled(row))}`;
}

/** The record of the same id, or the relation with the same cells. */
function recordsOf(base: BaseTables, ids: Map<string, Map<string, TableRow>>, proposed: ProposedRow): TableRow[] {
  const { table } = proposed;
  let known = ids.get(table);
  if (!known) {
    known = new Map((base.get(table) ?? []).map((row) => [keyOfRecord({ ...proposed, row }), row]));
    ids.set(table, known);
  }
  const row = known.get(keyOfRecord(proposed));
  return row ? [row] : [];
}

/** The cells that say something, in the order of their names. */
function filled(row: TableRow): [string, string][] {
  return Object.entries(row)
    .filter(([, text]) => text.trim() !== '')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

const NONE: readonly Rival[] = [];

/** A proposed row against those of the same key. */
export function reviewedRow(proposed: ProposedRow, before: readonly Known[]): ReviewedRow {
  // Of most rows of a large file nothing is known.
  if (before.length === 0) return { proposed, standing: '新增', rivals: NONE, there: false };
  const figures = isFigureTable(proposed.table);
  const columns = isFigureTable(proposed.table) ? COMPARED[proposed.table] : Object.keys(proposed.row);
  const rivals = before
    .map(({ row, origin }) => ({ row, origin, clashes: clashesOf(row, proposed.row, columns, figures) }))
    .filter(({ clashes }) => clashes.length > 0);
  const statedColumns = columns.filter((column) => cellOf(proposed.row, column) !== '');
  const isStated = (by: readonly Known[]) =>
    by.length > 0 && statedColumns.every((column) => by.some(({ row }) => sameCell(row, proposed.row, column)));
  const there = isStated(before.filter(({ origin }) => origin === null));
  const standing = rivals.length > 0 ? '冲突' : isStated(before) ? '相同' : '新增';
  return { proposed, standing, rivals, there };
}

/** Of figures, cells that both fill; of records, every cell that the new row fills otherwise. A qualifier counts with its number. */
function clashesOf(old: TableRow, now: TableRow, columns: readonly string[], figures: boolean): Clash[] {
  const clashes: Clash[] = [];
  for (const column of columns) {
    const after = cellOf(now, column);
    const before = cellOf(old, column);
    const bothSay = figures && column !== 'qualifier' ? after !== '' && before !== '' : figures || after !== '';
    if (bothSay && !sameCell(old, now, column)) clashes.push({ column, old: before, now: after });
  }
  // A row that states another number of the task (its target, say) may have another qualifier.
  return clashes.some(({ column }) => column !== 'qualifier') || sharesNumber(old, now) ? clashes : [];
}

function sharesNumber(old: TableRow, now: TableRow): boolean {
  return ['value', 'target', 'done', 'rate'].some(
    (column) => cellOf(old, column) !== '' && cellOf(now, column) !== '' && sameCell(old, now, column)
  );
}

function sameCell(a: TableRow, b: TableRow, column: string): boolean {
  const [x, y] = [cellOf(a, column), cellOf(b, column)];
  return x === y || (x !== '' && y !== '' && Number(x) === Number(y));
}
