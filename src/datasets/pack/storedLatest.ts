/** The rows that speak of the latest of each place as the file of a pack has them, and back to a block. */
import { fileOrder } from '../../domain/model/codedColumn';
import type { Dataset } from '../../domain/model/dataset';
import { latestRows } from '../../domain/model/latestRows';
import { ObservationBlock } from '../../domain/model/observationBlock';
import { ObservationColumnsBuilder } from '../../domain/model/observationColumns';
import { blockColumns, indexesOf } from './blockColumns';
import { copyRow } from './copyRow';
import { decodeChunk } from './decodeChunk';
import { encodeChunk } from './encodeChunk';

/** More aren't stored: every table of many indicators would wait for them. */
const MOST_ROWS = 600_000;

/**
 * By indicator in the order of the table; one block after the other, so that only one is in memory.
 * @returns undefined for more rows than may be stored, and for none
 */
export function storedLatest(dataset: Dataset, most: number = MOST_ROWS): Uint8Array | undefined {
  const room = Math.min(dataset.size, most);
  const builder = new ObservationColumnsBuilder(room, dataset);
  const at = new Int32Array(room);
  let size = 0;
  for (const block of dataset.walk()) {
    for (const { id } of dataset.indicators) {
      const rows = block.rowsOf(id).length + block.partsOf(id).length > 0 ? latestRows(dataset, block, id) : [];
      if (size + rows.length > room) return undefined;
      for (const row of rows) {
        at[size++] = block.indexOf(row);
        copyRow(builder, block, row);
      }
    }
  }
  return size === 0 ? undefined : encodeChunk(builder.build(), fileOrder(size), at);
}

/** @throws PackFault for what is none, or not of this dataset */
export function latestFrom(bytes: Uint8Array, dataset: Dataset): ObservationBlock {
  const chunk = decodeChunk(bytes);
  const columns = blockColumns(chunk, dataset, dataset.summary.periods, null);
  return new ObservationBlock(0, columns, indexesOf(chunk, dataset.size));
}
