import { describe, expect, it } from 'vitest';
import {
  type DictionaryColumn,
  type CodedColumns,
  ColumnBuilder,
  fileOrder,
  rowsWhere,
  sortedByCodes
} from '../../../src/domain/model/codedColumn';
import { repeatedRows } from '../../../src/domain/model/repeatedRows';

interface Fruit {
  name: string;
  colour: string;
}

function column<T>(list: readonly T[]): DictionaryColumn<T> {
  const builder = new ColumnBuilder<T>(list.length);
  list.forEach((entry, row) => builder.set(row, entry));
  return builder.column();
}

const columns: CodedColumns<Fruit> = {
  name: column(['苹果', '梨', '苹果', '橙']),
  colour: column(['红', '黄', '绿', '橙'])
};
const all = fileOrder(4);
const rows = (list: Int32Array) => [...list];

describe('ColumnBuilder', () => {
  it('keeps each different entry once, by key where one is given', () => {
    expect(columns.name.entries).toEqual(['苹果', '梨', '橙']);
    expect([...columns.name.codes]).toEqual([0, 1, 0, 2]);
    const byId = new ColumnBuilder<{ id: string }>(2, (entry) => entry.id);
    byId.set(0, { id: 'a' });
    byId.set(1, { id: 'a' });
    expect(byId.column().entries).toEqual([{ id: 'a' }]);
  });
});

describe('rowsWhere(columns, clauses, order)', () => {
  it('without a clause gives all rows in the order asked for', () => {
    expect(rows(rowsWhere(columns, [], Int32Array.of(3, 1)))).toEqual([3, 1]);
  });

  it('passes a row where one test of the clause holds', () => {
    expect(rows(rowsWhere(columns, [{ name: (n) => n === '橙', colour: (c) => c === '红' }], all))).toEqual([0, 3]);
  });

  it('wants every clause', () => {
    expect(rows(rowsWhere(columns, [{ name: (n) => n === '苹果' }, { colour: (c) => c === '绿' }], all))).toEqual([2]);
  });

  it('finds nothing where no entry passes, and nothing in a clause without tests', () => {
    expect(rows(rowsWhere(columns, [{ name: () => false }], all))).toEqual([]);
    expect(rows(rowsWhere(columns, [{}], all))).toEqual([]);
  });

  it('asks each entry once, however many rows there are', () => {
    const asked: string[] = [];
    rowsWhere(columns, [{ name: (n) => asked.push(n) > 0 }], all);
    expect(asked).toEqual(['苹果', '梨', '橙']);
  });
});

describe('sortedByCodes(rows, keys)', () => {
  const first = { codes: [1, 0, 1, 0, 1], size: 2 };
  const second = { codes: [0, 2, 1, 0, 0], rank: [2, 1, 0], size: 3 };

  it('sorts by the first key, then by the second; equal rows keep their order', () => {
    expect(rows(sortedByCodes(fileOrder(5), [first]))).toEqual([1, 3, 0, 2, 4]);
    expect(rows(sortedByCodes(fileOrder(5), [first, second]))).toEqual([1, 3, 2, 0, 4]);
    expect(rows(sortedByCodes(Int32Array.of(4, 0), [first, second]))).toEqual([4, 0]);
    expect(rows(sortedByCodes(new Int32Array(0), [first, second]))).toEqual([]);
  });

  it('shows which rows are equal in all keys, those that come first before the others', () => {
    const keys = [{ codes: [1, 0, 1, 0, 2, 1], size: 3 }];
    expect(repeatedRows(sortedByCodes(fileOrder(6), keys), keys).map(rows)).toEqual([
      [0, 2, 5],
      [1, 3]
    ]);
    expect(repeatedRows(Int32Array.of(4), keys)).toEqual([]);
    expect(repeatedRows(new Int32Array(0), keys)).toEqual([]);
  });
});
