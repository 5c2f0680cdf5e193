/**
 * Proposed rows against what is there: new, the same, or the same figure with another value. Nothing is decided
 * here; the clerk's choices turn the rows into the changes of a batch.
 */
import type { TableName } from '../model/tableName';
import type { RowChange, TableRow } from './batch';
import type { ProposedRow } from './proposal';
import { cellOf, figureKey, type FigureTable, indexFigures, isFigureTable, statedFigure } from './statedFigure';
import type { StatedFigure } from './statedFigure';

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
  /** The rows that say otherwise; those of this very file first come from `proposed` rows before it. */
  readonly rivals: readonly Rival[];
}

export interface Rival {
  readonly row: TableRow;
  /** It is proposed by the same act, further up. */
  readonly own: boolean;
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
  const figures = rows.map(({ table, row }) => (isFigureTable(table) ? statedFigure(table, row) : undefined));
  const index = indexFigures(
    { observations: base.get('observations') ?? [], progress: base.get('progress') ?? [] },
    figures.filter((figure): figure is StatedFigure => figure !== undefined)
  );
  const ids = new Map<string, Map<string, TableRow>>();
  const own = new Map<string, { readonly row: TableRow; readonly own: boolean }[]>();
  return rows.map((proposed, i) => {
    const figure = figures[i];
    const key = figure ? figureKey(figure) : keyOfRecord(proposed);
    const known = figure
      ? index.same(figure).map(({ row }) => ({ row, own: false }))
      : recordsOf(base, ids, proposed).map((row) => ({ row, own: false }));
    const before = [...known, ...(own.get(key) ?? [])];
    own.set(key, [...(own.get(key) ?? []), { row: proposed.row, own: true }]);
    return standingOf(proposed, before, figure?.table);
  });
}

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

function standingOf(
  proposed: ProposedRow,
  before: readonly { readonly row: TableRow; readonly own: boolean }[],
  figures: FigureTable | undefined
): ReviewedRow {
  const columns = figures ? COMPARED[figures] : Object.keys(proposed.row);
  const rivals = before
    .map(({ row, own }) => ({ row, own, clashes: clashesOf(row, proposed.row, columns, figures !== undefined) }))
    .filter(({ clashes }) => clashes.length > 0);
  if (rivals.length > 0) return { proposed, standing: '冲突', rivals };
  const said = columns.filter((column) => cellOf(proposed.row, column) !== '');
  const isKnown =
    before.length > 0 && said.every((column) => before.some(({ row }) => sameCell(row, proposed.row, column)));
  return { proposed, standing: isKnown ? '相同' : '新增', rivals: [] };
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

/** The statuses whose figure can be put in doubt; the others carry none, or are plans. */
const DOUBTABLE = new Set(['实际', '预计', '']);

/**
 * The changes of a batch. 新增 rows are added and 相同 ones left out; of 冲突 the choice decides, 保留原数 where there is
 * none. Where a replaced row is replaced again by the same act, the later change starts from the earlier one.
 * @param choiceOf by the place of the row in `reviewed`
 */
export function changesOf(reviewed: readonly ReviewedRow[], choiceOf: (index: number) => Choice): RowChange[] {
  const changes = new ChangeList();
  reviewed.forEach(({ proposed, standing, rivals: all }, index) => {
    const { table, row } = proposed;
    if (standing === '相同') return;
    // A row of the same act that was itself left out stands against nothing.
    const rivals = all.filter((rival) => !rival.own || changes.has(rival.row));
    const choice = standing === '新增' ? '采用新数' : choiceOf(index);
    if (choice === '保留原数') return;
    if (choice === '都留存疑' && isFigureTable(table)) {
      for (const rival of rivals) if (isDoubtable(rival.row)) changes.replace(table, rival.row, inDoubt(rival.row));
      changes.replace(table, null, isDoubtable(row) ? inDoubt(row) : row);
      return;
    }
    const [first, ...others] = rivals;
    for (const rival of others) changes.replace(table, rival.row, null);
    changes.replace(
      table,
      first?.row ?? null,
      first && !isFigureTable(table) ? { ...first.row, ...Object.fromEntries(filled(row)) } : row
    );
  });
  return changes.all();
}

function isDoubtable(row: TableRow): boolean {
  return DOUBTABLE.has(cellOf(row, 'status'));
}

function inDoubt(row: TableRow): TableRow {
  return { ...row, status: '存疑' };
}

/** Changes of rows, one a row: a second change of a row is laid upon the first. */
class ChangeList {
  private readonly list: RowChange[] = [];
  /** Where a row, as proposed or as it stood before, is changed. */
  private readonly place = new Map<TableRow, number>();

  replace(table: TableName, before: TableRow | null, after: TableRow | null): void {
    const known = before && this.place.get(before);
    if (known !== null && known !== undefined) {
      this.list[known] = { ...this.list[known]!, after };
      if (after) this.place.set(after, known);
      return;
    }
    const at = this.list.push({ table, before, after }) - 1;
    if (before) this.place.set(before, at);
    if (after) this.place.set(after, at);
  }

  has(row: TableRow): boolean {
    return this.place.has(row);
  }

  /** Rows that were neither there before nor are there now are no change. */
  all(): RowChange[] {
    return this.list.filter(({ before, after }) => before !== null || after !== null);
  }
}
