/** The observations of a dataset as the chunks of a pack, before gzip. The same dataset gives the same bytes. */
import type { Dataset } from '../../domain/model/dataset';
import { encodeChunk } from './encodeChunk';

/** An indicator of fewer rows shares its chunk with the next: a file for each of hundreds would be asked for one by one. */
const CHUNK_ROWS = 40_000;

export interface MadeChunk {
  /** Ids, in the order of their table. */
  readonly indicators: readonly string[];
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** One chunk after the other, so that only one is in memory. Sub-groups are among the rows. */
export function* makeChunks(dataset: Dataset, least: number = CHUNK_ROWS): Generator<MadeChunk, void> {
  const columns = dataset.observationColumns();
  const { codes } = columns.coded.indicator;
  let together: number[] = [];
  let rows = 0;
  const counts = new Int32Array(dataset.indicators.length);
  for (const code of codes) counts[code]! += 1;
  for (const [code, count] of counts.entries()) {
    if (count > 0) together.push(code);
    rows += count;
    if (rows === 0 || (rows < least && code < counts.length - 1)) continue;
    yield chunkOf(together, rows);
    together = [];
    rows = 0;
  }

  function chunkOf(wanted: readonly number[], size: number): MadeChunk {
    const isWanted = new Uint8Array(counts.length);
    for (const code of wanted) isWanted[code] = 1;
    // By indicator, each in the order of the table: what stands together is alike.
    const starts = new Map<number, number>();
    let start = 0;
    for (const code of wanted) {
      starts.set(code, start);
      start += counts[code]!;
    }
    const order = new Int32Array(size);
    codes.forEach((code: number, row: number) => {
      if (isWanted[code] === 0) return;
      const at = starts.get(code)!;
      order[at] = row;
      starts.set(code, at + 1);
    });
    const indicators = wanted.map((code) => dataset.indicators[code]!.id);
    return { indicators, rows: size, bytes: encodeChunk(columns, order) };
  }
}
