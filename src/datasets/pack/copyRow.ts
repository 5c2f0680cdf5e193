import type { ObservationBlock } from '../../domain/model/observationBlock';
import { observationAt, type ObservationColumnsBuilder } from '../../domain/model/observationColumns';

/** Adds a row of a block to columns of the same tables. */
export function copyRow(builder: ObservationColumnsBuilder, block: ObservationBlock, row: number): void {
  const { indicator, place, source } = block.columns.coded;
  const codes = { indicator: indicator.codes[row]!, place: place.codes[row]!, source: source.codes[row]! };
  builder.add(codes, observationAt(block, row, 0));
}
