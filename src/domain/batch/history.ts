/** What a row was before, and which batch changed it. */
import type { TableName } from '../model/tableName';
import type { Batch, TableRow } from './batch';
import { type BatchSchema, sameKey } from './keys';

export interface HistoryStep {
  readonly batch: Batch;
  /** Null where the batch brought the row. */
  readonly before: TableRow | null;
  readonly after: TableRow | null;
}

/**
 * The changes that led to a row, oldest first; none for a row that no batch touched. A row that took another key is
 * followed back to the key it had.
 * @param batches those that are on, in order
 */
export function historyOf(
  table: TableName,
  row: TableRow,
  batches: readonly Batch[],
  schema: BatchSchema
): HistoryStep[] {
  const keys = schema.get(table);
  if (!keys) return [];
  let now = row;
  const steps: HistoryStep[] = [];
  for (const batch of [...batches].reverse()) {
    for (let at = batch.changes.length - 1; at >= 0; at--) {
      const { table: changed, before, after } = batch.changes[at]!;
      if (changed !== table || !sameKey(keys, (after ?? before)!, now)) continue;
      steps.unshift({ batch, before, after });
      if (before) now = before;
    }
  }
  return steps;
}
