import type { Batch } from '../../domain/batch/batch';
import type { TableName } from '../../domain/model/tableName';
import type { TableSchema } from '../check/schema';

/** Whether batches bring, alter or remove rows of a table. */
export function isTouched(table: TableName, batches: readonly Batch[]): boolean {
  return batches.some(({ changes }) => changes.some((change) => change.table === table));
}

/** A table that may lack, where batches bring rows of it. */
export function headerOnly({ name, optional, fields }: TableSchema, batches: readonly Batch[]): Uint8Array | undefined {
  if (!optional || !isTouched(name, batches)) return undefined;
  return new TextEncoder().encode(fields.map((field) => field.name).join(','));
}
