/**
 * Asking a table of many rows: every column is a dictionary, each row holds the position of its entry. A test
 * runs once an entry and not once a row, so that 200,000 rows are sifted between two keystrokes.
 */

/** Positions in the entries; a byte or two where they are few. */
export type Codes = Int32Array | Uint16Array | Uint8Array;

/** A column: its different entries, and for each row which of them it has. */
export interface DictionaryColumn<T> {
  readonly entries: readonly T[];
  readonly codes: Codes;
}

/** Columns by name; `T` says what stands in each. */
export type CodedColumns<T> = { readonly [K in keyof T]: DictionaryColumn<T[K]> };

/** Tests by column: a row passes where one of them holds. Columns without a test don't count. */
export type Clause<T> = { readonly [K in keyof T]?: (entry: T[K]) => boolean };

/**
 * Rows that pass every clause.
 * @param order the rows to look at, in the order wanted
 * @returns their numbers in that order; `order` itself where there is nothing to ask
 */
export function rowsWhere<T>(columns: CodedColumns<T>, clauses: readonly Clause<T>[], order: Int32Array): Int32Array {
  return clauses.reduce((rows, clause) => passing(columns, clause, rows), order);
}

interface Test {
  readonly codes: Codes;
  /** 1 for each entry that passes. */
  readonly passes: Uint8Array;
}

function passing<T>(columns: CodedColumns<T>, clause: Clause<T>, rows: Int32Array): Int32Array {
  const tests: Test[] = [];
  for (const key of Object.keys(clause) as (keyof T)[]) {
    const test = clause[key];
    if (test)
      tests.push({ codes: columns[key].codes, passes: Uint8Array.from(columns[key].entries, (e) => Number(test(e))) });
  }
  const useful = tests.filter(({ passes }) => passes.includes(1));
  const out = new Int32Array(rows.length);
  let n = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    for (let t = 0; t < useful.length; t += 1) {
      const { codes, passes } = useful[t]!;
      if (passes[codes[row]!] === 1) {
        out[n] = row;
        n += 1;
        break;
      }
    }
  }
  return out.subarray(0, n);
}

/** Row numbers 0 to `size` − 1. */
export function fileOrder(size: number): Int32Array {
  const rows = new Int32Array(size);
  for (let i = 0; i < size; i += 1) rows[i] = i;
  return rows;
}

/** By what rows are sorted: the codes of a column, or what `rank` makes of them; both below `size`. */
export interface CodeKey {
  readonly codes: ArrayLike<number>;
  readonly rank?: ArrayLike<number>;
  readonly size: number;
}

/**
 * Rows sorted by several keys, the first before the others; rows equal in all keep their order. Counting sorts, the last
 * key first: costs the rows and the sizes, no comparison.
 */
export function sortedByCodes(rows: Int32Array, keys: readonly CodeKey[]): Int32Array {
  return keys.reduceRight((sorted, { codes, rank, size }) => {
    const codeOf = (row: number): number => (rank ? rank[codes[row]!]! : codes[row]!);
    const next = new Int32Array(size + 1);
    let isSorted = true;
    for (let i = 0, before = -1; i < sorted.length; i += 1) {
      const code = codeOf(sorted[i]!);
      if (code < before) isSorted = false;
      before = code;
      next[code + 1]! += 1;
    }
    if (isSorted) return sorted;
    for (let i = 1; i < next.length; i += 1) next[i]! += next[i - 1]!;
    const out = new Int32Array(sorted.length);
    for (let i = 0; i < sorted.length; i += 1) out[next[codeOf(sorted[i]!)]!++] = sorted[i]!;
    return out;
  }, rows);
}

/** Builds a column row by row. */
export class ColumnBuilder<T> {
  private readonly found: T[] = [];
  private readonly at = new Map<unknown, number>();
  private readonly codes: Int32Array;
  /** The row before has most often the same entry. */
  private last: T | undefined;
  private lastCode = 0;

  /** @param keyOf what makes two entries one; the entry itself where left out */
  constructor(
    size: number,
    private readonly keyOf: (entry: T) => unknown = (entry) => entry
  ) {
    this.codes = new Int32Array(size);
  }

  set(row: number, entry: T): void {
    if (entry !== this.last || this.found.length === 0) {
      const key = this.keyOf(entry);
      let code = this.at.get(key);
      if (code === undefined) {
        code = this.found.push(entry) - 1;
        this.at.set(key, code);
      }
      this.last = entry;
      this.lastCode = code;
    }
    this.codes[row] = this.lastCode;
  }

  /** The column of the first `size` rows; of all where left out. */
  column(size: number = this.codes.length): DictionaryColumn<T> {
    // One entry for all rows, as most columns have it, needs no position of four bytes.
    if (this.found.length <= 1) return { entries: this.found, codes: new Uint8Array(size) };
    return { entries: this.found, codes: this.codes.subarray(0, size) };
  }
}
