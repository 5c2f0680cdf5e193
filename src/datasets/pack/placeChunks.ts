/** The rows of a pack once more, by place, from the chunks that it has by indicator. The same chunks give the same bytes. */
import { fileOrder, sortedByCodes } from '../../domain/model/codedColumn';
import {
  type ObservationColumns,
  ObservationColumnsBuilder,
  observationAt,
  type ObservationTables
} from '../../domain/model/observationColumns';
import { encodeChunk } from './encodeChunk';
import { CHUNK_ROWS } from './makePack';

/** Rows that are held at once: some 150 MB. All chunks are read as often as they are needed for that. */
const HELD_ROWS = 2_000_000;

export interface MadePlaceChunk {
  /** Ids, in the order of their table. */
  readonly places: readonly string[];
  readonly rows: number;
  readonly bytes: Uint8Array;
}

export interface PlaceChunkSource {
  readonly tables: ObservationTables;
  /** By place, how many rows it has. */
  readonly countAt: readonly number[];
  /** How many chunks there are by indicator. */
  readonly chunks: number;
  /** @param chunk its position */
  readonly read: (chunk: number) => Promise<ObservationColumns>;
}

/**
 * One chunk after the other. Places of few rows share one, as indicators do.
 * @param least rows that a chunk has at least, the last one excepted
 * @param held rows that are held at once, if a chunk has not more by itself
 */
export async function* placeChunks(
  source: PlaceChunkSource,
  least: number = CHUNK_ROWS,
  held: number = HELD_ROWS
): AsyncGenerator<MadePlaceChunk, void> {
  for (const turn of groups(groups(placesOf(source.countAt), least), held)) {
    const { columns, at } = await collected(source, turn);
    const { codes } = columns.coded.place;
    const order = sortedByCodes(fileOrder(at.length), [{ codes, size: source.tables.places.length }]);
    let from = 0;
    for (const { members, rows } of turn.members) {
      const own = order.subarray(from, (from += rows));
      yield {
        places: members.map(({ place }) => source.tables.places[place]!.id),
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

/** The rows of some places out of all chunks, in their order, and where each stands among all rows. */
async function collected(
  { tables, chunks, read }: PlaceChunkSource,
  { members, rows }: Group<Group<CountedPlace>>
): Promise<{ readonly columns: ObservationColumns; readonly at: Int32Array }> {
  const isWanted = new Uint8Array(tables.places.length);
  for (const group of members) for (const { place } of group.members) isWanted[place] = 1;
  const builder = new ObservationColumnsBuilder(rows, tables);
  const at = new Int32Array(rows);
  let found = 0;
  for (let chunk = 0, from = 0; chunk < chunks; chunk += 1) {
    const columns = await read(chunk);
    const { indicator, place, source } = columns.coded;
    const block = { columns, indexOf: (row: number): number => row };
    for (let row = 0; row < columns.row.length; row += 1) {
      if (isWanted[place.codes[row]!] === 0) continue;
      at[found++] = from + row;
      const codes = { indicator: indicator.codes[row]!, place: place.codes[row]!, source: source.codes[row]! };
      builder.add(codes, observationAt(block, row, 0));
    }
    from += columns.row.length;
  }
  return { columns: builder.build(), at };
}
