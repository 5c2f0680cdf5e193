/** Rows that a stored answer rests on, in columns as a chunk has them, so that they can be opened without their blocks. */
import { fileOrder } from '../../domain/model/codedColumn';
import type { Dataset } from '../../domain/model/dataset';
import type { Fields } from '../../domain/model/fields';
import { observationAt, ObservationColumnsBuilder } from '../../domain/model/observationColumns';
import { positionsById } from '../../domain/model/positionsById';
import type { Observation } from '../../domain/model/records';
import { asList, asText } from '../check/json';
import { bytesOf, textOf } from './bits';
import { blockColumns } from './blockColumns';
import { decodeChunk } from './decodeChunk';
import { encodeChunk } from './encodeChunk';
import { DAMAGED, PackFault } from './fault';
import { wholeNumber } from './wholeNumber';

export interface StoredRows {
  /** Index of each in the dataset, ascending. */
  readonly index: readonly number[];
  /** The chunk of them; empty for none. */
  readonly evidence: string;
}

/** @returns what is stored of them, each once; and where one of them stands there */
export function storedRows(
  dataset: Dataset,
  rows: Iterable<Observation>
): { readonly stored: StoredRows; readonly spotOf: (row: Observation) => number } {
  const byIndex = new Map<number, Observation>();
  for (const row of rows) byIndex.set(row.index, row);
  const index = [...byIndex.keys()].sort((a, b) => a - b);
  const spots = new Map(index.map((one, at) => [one, at]));
  return {
    stored: {
      index,
      evidence: index.length > 0 ? textOf(chunkOf(dataset, [...index.map((one) => byIndex.get(one)!)])) : ''
    },
    spotOf: ({ index: one }) => spots.get(one)!
  };
}

function chunkOf(dataset: Dataset, rows: readonly Observation[]): Uint8Array {
  const [indicators, places, sources] = [dataset.indicators, dataset.places, dataset.sources].map(positionsById);
  const builder = new ObservationColumnsBuilder(rows.length, dataset);
  for (const row of rows) {
    const at = {
      indicator: indicators!.get(row.indicator.id)!,
      place: places!.get(row.place.id)!,
      source: sources!.get(row.source.id)!
    };
    builder.add(at, row);
  }
  return encodeChunk(builder.build(), fileOrder(rows.length));
}

/** @throws PackFault for what are none, or not of this dataset */
export function rowsOf({ index: stored, evidence }: Fields, dataset: Dataset): Observation[] {
  const index = asList(stored).map(wholeNumber);
  if (index.length === 0) return [];
  const bytes = bytesOf(asText(evidence));
  if (!bytes) throw new PackFault(DAMAGED);
  const columns = blockColumns(decodeChunk(bytes), dataset, dataset.summary.periods, null);
  if (columns.row.length !== index.length) throw new PackFault(DAMAGED);
  const block = { columns, indexOf: (row: number): number => index[row]! };
  return index.map((_, row) => observationAt(block, row, dataset.smallBase));
}
