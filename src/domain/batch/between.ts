/** Changes made of tables: from one state to another (a whole package that is taken in), and back again. */
import type { Batch, RowChange, TableRow } from './batch';
import { type BatchSchema, primaryKeyText, sameRow, type TableKeys, type Tables } from './keys';

/**
 * The changes that lead from one state of the tables to another; of rows with one key the first counts. A table that
 * `to` doesn't have stays. Linear in both.
 */
export function changesBetween(from: Tables, to: Tables, schema: BatchSchema): RowChange[] {
  const changes: RowChange[] = [];
  for (const [table, rows] of to) {
    const keys = schema.get(table);
    if (!keys) continue;
    const left = firstByKey(keys, from.get(table) ?? []);
    for (const [key, row] of firstByKey(keys, rows)) {
      const before = left.get(key) ?? null;
      left.delete(key);
      if (!sameRow(keys, before, row)) changes.push({ table, before, after: row });
    }
    left.forEach((row) => changes.push({ table, before: row, after: null }));
  }
  return changes;
}

function firstByKey(keys: TableKeys, rows: readonly TableRow[]): Map<string, TableRow> {
  const byKey = new Map<string, TableRow>();
  for (const row of rows) {
    const key = primaryKeyText(keys, row);
    if (!byKey.has(key)) byKey.set(key, row);
  }
  return byKey;
}

/** The changes that undo a batch which the package holds already, last first. */
export function reversed({ changes }: Batch): RowChange[] {
  return [...changes].reverse().map(({ table, before, after }) => ({ table, before: after, after: before }));
}
