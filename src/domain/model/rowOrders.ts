/**
 * Orders of very many rows, in parts. Their columns come as a list, one a block, the rows of a block after those of the
 * one before it. Rows are counted and not compared: costs the rows, not the rows times their logarithm.
 */
import type { Steps } from '../steps/steps';
import type { DictionaryColumn } from './codedColumn';

/**
 * All rows sorted by the entries of a column, which its blocks share; rows with equal entries keep their order, also when
 * descending.
 */
export function* orderByEntry<T>(
  columns: readonly DictionaryColumn<T>[],
  compare: (a: T, b: T) => number,
  descending: boolean
): Steps<Int32Array> {
  const entries = columns[0]?.entries ?? [];
  const sorted = entries
    .map((_, i) => i)
    .sort((a, b) => (descending ? -1 : 1) * compare(entries[a]!, entries[b]!) || a - b);
  const rank = new Int32Array(entries.length);
  sorted.forEach((entry, i) => {
    const before = sorted[i - 1];
    const same = before !== undefined && compare(entries[before]!, entries[entry]!) === 0;
    rank[entry] = same ? rank[before]! : i;
  });
  return yield* counted(
    columns.map(({ codes }) => codes),
    entries.length,
    rank
  );
}

/**
 * All rows sorted by a whole number of each, 0 or more; rows with equal ones keep their order.
 * @param size more than the largest of them; costs memory
 */
export function orderByCount(columns: readonly ArrayLike<number>[], size: number): Steps<Int32Array> {
  return counted(columns, size, undefined);
}

/** A counting sort. */
function* counted(
  columns: readonly ArrayLike<number>[],
  size: number,
  rank: Int32Array | undefined
): Steps<Int32Array> {
  const next = new Int32Array(size + 1);
  for (const codes of columns) {
    countCodes(codes, rank, next);
    yield 0;
  }
  for (let i = 1; i < next.length; i += 1) next[i]! += next[i - 1]!;
  yield 0;
  const out = new Int32Array(rowsOf(columns));
  let from = 0;
  for (const codes of columns) {
    placeRows(codes, rank, from, next, out);
    from += codes.length;
    yield from;
  }
  return out;
}

function countCodes(codes: ArrayLike<number>, rank: Int32Array | undefined, next: Int32Array): void {
  for (let i = 0; i < codes.length; i += 1) next[(rank ? rank[codes[i]!]! : codes[i]!) + 1]! += 1;
}

function placeRows(
  codes: ArrayLike<number>,
  rank: Int32Array | undefined,
  from: number,
  next: Int32Array,
  out: Int32Array
): void {
  for (let i = 0; i < codes.length; i += 1) out[next[rank ? rank[codes[i]!]! : codes[i]!]!++] = from + i;
}

/** All rows sorted by a number; rows without one (NaN) stand last both ways, equal ones keep their order. */
export function* orderByNumber(columns: readonly ArrayLike<number>[], descending: boolean): Steps<Int32Array> {
  const size = rowsOf(columns);
  const keys = { low: new Uint32Array(size), high: new Uint32Array(size) };
  let order: Int32Array = new Int32Array(size);
  let [from, some, none] = [0, 0, size];
  for (const values of columns) {
    for (let i = 0; i < values.length; i += 1) {
      if (Number.isNaN(values[i]!)) order[--none] = from + i;
      else order[some++] = from + i;
    }
    writeKeys(values, descending, from, keys);
    from += values.length;
    yield from;
  }
  const last = order.slice(some).reverse();
  order = order.subarray(0, some);
  for (const { of, shift } of DIGITS) {
    order = sortedByDigit(order, keys[of], shift);
    yield size;
  }
  const out = new Int32Array(size);
  out.set(order);
  out.set(last, some);
  return out;
}

interface SortKeys {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** The bits of a number in four digits, the last first. */
const DIGITS: readonly { readonly of: keyof SortKeys; readonly shift: number }[] = [
  { of: 'low', shift: 0 },
  { of: 'low', shift: 16 },
  { of: 'high', shift: 0 },
  { of: 'high', shift: 16 }
];

const BOTH = new Float64Array(1);
const HALVES = new Uint32Array(BOTH.buffer);
/** Which half of a number has its sign. */
const [LOW, HIGH] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0];

/** Two whole numbers a number that compare as it does: its bits, but of a negative one all turned, and the sign of the others. */
function writeKeys(values: ArrayLike<number>, descending: boolean, from: number, { low, high }: SortKeys): void {
  const turn = descending ? 0xffff_ffff : 0;
  for (let i = 0; i < values.length; i += 1) {
    // −0 is 0.
    BOTH[0] = values[i]! + 0;
    const top = HALVES[HIGH]!;
    const isNegative = top >= 0x8000_0000;
    low[from + i] = (isNegative ? ~HALVES[LOW]! : HALVES[LOW]!) ^ turn;
    high[from + i] = (isNegative ? ~top : top ^ 0x8000_0000) ^ turn;
  }
}

function sortedByDigit(rows: Int32Array, key: Uint32Array, shift: number): Int32Array {
  const next = new Int32Array(0x1_0001);
  for (let i = 0; i < rows.length; i += 1) next[((key[rows[i]!]! >>> shift) & 0xffff) + 1]! += 1;
  // All have the same.
  if (rows.length === 0 || next[((key[rows[0]!]! >>> shift) & 0xffff) + 1] === rows.length) return rows;
  for (let i = 1; i < next.length; i += 1) next[i]! += next[i - 1]!;
  const out = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) out[next[(key[rows[i]!]! >>> shift) & 0xffff]!++] = rows[i]!;
  return out;
}

function rowsOf(columns: readonly { readonly length: number }[]): number {
  return columns.reduce((sum, { length }) => sum + length, 0);
}
