/**
 * Observations that come indicator by indicator, from a database, to the chunks of a pack: the same checks as for a
 * table, and the same bytes. What is held is one chunk and the rows of the indicator that is coming.
 */
import { finish } from '../domain/steps/steps';
import { fileOrder } from '../domain/model/codedColumn';
import type { ObservationTables } from '../domain/model/observationColumns';
import type { TableName } from '../domain/model/tableName';
import type { CheckedRow } from './check/cell';
import { tableChecker } from './check/checkTable';
import { dropDuplicates, type KeyedTable, orphanDropper } from './check/keys';
import type { ColumnPositions } from './check/matchHeader';
import type { TableSchema } from './check/schema';
import { linkObservations } from './link/linkDataset';
import { encodeChunk } from './pack/encodeChunk';
import { PackSummaryBuilder } from './pack/packSummary';
import { CHUNK_ROWS, type MadeChunk } from './pack/makePack';
import { IssueList } from './read/issueList';

/** Of the columns that say to a person which row is meant, those of a database have no line. */
const NAMING = ['indicator', 'place', 'period', 'measure'] as const;

/** So many rows are named: as many as there are issues kept. */
const MOST_NAMED = 10_000;

/** The issues of rows, and which rows they are by what stands in them. */
export class RowIssues extends IssueList {
  private fresh: number[] = [];
  private readonly names = new Map<number, string>();

  override add(issue: Parameters<IssueList['add']>[0]): void {
    super.add(issue);
    if (issue.row !== undefined && this.names.size < MOST_NAMED) this.fresh.push(issue.row);
  }

  /** Names the rows that something was said of since the last time. */
  nameRows(textsOf: (line: number) => readonly string[]): void {
    for (const line of this.fresh) this.names.set(line, textsOf(line).filter(Boolean).join(' | '));
    this.fresh = [];
  }

  /** What stands in a row of which something was said, e.g. `beds | county1 | 2024 | 数值`; empty for another. */
  nameOf(line: number | undefined): string {
    return (line !== undefined && this.names.get(line)) || '';
  }
}

export interface RowPackerSetting {
  readonly schema: TableSchema;
  /** For each field of the schema where it stands in a row, -1 for one that isn't there. */
  readonly positions: ColumnPositions;
  /** What the rows may point at: checked tables, and their records. */
  readonly tables: ReadonlyMap<TableName, KeyedTable>;
  readonly records: ObservationTables;
  readonly issues: RowIssues;
  /** Rows that a chunk has at least, the last one excepted. */
  readonly least?: number;
}

export class RowPacker {
  /** Rows that came, and those of them that are in a chunk or will be. */
  found = 0;
  kept = 0;
  /** Of all chunks so far. */
  readonly sums: PackSummaryBuilder;
  private coming: CheckedRow[] = [];
  private chunk: CheckedRow[] = [];
  private indicators: string[] = [];
  private readonly check: ReturnType<typeof tableChecker>;
  private readonly dropOrphans: ReturnType<typeof orphanDropper>;

  constructor(private readonly setting: RowPackerSetting) {
    const { schema, positions, tables, issues } = setting;
    this.sums = new PackSummaryBuilder(setting.records);
    this.check = tableChecker(schema, positions, issues);
    this.dropOrphans = orphanDropper(withKeys(schema), tables);
  }

  /**
   * More rows of the indicator that is coming. Each has the line that it would have in a table of all rows in this
   * order, with a header as line 1.
   */
  take(rows: readonly (readonly string[])[]): void {
    const { issues, schema, positions } = this.setting;
    const first = this.found + 2;
    const checked = this.check(rows.map((cells, i) => ({ line: first + i, cells })));
    issues.nameRows((line) =>
      NAMING.map((name) => rows[line - first]?.[positions[schema.fields.findIndex((one) => one.name === name)]!] ?? '')
    );
    this.found += rows.length;
    for (const row of checked) this.coming.push(row);
  }

  /** All rows of an indicator have come. @returns the chunk, where it has enough rows now */
  closeIndicator(): MadeChunk | undefined {
    const { schema, issues, least = CHUNK_ROWS } = this.setting;
    const table: KeyedTable = { schema, issues, rows: this.coming, rejectedValues: () => new Map() };
    finish(dropDuplicates(table));
    finish(this.dropOrphans(table));
    const { coming } = this;
    this.coming = [];
    issues.nameRows((line) => {
      const cells = coming.find((row) => row.line === line)?.cells ?? {};
      return NAMING.map((name) => cells[name] ?? '').map((cell) => (typeof cell === 'object' ? cell.text : `${cell}`));
    });
    if (table.rows.length === 0) return undefined;
    for (const row of table.rows) this.chunk.push(row);
    this.kept += table.rows.length;
    this.indicators.push(table.rows[0]!.cells.indicator as string);
    return this.chunk.length < least ? undefined : this.cut();
  }

  /** The rest; undefined where there is none. */
  close(): MadeChunk | undefined {
    return this.chunk.length === 0 ? undefined : this.cut();
  }

  private cut(): MadeChunk {
    const { chunk: rows, indicators } = this;
    [this.chunk, this.indicators] = [[], []];
    const columns = finish(
      linkObservations(rows, this.setting.records, (_, [row]) => {
        throw new Error(`row ${row?.line} has an id that was looked up before`);
      })
    );
    this.sums.add(columns);
    return { indicators, rows: rows.length, bytes: encodeChunk(columns, fileOrder(rows.length)) };
  }
}

/** What every observation points at, whether the package says so or not. */
function withKeys(schema: TableSchema): TableSchema {
  const own = (['indicator', 'place', 'source'] as const)
    .filter((field) => !schema.foreignKeys.some((key) => key.field === field))
    .map((field) => ({ field, table: `${field}s` as const, target: field }));
  return { ...schema, foreignKeys: [...schema.foreignKeys, ...own] };
}
