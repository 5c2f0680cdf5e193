/**
 * Batches laid over one table as it is read: the rows of the file and those of the batches go through the same checks
 * as one table. A row of a batch that breaks a rule is named by its file and cell and left out, and what it replaced stays.
 */
import {
  type Applied,
  applyBatchesSteps,
  applyToTableSteps,
  type AppliedTable,
  type PlacedRow
} from '../../domain/batch/apply';
import type { Batch, RowChange, TableRow } from '../../domain/batch/batch';
import type { Steps } from '../../domain/steps/steps';
import { checkTable } from '../check/checkTable';
import type { ColumnPositions } from '../check/matchHeader';
import type { TableSchema } from '../check/schema';
import { IssueList, type IssuePlace } from '../read/issueList';
import type { OpenTable, RawRow } from '../read/rowTaker';
import { tableKeysOf } from './batchSchema';
import { columnNames, textRow } from './textTable';

/** Rows that are made where they are looked at. */
export interface RowSource {
  readonly length: number;
  /** As of an array. */
  slice(from: number, to: number): readonly RawRow[];
}

export interface Overlaid extends Pick<AppliedTable, 'conflicts' | 'onTop'> {
  /** Rows of a batch have lines beyond the end of the file. */
  readonly rows: RowSource;
  readonly positions: ColumnPositions;
}

/** All tables as text with batches laid over them: here, so that one script holds all that lays them over. */
export function overlayTexts(...about: Parameters<typeof applyBatchesSteps>): Steps<Applied> {
  return applyBatchesSteps(...about);
}

/** Rows of a batch that are checked at a time. */
const SLICE = 500;

/**
 * The rows of a file with batches laid over them. `issues` gets what is wrong with rows of batches, and names them
 * from now on by the file that they came from.
 */
export function* overlay(
  opened: OpenTable,
  rows: readonly RawRow[],
  schema: TableSchema,
  positions: ColumnPositions,
  batches: readonly Batch[],
  issues: IssueList
): Steps<Overlaid> {
  const { name } = schema;
  const columns = columnsFor(opened, schema, positions);
  const good: Batch[] = [];
  for (const batch of batches) {
    const own = batch.changes.filter((change) => change.table === name);
    const bad = yield* badChanges(batch, own, columns, issues);
    good.push(bad.size === 0 ? batch : { ...batch, changes: own.filter((change) => !bad.has(change)) });
  }
  const names = columnNames(opened, schema, positions);
  const texts = rows.map((row) => textRow(row, names));
  const { rows: placed, conflicts, onTop } = yield* applyToTableSteps(name, texts, good, tableKeysOf(schema));
  const first = endLine(opened) + 1;
  issues.placeBatchRows((line) => {
    const there = placed[line - first];
    return there?.batch ? placeOf(there.batch, there.row, schema) : undefined;
  });
  const rawAt = ({ row, at, batch }: PlacedRow, place: number): RawRow =>
    batch ? columns.rawRow(row, first + place) : rows[at!]!;
  return {
    rows: {
      length: placed.length,
      slice: (from, to) => placed.slice(from, to).map((one, i) => rawAt(one, from + i))
    },
    positions: columns.positions,
    conflicts,
    onTop
  };
}

/** Where the columns of rows of batches stand: those that the file hasn't come after its own. */
interface BatchColumns {
  readonly schema: TableSchema;
  readonly positions: ColumnPositions;
  readonly rawRow: (row: TableRow, line: number) => RawRow;
}

function columnsFor({ header }: OpenTable, schema: TableSchema, inFile: ColumnPositions): BatchColumns {
  let width = header.length;
  const positions = inFile.map((position) => (position < 0 ? width++ : position));
  return {
    schema,
    positions,
    rawRow(row, line) {
      const cells: string[] = Array.from({ length: width }, () => '');
      schema.fields.forEach((field, i) => (cells[positions[i]!] = row[field.name] ?? ''));
      return { line, cells };
    }
  };
}

/** The changes whose new row breaks a rule; each fault is told. */
function* badChanges(
  batch: Batch,
  own: readonly RowChange[],
  { schema, positions, rawRow }: BatchColumns,
  issues: IssueList
): Steps<ReadonlySet<RowChange>> {
  const bad = new Set<RowChange>();
  for (let from = 0; from < own.length; from += SLICE) {
    yield from;
    const brings = own.slice(from, from + SLICE).filter(({ after }) => after !== null);
    // Remarks on rows that are kept come when the table is checked as a whole.
    const faults = new IssueList(issues.file);
    faults.placeBatchRows((line) => placeOf(batch, brings[line]!.after!, schema));
    const raw = brings.map(({ after }, i) => rawRow(after!, i));
    const kept = new Set(checkTable(raw, schema, positions, faults).map(({ line }) => line));
    brings.forEach((change, i) => {
      if (!kept.has(i)) bad.add(change);
    });
    if (kept.size < brings.length) for (const issue of faults.all()) if (issue.level === '错误') issues.add(issue);
  }
  return bad;
}

/** A line that no row of the file has. */
function endLine({ body, bodyLine }: OpenTable): number {
  let lines = bodyLine;
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) lines++;
  return lines;
}

function placeOf(batch: Batch, row: TableRow, { title, primaryKey }: TableSchema): IssuePlace {
  const key = primaryKey.map((column) => row[column] ?? '').filter(Boolean);
  return {
    file: batch.files.map(({ name }) => name).join('、') || batch.title,
    cell: row.cell ? row.cell : `${title}“${key.join(' ')}”`
  };
}
