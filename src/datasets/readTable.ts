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
import { openTable, readRows, refuseNonsense, rowParts, rowsAtOnce, rowsInSteps } from './read/parseTable';
import type { OpenTable, RawRow } from './read/rowTaker';
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
  const raw = openRaw(decoded.text, schema, issues);
  if (!raw) return undefined;
  const { opened } = raw;
  const isClean = isCleanText(decoded.text);
  const own = batches.filter(({ changes }) => changes.some((change) => change.table === schema.name));
  const remark = async (inFile: number): Promise<void> => {
    const altered = await integrityIssue(schema.stated, { bytes, text: decoded.text, rows: inFile });
    if (altered) issues.add(altered);
    else if (inFile === 0 && own.length === 0) issues.add(EMPTY_TABLE);
    await yieldToPaint();
  };
  const read =
    own.length === 0
      ? await checkInParts(raw, schema, issues, isClean, remark, yieldToPaint)
      : await checkOverlaid(raw, schema, own, issues, isClean, remark, yieldToPaint);
  const table: ReadTable = {
    schema,
    issues,
    rows: read.kept,
    rejectedValues: (column) => rejectedValuesOf(table, read.all(), read.positions, column),
    encoding: decoded.encoding,
    delimiter: opened.delimiter,
    found: read.found,
    overlaid: read.overlaid
  };
  await inSteps(dropDuplicates(table), yieldToPaint);
  return table;
}

/** What became of the rows of a table. */
interface Read {
  readonly kept: readonly CheckedRow[];
  /** Those that were left out too. */
  readonly all: () => RowSource;
  readonly found: number;
  readonly positions: ColumnPositions;
  readonly overlaid?: Overlaid;
}

/** The rows as they are read, so that the texts of a large table aren't all in memory; nearly all go after a moment. */
async function checkInParts(
  { opened, positions }: Raw,
  schema: TableSchema,
  issues: IssueList,
  isClean: boolean,
  remark: (inFile: number) => Promise<void>,
  yieldToPaint: () => Promise<void>
): Promise<Read> {
  // What is said of cells comes after what is said of the shape of rows and of the file.
  let ofCells = new IssueList(schema.file);
  let ofShape = new IssueList(schema.file);
  let kept: CheckedRow[] = [];
  let count = 0;
  const checker = (): ReturnType<typeof tableChecker> => tableChecker(schema, positions, ofCells, isClean);
  const parts = rowParts(opened, ofShape);
  const check = checker();
  let step = parts.next();
  for (; !step.done; step = parts.next()) {
    count += step.value.length;
    await checkInSlices(step.value, check, kept, yieldToPaint);
  }
  let rejected = step.value;
  if (rejected === undefined) {
    [ofCells, ofShape, kept] = [new IssueList(schema.file), new IssueList(schema.file), []];
    const whole = rowsAtOnce(opened, ofShape);
    [count, rejected] = [whole.rows.length, whole.rejected];
    await checkInSlices(whole.rows, checker(), kept, yieldToPaint);
  }
  issues.append(ofShape);
  await remark(count + rejected);
  issues.append(ofCells);
  // Asked for only when something is amiss, and then read again.
  const all = (): RowSource => readRows(opened, new IssueList(schema.file))?.rows ?? [];
  return { kept, all, found: count + rejected, positions };
}

/** The rows with batches laid over them: these need all of them. */
async function checkOverlaid(
  raw: Raw,
  schema: TableSchema,
  own: readonly Batch[],
  issues: IssueList,
  isClean: boolean,
  remark: (inFile: number) => Promise<void>,
  yieldToPaint: () => Promise<void>
): Promise<Read> {
  const inFile = (await inSteps(rowsInSteps(raw.opened, issues), yieldToPaint)) ?? { rows: [], rejected: 0 };
  await remark(inFile.rows.length + inFile.rejected);
  const overlaid = await laidOver(raw, inFile.rows, schema, own, issues, yieldToPaint);
  const rows = overlaid?.rows ?? inFile.rows;
  const positions = overlaid?.positions ?? raw.positions;
  const kept: CheckedRow[] = [];
  const check = tableChecker(schema, positions, issues, !overlaid && isClean);
  await checkInSlices(rows, check, kept, yieldToPaint);
  return { kept, all: () => rows, found: rows.length + inFile.rejected, positions, overlaid };
}

/** Rows checked before the page may answer again: a few milliseconds' worth. */
const SLICE = 1_000;

async function checkInSlices(
  rows: RowSource,
  check: (part: readonly RawRow[]) => CheckedRow[],
  kept: CheckedRow[],
  yieldToPaint: () => Promise<void>
): Promise<void> {
  for (let from = 0; from < rows.length; from += SLICE) {
    for (const row of check(rows.slice(from, from + SLICE))) kept.push(row);
    await yieldToPaint();
  }
}

const EMPTY_TABLE = {
  level: '提醒',
  rule: '空表',
  why: '表里只有表头，没有一行数据',
  todo: '确实没有数据的可以不管；否则请检查文件是否存全。'
} as const;

interface Raw {
  readonly opened: OpenTable;
  readonly positions: ColumnPositions;
}

/** A text under the header of this table; undefined where it isn't this table. */
function openRaw(text: string, schema: TableSchema, issues: IssueList): Raw | undefined {
  const opened = openTable(text, schema.file);
  if (opened.kind === 'refused') {
    issues.add({ ...opened.issue, wholeFile: true });
    return undefined;
  }
  const positions = matchHeader(opened.table, schema, issues);
  return positions && !refuseNonsense(opened.table, issues) ? { opened: opened.table, positions } : undefined;
}

/** A script of its own: most pages have no batches. Without it the rows of the file are shown, and it is said. */
async function laidOver(
  { opened, positions }: Raw,
  rows: readonly RawRow[],
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
