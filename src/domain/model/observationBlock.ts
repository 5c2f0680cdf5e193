/**
 * Observations of some indicators, all of theirs: a table that is read as a whole is one block, a pack has many. A pack has
 * the same observations again in blocks by place.
 */
import { type Codes, type DictionaryColumn, fileOrder } from './codedColumn';
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
  private byPlace: Groups | undefined;
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

  /** Rows of a place, none of a sub-group. A few are looked for one by one: most often one alone is asked for. */
  rowsAt(placeId: string): Int32Array {
    const known = this.atPlace.get(placeId);
    if (known) return known;
    if (!this.byPlace && this.atPlace.size < FEW_PLACES) {
      const rows = this.placeRows(placeId);
      this.atPlace.set(placeId, rows);
      return rows;
    }
    this.byPlace ??= groupRows(this.columns.coded.place, this.rows().whole);
    return this.byPlace.get(placeId) ?? NONE;
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
    const { whole, parts } = this.rows();
    const code = entries.findIndex(({ id }) => id === placeId);
    if (code < 0) return NONE;
    if (parts.length > 0) return whole.filter((row) => codes[row] === code);
    const found: number[] = [];
    for (let row = 0; row < codes.length; row += 1) if (codes[row] === code) found.push(row);
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

/** So many places are looked for in all rows before the rows are grouped by place. */
const FEW_PLACES = 8;

let counted: Int32Array = NONE;

/** Row numbers 0 to `size` − 1, the same ones for all blocks: nobody writes into them. */
function firstRows(size: number): Int32Array {
  if (counted.length < size) counted = fileOrder(size);
  return counted.subarray(0, size);
}

/** Rows by the id their key column points at, in their order; ids without a row are left out. */
function groupRows({ entries, codes }: IdColumn, rows: Int32Array): Groups {
  const groups = runsOf(codes, rows) ?? countedGroups(entries.length, codes, rows);
  return new Map(groups.map(({ code, own }) => [entries[code]!.id, own] as const));
}

interface Group {
  readonly code: number;
  readonly own: Int32Array;
}

/** Of rows that stand together as the keys do, which is how a pack has its indicators; else undefined. */
function runsOf(codes: Codes, rows: Int32Array): Group[] | undefined {
  const groups: Group[] = [];
  let from = 0;
  for (let i = 1; i <= rows.length; i += 1) {
    const code = codes[rows[i - 1]!]!;
    const next = i < rows.length ? codes[rows[i]!]! : Infinity;
    if (next === code) continue;
    if (next < code) return undefined;
    groups.push({ code, own: rows.subarray(from, i) });
    from = i;
  }
  return groups;
}

/** A counting sort. */
function countedGroups(size: number, codes: Codes, rows: Int32Array): Group[] {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < rows.length; i += 1) starts[codes[rows[i]!]! + 1]! += 1;
  for (let code = 0; code < size; code += 1) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) sorted[next[codes[rows[i]!]!]!++] = rows[i]!;
  const groups: Group[] = [];
  for (let code = 0; code < size; code += 1) {
    const own = sorted.subarray(starts[code], starts[code + 1]);
    if (own.length > 0) groups.push({ code, own });
  }
  return groups;
}
