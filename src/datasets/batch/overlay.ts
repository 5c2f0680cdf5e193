/**
 * Batches laid over one table as it is read: the rows of the file and those of the batches go through the same checks
 * as one table. A row of a batch that breaks a rule is named by its file and cell and left out, and what it replaced stays.
 */
import { applyToTable, type AppliedTable } from '../../domain/batch/apply';
import type { Batch, RowChange, TableRow } from '../../domain/batch/batch';
import type { TableName } from '../../domain/model/tableName';
import { checkTable } from '../check/checkTable';
import type { ColumnPositions } from '../check/matchHeader';
import type { TableSchema } from '../check/schema';
import { IssueList, type IssuePlace } from '../read/issueList';
import type { OpenTable, RawRow } from '../read/parseTable';
import { tableKeysOf } from './batchSchema';
import { columnNames, textRow } from './textTable';

export interface Overlaid extends Pick<AppliedTable, 'conflicts' | 'onTop'> {
  /** Rows of a batch have lines beyond the end of the file. */
  readonly rows: readonly RawRow[];
  readonly positions: ColumnPositions;
}

/**
 * The rows of a file with batches laid over them. `issues` gets what is wrong with rows of batches, and names them
 * from now on by the file that they came from.
 */
export function overlay(
  opened: OpenTable,
  rows: readonly RawRow[],
  schema: TableSchema,
  positions: ColumnPositions,
  batches: readonly Batch[],
  issues: IssueList
): Overlaid {
  const { name, fields } = schema;
  let width = opened.header.length;
  const wide = positions.map((position) => (position < 0 ? width++ : position));
  const rawRow = (row: TableRow, line: number): RawRow => {
    const cells: string[] = Array.from({ length: width }, () => '');
    fields.forEach((field, i) => (cells[wide[i]!] = row[field.name] ?? ''));
    return { line, cells };
  };
  let line = endLine(opened);
  const places = new Map<number, IssuePlace>();
  issues.placeBatchRows(places);
  // Remarks on rows that are kept come when the table is checked as a whole.
  const faults = new IssueList(issues.file);
  faults.placeBatchRows(places);
  const nextRow = (row: TableRow, batch: Batch): RawRow => {
    places.set(++line, placeOf(batch, row, schema));
    return rawRow(row, line);
  };
  const good = withoutBadRows(batches, name, (list) => {
    const raw = list.map(({ batch, row }) => nextRow(row, batch));
    const kept = new Set(checkTable(raw, schema, wide, faults).map((checked) => checked.line));
    return raw.map((row) => kept.has(row.line));
  });
  for (const issue of faults.all()) if (issue.level === '错误') issues.add(issue);
  const names = columnNames(opened, schema, positions);
  const applied = applyToTable(
    name,
    rows.map((row) => textRow(row, names)),
    good,
    tableKeysOf(schema)
  );
  const placed = applied.rows.map(({ row, at, batch }) => (batch ? nextRow(row, batch) : rows[at!]!));
  return { rows: placed, positions: wide, conflicts: applied.conflicts, onTop: applied.onTop };
}

/** A line that no row of the file has. */
function endLine({ body, bodyLine }: OpenTable): number {
  let lines = bodyLine;
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The batches without the changes of this table whose new row breaks a rule. */
function withoutBadRows(
  batches: readonly Batch[],
  table: TableName,
  check: (rows: readonly { readonly batch: Batch; readonly row: TableRow }[]) => readonly boolean[]
): Batch[] {
  return batches.map((batch) => {
    const own = batch.changes.filter((change) => change.table === table);
    const brings = own.filter(({ after }) => after !== null);
    const verdicts = check(brings.map(({ after }) => ({ batch, row: after! })));
    const bad = new Set<RowChange>(brings.filter((_, i) => !verdicts[i]));
    return bad.size === 0 ? batch : { ...batch, changes: own.filter((change) => !bad.has(change)) };
  });
}

function placeOf(batch: Batch, row: TableRow, { title, primaryKey }: TableSchema): IssuePlace {
  const key = primaryKey.map((column) => row[column] ?? '').filter(Boolean);
  return {
    file: batch.files.map(({ name }) => name).join('、') || batch.title,
    cell: row.cell ? row.cell : `${title}“${key.join(' ')}”`
  };
}
