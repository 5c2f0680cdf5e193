/** The rows of a pack once more, by place, from the chunks that it has by indicator. The same chunks give the same bytes. */
import { fileOrder, sortedByCodes } from '../../domain/model/codedColumn';
import type { Dataset } from '../../domain/model/dataset';
import { type ObservationColumns, ObservationColumnsBuilder } from '../../domain/model/observationColumns';
import { copyRow } from './copyRow';
import { encodeChunk } from './encodeChunk';
import { CHUNK_ROWS } from './makePack';

/** Rows that are held at once: some 150 MB. All blocks are walked as often as they are needed for that. */
const HELD_ROWS = 2_000_000;

export interface MadePlaceChunk {
  /** Ids, in the order of their table. */
  readonly places: readonly string[];
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/**
 * One chunk after the other. Places of few rows share one, as indicators do.
 * @param dataset in the blocks that the pack has by indicator
 * @param least rows that a chunk has at least, the last one excepted
 * @param held rows that are held at once, if a chunk has not more by itself
 */
export function* placeChunks(
  dataset: Dataset,
  least: number = CHUNK_ROWS,
  held: number = HELD_ROWS
): Generator<MadePlaceChunk, void> {
  for (const turn of groups(groups(placesOf(dataset.summary.countAt), least), held)) {
    const { columns, at } = collected(dataset, turn);
    const { codes } = columns.coded.place;
    const order = sortedByCodes(fileOrder(at.length), [{ codes, size: dataset.places.length }]);
    let from = 0;
    for (const { members, rows } of turn.members) {
      const own = order.subarray(from, (from += rows));
      yield {
        places: members.map(({ place }) => dataset.places[place]!.id),
        rows,
        bytes: encodeChunk(columns, own, at)
      };
    }
  }
}

interface CountedPlace {
  /** Position in the table. */
  readonly place: number;
  readonly rows: number;
}

interface Group<T> {
  readonly members: readonly T[];
  readonly rows: number;
}

function placesOf(countAt: readonly number[]): CountedPlace[] {
  return countAt.flatMap((rows, place) => (rows > 0 ? [{ place, rows }] : []));
}

/** Neighbours together until they have so many rows. */
function groups<T extends { readonly rows: number }>(list: readonly T[], least: number): Group<T>[] {
  const all: { members: T[]; rows: number }[] = [];
  for (const one of list) {
    const last = all[all.length - 1];
    if (last && last.rows < least) {
      last.members.push(one);
      last.rows += one.rows;
    } else all.push({ members: [one], rows: one.rows });
  }
  return all;
}

/** The rows of some places out of all blocks, in their order, and where each stands among all rows. */
function collected(
  dataset: Dataset,
  { members, rows }: Group<Group<CountedPlace>>
): { readonly columns: ObservationColumns; readonly at: Int32Array } {
  const isWanted = new Uint8Array(dataset.places.length);
  for (const group of members) for (const { place } of group.members) isWanted[place] = 1;
  const builder = new ObservationColumnsBuilder(rows, dataset);
  const at = new Int32Array(rows);
  let found = 0;
  for (const block of dataset.walk()) {
    const { place } = block.columns.coded;
    for (let row = 0; row < block.size; row += 1) {
      if (isWanted[place.codes[row]!] === 0) continue;
      at[found++] = block.indexOf(row);
      copyRow(builder, block, row);
    }
  }
  return { columns: builder.build(), at };
}
