/** The history of a row of the dataset, in words. */
import type { Observation, ProgressRow } from '../model/records';
import type { TableName } from '../model/tableName';
import type { Batch, TableRow } from './batch';
import { historyOf } from './history';
import type { BatchSchema } from './keys';
import { differenceText } from './summary';

/** A line a change, newest first: `2020-11-01 上新“十月上报”：95.39 → 95.4`. Empty for a row that no batch touched. */
export function historyLines(row: Observation | ProgressRow, batches: readonly Batch[], schema: BatchSchema): string[] {
  if (batches.length === 0) return [];
  const { table, keys } = keysOf(row);
  return historyOf(table, keys, batches, schema)
    .map(({ batch, before, after }) => {
      const { made, kind, title } = batch;
      return `${made.slice(0, 10)} ${kind}“${title}”：${differenceText(before, after)}`;
    })
    .reverse();
}

/** The columns that a primary key may have, as a table has them. */
function keysOf(row: Observation | ProgressRow): { readonly table: TableName; readonly keys: TableRow } {
  const shared = {
    place: row.place.id,
    period: row.period.text,
    source: row.source.id,
    line: row.line === null ? '' : String(row.line),
    written: row.written,
    cell: row.cell
  };
  return 'indicator' in row
    ? {
        table: 'observations',
        keys: { ...shared, indicator: row.indicator.id, measure: row.measure, part: row.part }
      }
    : { table: 'progress', keys: { ...shared, programme: row.programme.id, as_of: row.asOf } };
}
