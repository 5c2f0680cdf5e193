import { describe, expect, it } from 'vitest';
import { ColumnBuilder, type DictionaryColumn } from '../../../src/domain/model/codedColumn';
import { orderByCount, orderByEntry, orderByNumber } from '../../../src/domain/model/rowOrders';
import { finish, type Steps } from '../../../src/domain/steps/steps';

function column<T>(list: readonly T[]): DictionaryColumn<T> {
  const builder = new ColumnBuilder<T>(list.length);
  list.forEach((entry, row) => builder.set(row, entry));
  return builder.column();
}

const rows = (steps: Steps<Int32Array>) => [...finish(steps)];
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('orderByEntry(columns, compare, descending)', () => {
  const letters = column(['b', 'a', 'c', 'a']);

  it('sorts rows and keeps equal ones in their order, both ways', () => {
    expect(rows(orderByEntry([letters], byName, false))).toEqual([1, 3, 0, 2]);
    expect(rows(orderByEntry([letters], byName, true))).toEqual([2, 0, 1, 3]);
  });

  it('mixes entries that compare equal in the order of the rows', () => {
    const mixed = column(['b', 'A', 'a', 'A']);
    const anyCase = (a: string, b: string) => byName(a.toLowerCase(), b.toLowerCase());
    expect(rows(orderByEntry([mixed], anyCase, false))).toEqual([1, 2, 3, 0]);
  });

  it('counts the rows of a second block after those of the first', () => {
    const entries = ['b', 'a'];
    const blocks = [
      { entries, codes: Uint8Array.of(0, 1) },
      { entries, codes: Int32Array.of(1, 0) }
    ];
    expect(rows(orderByEntry(blocks, byName, false))).toEqual([1, 2, 0, 3]);
  });

  it('of no rows is empty', () => {
    expect(rows(orderByEntry([column<string>([])], byName, false))).toEqual([]);
    expect(rows(orderByEntry<string>([], byName, false))).toEqual([]);
  });
});

describe('orderByCount(columns, size)', () => {
  it('sorts by whole numbers, equal ones in their order', () => {
    expect(rows(orderByCount([Int32Array.of(7, 2), Int32Array.of(3, 2)], 8))).toEqual([1, 3, 2, 0]);
  });
});

describe('orderByNumber(columns, descending)', () => {
  it('puts what has no number last, both ways', () => {
    expect(rows(orderByNumber([[2, NaN, 1, 2, NaN]], false))).toEqual([2, 0, 3, 1, 4]);
    expect(rows(orderByNumber([[2, NaN, 1], Float64Array.of(2, NaN)], true))).toEqual([0, 3, 2, 1, 4]);
    expect(rows(orderByNumber([[NaN, NaN]], true))).toEqual([0, 1]);
    expect(rows(orderByNumber([], false))).toEqual([]);
  });

  it('knows negative numbers, both zeros as one, and what has no end', () => {
    const values = [0, -0, -2.5, Infinity, 1e-310, -Infinity, 0, 2.5];
    expect(rows(orderByNumber([values], false))).toEqual([5, 2, 0, 1, 6, 4, 7, 3]);
    expect(rows(orderByNumber([values], true))).toEqual([3, 7, 4, 0, 1, 6, 2, 5]);
  });

  it('orders as comparing does', () => {
    // The same numbers each time, spread over all sizes and both signs, many of them twice.
    let seed = 1;
    const next = () => (seed = (seed * 48_271) % 0x7fff_ffff) / 0x7fff_ffff;
    const values = Array.from({ length: 3_000 }, () => {
      const value = Math.round((next() - 0.5) * 400) * 10 ** Math.round((next() - 0.5) * 12);
      return next() < 0.05 ? NaN : value;
    });
    for (const descending of [false, true]) {
      const sign = descending ? -1 : 1;
      const some = values.map((_, at) => at).filter((at) => !Number.isNaN(values[at]!));
      const none = values.map((_, at) => at).filter((at) => Number.isNaN(values[at]!));
      const compared = [...some.sort((a, b) => sign * (values[a]! - values[b]!) || a - b), ...none];
      expect(rows(orderByNumber([values.slice(0, 1_111), values.slice(1_111)], descending))).toEqual(compared);
    }
  });
});
