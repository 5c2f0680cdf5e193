/** A row of a table as the schema types it. */
import type { Period } from '../../domain/time/period';

/** Text and dates: '' for no value. Numbers and periods: null for no value. */
export type Cell = string | number | Period | null;

export interface CheckedRow {
  /** Line in the file, see `RawRow`. */
  readonly line: number;
  readonly cells: Readonly<Record<string, Cell>>;
}
