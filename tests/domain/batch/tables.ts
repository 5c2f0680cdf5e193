/** Small tables for tests of batches: places, their figures, and what points at what. */
import type { Batch, RowChange, TableRow } from '../../../src/domain/batch/batch';
import type { BatchSchema, TableKeys } from '../../../src/domain/batch/keys';
import type { TableName } from '../../../src/domain/model/tableName';

const keysOf = (primaryKey: string[], foreignKeys: TableKeys['foreignKeys'] = []): TableKeys => ({
  primaryKey,
  periods: new Set(['period']),
  missing: new Set(['', 'NA']),
  foreignKeys
});

export const SCHEMA: BatchSchema = new Map<TableName, TableKeys>([
  ['places', keysOf(['place'])],
  [
    'observations',
    keysOf(['indicator', 'place', 'period', 'source'], [{ field: 'place', table: 'places', target: 'place' }])
  ]
]);

export function figure(place: string, period: string, value: string, more: TableRow = {}): TableRow {
  return { indicator: 'beds', place, period, source: 's1', value, status: '实际', ...more };
}

export function place(id: string, name = id): TableRow {
  return { place: id, name };
}

export function change(table: TableName, before: TableRow | null, after: TableRow | null): RowChange {
  return { table, before, after };
}

export function batch(id: string, ...changes: RowChange[]): Batch {
  return {
    id,
    made: '2020-11-01T08:00:00+08:00',
    kind: '上新',
    title: `${id}.xlsx`,
    files: [],
    base: '1.0',
    decisions: [],
    changes
  };
}

export function tablesOf(observations: readonly TableRow[], places: readonly TableRow[] = [place('a'), place('b')]) {
  return new Map<TableName, readonly TableRow[]>([
    ['places', places],
    ['observations', observations]
  ]);
}
