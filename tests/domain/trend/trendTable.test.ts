import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/table/table';
import { trend } from '../../../src/domain/trend/computeTrend';
import { trendSources } from '../../../src/domain/trend/sources';
import type { Trend } from '../../../src/domain/trend/trend';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { count, dataset, place, source } from '../factory';

const texts = (t: Table) => t.rows.map((row) => row.map((cell) => cell.text));
const column = (t: Table, key: string) => {
  const at = t.columns.findIndex((c) => c.key === key);
  return t.rows.map((row) => row[at]!);
};
const sources = [source('甲'), source('乙', { grade: 'B' })];

describe('trendTable(t) and trendSources(t)', () => {
  const data = dataset({
    sources,
    indicators: [count()],
    places: [place('甲县'), place('乙县'), place('丙县')],
    facts: [
      { at: '甲县', in: '2017', value: 500 },
      { at: '甲县', in: '2019', value: 1000, line: 3 },
      { at: '甲县', in: '2020', value: 719, line: 4 },
      { at: '甲县', in: '2020', value: -30, measure: '同比(%)', written: '下降30.0%', line: 5 },
      { at: '乙县', in: '2020', value: 700, line: 6, note: '含分院' },
      { at: '乙县', in: '2020', value: -30, measure: '同比(%)', written: '下降30%', line: 7 }
    ]
  });
  let answer: Trend;
  let table: Table;
  beforeEach(() => {
    answer = trend(data, { indicator: '门诊人次', places: ['甲县', '乙县', '丙县'] })!;
    table = trendTable(answer);
  });

  it('has a row a point with both changes, marks gaps and 推算, and names places without a number', () => {
    expect(table.columns.map((c) => c.title)).toEqual([
      '地区',
      '时期',
      '数值（人次）',
      '原文同比',
      '按数计算同比',
      '来源',
      '说明'
    ]);
    expect(texts(table)).toEqual([
      ['甲县', '2017年', '500人次', '', '', '甲报告（A级）', ''],
      ['甲县', '2019年', '1,000人次', '', '', '甲报告（A级）', '与上一行不连'],
      ['甲县', '2020年', '719人次', '下降30.0%', '下降28.1%', '甲报告（A级）', '原文同比与按数计算不一致'],
      ['乙县', '2019年', '推算1,000人次', '', '', '甲报告（A级）', '推算，原文没有写'],
      ['乙县', '2020年', '700人次', '下降30%', '', '甲报告（A级）', '含分院'],
      ['丙县', '', '无数据', '', '', '', '无数据：报告未写']
    ]);
  });

  it('keeps the numbers behind the texts', () => {
    expect(column(table, 'value').map((c) => c.value)).toEqual([500, 1000, 719, 1000, 700, null]);
    expect(column(table, 'stated').map((c) => c.value)).toEqual([null, null, -30, null, -30, null]);
    expect(column(table, 'computed').map((c) => c.value)).toEqual([null, null, -28.1, null, null, null]);
  });

  it('knows where point, stated and computed change stand', () => {
    const lines = (key: string) => column(table, key).map((c) => c.sources?.map((s) => s.line) ?? []);
    expect(lines('value')).toEqual([[1], [3], [4, 5], [7, 6], [6, 7], []]);
    expect(lines('stated')).toEqual([[], [], [5], [], [7], []]);
    // 719 of 2020 on line 4, 1,000 of 2019 on line 3.
    expect(lines('computed')).toEqual([[], [], [4, 3], [], [], []]);
  });

  it('lists figure, stated change, and for 推算 what it was worked back from', () => {
    expect(trendSources(answer).map((s) => [s.place, s.what, s.line, s.note])).toEqual([
      ['甲县', '门诊人次（2017年）', 1, ''],
      ['甲县', '门诊人次（2019年）', 3, ''],
      ['甲县', '门诊人次（2020年）', 4, ''],
      ['甲县', '门诊人次（2020年，下降30%）', 5, '原文同比'],
      ['乙县', '门诊人次（2020年，下降30%）', 7, '据此推算2019年的数'],
      ['乙县', '门诊人次（2020年）', 6, '据此推算2019年的数；含分院'],
      ['乙县', '门诊人次（2020年）', 6, '含分院'],
      ['乙县', '门诊人次（2020年，下降30%）', 7, '原文同比']
    ]);
  });
});
