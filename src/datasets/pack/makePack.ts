/** The observations of a dataset as the chunks of a pack, before gzip. The same dataset gives the same bytes. */
import type { Dataset } from '../../domain/model/dataset';
import type { ObservationColumns } from '../../domain/model/observationColumns';
import type { Indicator } from '../../domain/model/records';
import { orderByEntry } from '../../domain/model/rowOrders';
import { finish } from '../../domain/steps/steps';
import { encodeChunk } from './encodeChunk';

/** An indicator of fewer rows shares its chunk with the next: a file for each of hundreds would be asked for one by one. */
export const CHUNK_ROWS = 40_000;

export interface MadeChunk {
  /** Ids, in the order of their table. */
  readonly indicators: readonly string[];
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** One chunk after the other, so that only one is in memory. Sub-groups are among the rows. */
export function* makeChunks(dataset: Dataset, least: number = CHUNK_ROWS): Generator<MadeChunk, void> {
  const positions = new Map(dataset.indicators.map((one, at) => [one, at]));
  for (const { columns } of dataset.blocks()) yield* chunksOf(columns, (one) => positions.get(one)!, least);
}

function* chunksOf(
  columns: ObservationColumns,
  positionOf: (indicator: Indicator) => number,
  least: number
): Generator<MadeChunk, void> {
  const { indicator } = columns.coded;
  // By indicator, each in the order of the table: what stands together is alike.
  const order = finish(orderByEntry([indicator], (a, b) => positionOf(a) - positionOf(b), false));
  let from = 0;
  let indicators: string[] = [];
  for (let to = 1; to <= order.length; to += 1) {
    const code = indicator.codes[order[to - 1]!]!;
    if (to < order.length && indicator.codes[order[to]!] === code) continue;
    indicators.push(indicator.entries[code]!.id);
    if (to < order.length && to - from < least) continue;
    yield { indicators, rows: to - from, bytes: encodeChunk(columns, order.subarray(from, to)) };
    from = to;
    indicators = [];
  }
}
