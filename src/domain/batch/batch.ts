/**
 * A batch: what one act of a clerk brought (a workbook, a report, an edit). The dataset shown is the package beside
 * the page with the batches that are on laid over it, in their order.
 */
import type { TableName } from '../model/tableName';

/** A row of a table as text, by the column names of the schema; a column that is absent is empty. */
export type TableRow = Readonly<Record<string, string>>;

/** What a batch does to one row. */
export interface RowChange {
  readonly table: TableName;
  /** The row it replaces or removes, as it stood; null for a new row. */
  readonly before: TableRow | null;
  /** The row as it becomes; null where it is removed. */
  readonly after: TableRow | null;
}

/** One decision taken on the way from a file to rows; `automatic` ones can be looked through and changed. */
export interface Decision {
  /** What was to be decided, e.g. `“象山”是哪个地区`. */
  readonly question: string;
  /** What was chosen, e.g. `象山县`. */
  readonly answer: string;
  readonly automatic: boolean;
}

export interface BatchFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export type BatchKind = '上新' | '读报告' | '填报表' | '数据包' | '改正' | '加说明';

export interface Batch {
  /** Unique, and sorts by the time it was made. */
  readonly id: string;
  /** ISO time, with the seconds. */
  readonly made: string;
  readonly kind: BatchKind;
  readonly title: string;
  readonly files: readonly BatchFile[];
  /** Version of the data it was made upon. */
  readonly base: string;
  readonly decisions: readonly Decision[];
  readonly changes: readonly RowChange[];
}
