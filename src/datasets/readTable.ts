/** One table from bytes to checked rows: decode, open, match the header, read, check, drop duplicates. */
import type { Batch } from '../domain/batch/batch';
import { inSteps } from './read/inSteps';
import type { Overlaid, RowSource } from './batch/overlay';
import type { CheckedRow } from './check/cell';
import { isCleanText, tableChecker } from './check/checkTable';
import { decode, type Encoding } from './read/decode';
import { IssueList } from './read/issueList';
import { dropDuplicates, type KeyedTable } from './check/keys';
import { matchHeader, type ColumnPositions } from './check/matchHeader';
import { openTable, rowsInSteps, type OpenTable, type RawRow, type RawRows } from './read/parseTable';
import type { TableSchema } from './check/schema';
import { integrityIssue } from './check/integrity';

export interface ReadTable extends KeyedTable {
  readonly encoding: Encoding;
  /** `,` `;` or tab. */
  readonly delimiter: string;
  /** Data rows in the file and of batches, the bad ones included. */
  readonly found: number;
  /** What became of the batches laid over it; absent without batches. */
  readonly overlaid?: Pick<Overlaid, 'conflicts' | 'onTop'>;
}

/**
 * The table's good rows, with every fault in `issues`. Undefined where the whole file is of no use
 * (undecodable, empty, not this table); the reason is in `issues` too. Never throws for bad bytes.
 * @param batches laid over the table; those without a change of it may be among them
 */
export async function readTable(
  bytes: Uint8Array,
  schema: TableSchema,
  issues: IssueList,
  yieldToPaint: () => Promise<void> = () => Promise.resolve(),
  batches: readonly Batch[] = []
): Promise<ReadTable | undefined> {
  const decoded = decode(bytes, schema.file);
  if (decoded.kind === 'refused') {
    issues.add({ ...decoded.issue, wholeFile: true });
    return undefined;
  }
  await yieldToPaint();
  const raw = await readRaw(decoded.text, schema, issues, yieldToPaint);
  if (!raw) return undefined;
  const inFile = raw.rows.length + raw.rejected;
  const own = batches.filter(({ changes }) => changes.some((change) => change.table === schema.name));
  const altered = await integrityIssue(schema.stated, { bytes, text: decoded.text, rows: inFile });
  if (altered) issues.add(altered);
  else if (inFile === 0 && own.length === 0) issues.add(EMPTY_TABLE);
  await yieldToPaint();
  const overlaid = own.length === 0 ? undefined : await laidOver(raw, schema, own, issues, yieldToPaint);
  const { rows, positions } = overlaid ?? raw;
  const isClean = !overlaid && isCleanText(decoded.text);
  const table: ReadTable = {
    schema,
    issues,
    rows: await checkInSlices(rows, tableChecker(schema, positions, issues, isClean), yieldToPaint),
    rejectedValues: (column) => rejectedValuesOf(table, rows, positions, column),
    encoding: decoded.encoding,
    delimiter: raw.opened.delimiter,
    found: rows.length + raw.rejected,
    overlaid
  };
  await inSteps(dropDuplicates(table), yieldToPaint);
  return table;
}

/** Rows checked before the page may answer again: a few milliseconds' worth. */
const SLICE = 1_000;

async function checkInSlices(
  rows: RowSource,
  check: (part: readonly RawRow[]) => CheckedRow[],
  yieldToPaint: () => Promise<void>
): Promise<CheckedRow[]> {
  if (rows.length <= SLICE) return check(rows.slice(0, rows.length));
  const kept: CheckedRow[] = [];
  for (let from = 0; from < rows.length; from += SLICE) {
    for (const row of check(rows.slice(from, from + SLICE))) kept.push(row);
    await yieldToPaint();
  }
  return kept;
}

const EMPTY_TABLE = {
  level: '提醒',
  rule: '空表',
  why: '表里只有表头，没有一行数据',
  todo: '确实没有数据的可以不管；否则请检查文件是否存全。'
} as const;

interface Raw extends RawRows {
  readonly opened: OpenTable;
  readonly positions: ColumnPositions;
}

/** The rows of a text under the header of this table; undefined where it isn't this table. */
async function readRaw(
  text: string,
  schema: TableSchema,
  issues: IssueList,
  yieldToPaint: () => Promise<void>
): Promise<Raw | undefined> {
  const opened = openTable(text, schema.file);
  if (opened.kind === 'refused') {
    issues.add({ ...opened.issue, wholeFile: true });
    return undefined;
  }
  const positions = matchHeader(opened.table, schema, issues);
  const read = positions && (await inSteps(rowsInSteps(opened.table, issues), yieldToPaint));
  return read && { ...read, opened: opened.table, positions };
}

/** A script of its own: most pages have no batches. Without it the rows of the file are shown, and it is said. */
async function laidOver(
  { opened, rows, positions }: Raw,
  schema: TableSchema,
  batches: readonly Batch[],
  issues: IssueList,
  yieldToPaint: () => Promise<void>
): Promise<Overlaid | undefined> {
  const layer = await import('./batch/overlay').catch(() => undefined);
  if (layer) return inSteps(layer.overlay(opened, rows, schema, positions, batches, issues), yieldToPaint);
  issues.add({
    level: '错误',
    rule: '批次',
    why: '没有读到程序文件，上新的各批没有叠到这张表上',
    todo: '请刷新页面；仍不行，请管理员把整个文件夹重新复制一遍。',
    wholeFile: true
  });
  return undefined;
}

/** Lines of the rows left out, by what they hold in a column. */
function rejectedValuesOf(
  table: KeyedTable,
  rows: RowSource,
  positions: ColumnPositions,
  column: string
): ReadonlyMap<string, number> {
  const position = positions[table.schema.fields.findIndex((field) => field.name === column)] ?? -1;
  const kept = new Set(table.rows.map((row) => row.line));
  const values = new Map<string, number>();
  if (position < 0) return values;
  for (const row of rows.slice(0, rows.length))
    if (!kept.has(row.line)) values.set((row.cells[position] ?? '').trim(), row.line);
  return values;
}
