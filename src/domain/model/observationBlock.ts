/**
 * Observations of some indicators, all of theirs: a table that is read as a whole is one block, a pack has many. A pack has
 * the same observations again in blocks by place.
 */
import { type DictionaryColumn, fileOrder, sortedByCodes } from './codedColumn';
import type { ObservationColumns } from './observationColumns';

type IdColumn = DictionaryColumn<{ readonly id: string }>;
type Groups = ReadonlyMap<string, Int32Array>;

const NONE: Int32Array = new Int32Array(0);

/** Positions are those in the columns of the block, in file order; they are grouped when first asked for. */
export class ObservationBlock {
  /** Rows, those of sub-groups too. */
  readonly size: number;
  private split: { readonly whole: Int32Array; readonly parts: Int32Array } | undefined;
  private byIndicator: Groups | undefined;
  private readonly atPlace = new Map<string, Int32Array>();
  private readonly byPair = new Map<string, Groups>();

  /**
   * @param from index of its first observation in the dataset, those of the others follow
   * @param at of a block by place, the index of each observation, ascending for each place
   */
  constructor(
    readonly from: number,
    readonly columns: ObservationColumns,
    private readonly at: Int32Array | null = null
  ) {
    this.size = columns.row.length;
  }

  /** The index in the dataset of the observation in a row. */
  indexOf(row: number): number {
    return this.at ? this.at[row]! : this.from + row;
  }

  /** Rows of an indicator, none of a sub-group. Unknown id: none, here and below. */
  rowsOf(indicatorId: string): Int32Array {
    this.byIndicator ??= groupRows(this.columns.coded.indicator, this.rows().whole);
    return this.byIndicator.get(indicatorId) ?? NONE;
  }

  /** Rows of a place, none of a sub-group: looked for one place at a time, as most often one alone is asked for. */
  rowsAt(placeId: string): Int32Array {
    let rows = this.atPlace.get(placeId);
    if (!rows) this.atPlace.set(placeId, (rows = this.placeRows(placeId)));
    return rows;
  }

  /** Rows of an indicator at a place, none of a sub-group: costs what they are once the indicator has been asked for. */
  rowsIn(indicatorId: string, placeId: string): Int32Array {
    let places = this.byPair.get(indicatorId);
    if (!places) this.byPair.set(indicatorId, (places = groupRows(this.columns.coded.place, this.rowsOf(indicatorId))));
    return places.get(placeId) ?? NONE;
  }

  /** Rows of an indicator that are of a sub-group. */
  partsOf(indicatorId: string): Int32Array {
    const { codes, entries } = this.columns.coded.indicator;
    return this.rows().parts.filter((row) => entries[codes[row]!]!.id === indicatorId);
  }

  private placeRows(placeId: string): Int32Array {
    const { entries, codes } = this.columns.coded.place;
    const { whole } = this.rows();
    const code = entries.findIndex(({ id }) => id === placeId);
    const found: number[] = [];
    for (let i = 0; i < whole.length; i += 1) if (codes[whole[i]!] === code) found.push(whole[i]!);
    return Int32Array.from(found);
  }

  /** No other question but theirs meets the rows of sub-groups. */
  private rows(): { readonly whole: Int32Array; readonly parts: Int32Array } {
    if (this.split) return this.split;
    const { entries, codes } = this.columns.coded.part;
    const isWhole = entries.map((entry) => entry === '');
    const all = firstRows(this.size);
    this.split = isWhole.includes(false)
      ? { whole: all.filter((row) => isWhole[codes[row]!]), parts: all.filter((row) => !isWhole[codes[row]!]) }
      : { whole: all, parts: NONE };
    return this.split;
  }
}

let counted: Int32Array = NONE;

/** Row numbers 0 to `size` − 1, the same ones for all blocks: nobody writes into them. */
function firstRows(size: number): Int32Array {
  if (counted.length < size) counted = fileOrder(size);
  return counted.subarray(0, size);
}

/** Rows by the id their key column points at, in their order; ids without a row are left out. Costs little where they stand together already. */
function groupRows({ entries, codes }: IdColumn, rows: Int32Array): Groups {
  const sorted = sortedByCodes(rows, [{ codes, size: entries.length }]);
  const groups = new Map<string, Int32Array>();
  for (let from = 0, to = 1; from < sorted.length; from = to, to += 1) {
    const code = codes[sorted[from]!]!;
    while (to < sorted.length && codes[sorted[to]!] === code) to += 1;
    groups.set(entries[code]!.id, sorted.subarray(from, to));
  }
  return groups;
}
