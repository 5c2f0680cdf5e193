import type { BatchSchema, TableKeys } from '../../domain/batch/keys';
import type { TableSchema } from '../check/schema';

/** What batches need to know of the tables. */
export function batchSchemaOf(tables: readonly TableSchema[]): BatchSchema {
  return new Map(tables.map((schema) => [schema.name, tableKeysOf(schema)]));
}

/** What of a table's schema batches need: its primary key, its periods, its signs for no value, its foreign keys. */
export function tableKeysOf({ fields, primaryKey, missing, foreignKeys }: TableSchema): TableKeys {
  const periods = fields.filter(({ type }) => type === 'period' || type === 'date').map(({ name }) => name);
  return { primaryKey, periods: new Set(periods), missing, foreignKeys };
}
