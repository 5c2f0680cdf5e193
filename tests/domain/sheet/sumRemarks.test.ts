import { describe, expect, it } from 'vitest';
import type { SheetFact } from '../../../src/domain/sheet/sheetFact';
import { sumRemarks } from '../../../src/domain/sheet/sumRemarks';

/** Rows of one column, `合计` and `小计` by their names. */
function column(
  rows: readonly (readonly [place: string, value: number])[],
  more: Partial<SheetFact> = {}
): SheetFact[] {
  return rows.map(([place, value], row) => fact(place, value, row, 1, more));
}
function fact(place: string, value: number, row: number, at: number, more: Partial<SheetFact> = {}): SheetFact {
  return {
    ...{ file: '十月.xlsx', sheet: '进度', cell: `${'ABCDE'[at]}${row + 1}`, row, column: at },
    ...{ place, item: '门诊人次', part: '', measure: 'value', period: '2024', unit: '人次', value, qualifier: '' },
    ...{ shown: String(value), note: '', hidden: false },
    total: place === '合计' || place === '小计' ? place : '',
    ...more
  };
}
const said = (facts: readonly SheetFact[]) => sumRemarks(facts).map(({ origin, why }) => `${origin.cell} ${why}`);

describe('sumRemarks(facts)', () => {
  it('tells a 合计 that is not the sum of the rows above it, or below it where it comes first', () => {
    expect(
      said(
        column([
          ['甲县', 5],
          ['乙县', 6],
          ['合计', 11]
        ])
      )
    ).toEqual([]);
    expect(
      said(
        column([
          ['甲县', 5],
          ['乙县', 6],
          ['合计', 12]
        ])
      )
    ).toEqual(['B3 合计写的是12，各行相加是11']);
    expect(
      said(
        column([
          ['合计', 11],
          ['甲县', 5],
          ['乙县', 6]
        ])
      )
    ).toEqual([]);
    expect(
      said(
        column([
          ['合计', 9],
          ['甲县', 5],
          ['乙县', 6]
        ])
      )
    ).toEqual(['B1 合计写的是9，各行相加是11']);
  });

  it('takes a 小计 as the sum of its group, and a 合计 as that of all rows or of all 小计', () => {
    const groups = (小计: number, 合计: number) =>
      column([
        ['甲县', 5],
        ['乙县', 6],
        ['小计', 小计],
        ['丙县', 1],
        ['丁县', 2],
        ['小计', 3],
        ['合计', 合计]
      ]);
    expect(said(groups(11, 14))).toEqual([]);
    expect(said(groups(10, 14))).toEqual(['B3 小计写的是10，各行相加是11']);
    expect(said(groups(10, 13))).toEqual(['B3 小计写的是10，各行相加是11']);
    expect(said(groups(11, 15))).toEqual(['B7 合计写的是15，各行相加是14']);
  });

  it('takes each 合计 of several tables one below the other as that of its own rows, the last also as that of all', () => {
    const two = (last: number) =>
      column([
        ['甲县', 5],
        ['乙县', 6],
        ['合计', 11],
        ['丙县', 1],
        ['丁县', 2],
        ['合计', last]
      ]);
    expect(said(two(3))).toEqual([]);
    expect(said(two(14))).toEqual([]);
    expect(said(two(4))).toEqual(['B6 合计写的是4，各行相加是3']);
  });

  it('adds along the row where the sums stand in a column', () => {
    const row = (sum: number) => [fact('甲县', 5, 1, 1), fact('乙县', 6, 1, 2), fact('合计', sum, 1, 3)];
    expect(said(row(11))).toEqual([]);
    expect(said(row(10))).toEqual(['D2 合计写的是10，各列相加是11']);
  });

  it('allows rounding, and sums no rates, no sub-groups and no different things', () => {
    expect(
      said(
        column([
          ['甲县', 1.4],
          ['乙县', 1.4],
          ['合计', 2.9]
        ])
      )
    ).toEqual([]);
    expect(
      said(
        column([
          ['甲县', 1.4],
          ['乙县', 1.4],
          ['合计', 3.1]
        ])
      )
    ).toEqual(['B3 合计写的是3.1，各行相加是2.8']);
    expect(
      said(
        column(
          [
            ['甲县', 50],
            ['乙县', 60],
            ['合计', 55]
          ],
          { unit: '%' }
        )
      )
    ).toEqual([]);
    expect(
      said(
        column(
          [
            ['甲县', 50],
            ['乙县', 60],
            ['合计', 55]
          ],
          { measure: 'rate' }
        )
      )
    ).toEqual([]);
    expect(
      said(
        column(
          [
            ['甲县', 5],
            ['乙县', 6],
            ['合计', 9]
          ],
          { part: '男' }
        )
      )
    ).toEqual([]);
    const [a, b, sum] = column([
      ['甲县', 5],
      ['乙县', 6],
      ['合计', 9]
    ]);
    expect(said([a!, { ...b!, item: '床位数' }, sum!])).toEqual([]);
  });
});
