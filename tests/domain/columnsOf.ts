/** Columns from whole records, for tests: the page fills them from checked rows. */
import {
  type ObservationColumns,
  ObservationColumnsBuilder,
  type ObservationTables
} from '../../src/domain/model/observationColumns';
import type { Observation } from '../../src/domain/model/records';

/** An observation before it has its number in the dataset. */
export type ObservationInput = Omit<Observation, 'index'>;

/** Throws for a record that isn't in its own table. */
export function columnsOf(rows: readonly ObservationInput[], tables: ObservationTables): ObservationColumns {
  const columns = new ObservationColumnsBuilder(rows.length, tables);
  const position = (list: readonly { readonly id: string }[], id: string): number => {
    const at = list.findIndex((item) => item.id === id);
    if (at < 0) throw new Error(`unknown id in test: ${id}`);
    return at;
  };
  for (const row of rows) {
    const codes = {
      indicator: position(tables.indicators, row.indicator.id),
      place: position(tables.places, row.place.id),
      source: position(tables.sources, row.source.id)
    };
    columns.add(codes, row);
  }
  return columns.build();
}
