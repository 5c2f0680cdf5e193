import { beforeEach, describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/compare/compare';
import type { CompareQuery } from '../../../src/domain/compare/comparison';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { comparisonSources } from '../../../src/domain/compare/sources';
import type { Table } from '../../../src/domain/table/table';
import { POPULATION, count, dataset, place, source, type Small } from '../factory';

const texts = (t: Table) => t.rows.map((row) => row.map((cell) => cell.text));
const column = (t: Table, key: string) => {
  const at = t.columns.findIndex((c) => c.key === key);
  return t.rows.map((row) => row[at]!);
};
const sources = [source('甲'), source('乙', { grade: 'B' })];

const PLACES: Small = {
  sources,
  indicators: [count({ unit: '例', better: '低', decimals: 0 })],
  places: [place('甲县'), place('乙县'), place('丙县'), place('丁县'), place('戊县')],
  facts: [
    { at: '甲县', in: '2020', value: 40650, line: 12, written: '40650例', note: '含输入病例。' },
    { at: '甲县', in: '2020', value: 40650, source: '乙', line: 85, written: '4.065万例' },
    { at: '甲县', in: '2020', value: 40000, source: '乙', line: 90, written: '40000例' },
    { at: '乙县', in: '2020', value: 40650, status: '预计' },
    { at: '丙县', in: '2020', value: 800, qualifier: '≤' },
    { at: '丁县', in: '2020-H1', value: 300 }
  ]
};
function comparison(query: Partial<CompareQuery> = {}) {
  const data = dataset(PLACES);
  return compare(data, { indicator: data.indicators[0]!.id, ...query })!;
}

describe('comparisonTable(c)', () => {
  let table: Table;
  beforeEach(() => {
    table = comparisonTable(comparison({ reference: 'place:甲县' }));
  });

  it('has the rows of the chart in its order, the reference line, what was left out and what is missing', () => {
    expect(table.columns.map((c) => c.title)).toEqual([
      '名次',
      '地区',
      '数值（例）',
      '时期',
      '与前一名相差',
      '来源',
      '说明'
    ]);
    expect(texts(table)).toEqual([
      ['不排名', '丙县', '≤800例', '2020年', '', '甲报告（A级）', ''],
      ['并列1', '甲县', '40,650例', '2020年', '', '甲报告（A级）；乙报告（B级）', '含输入病例'],
      ['并列1', '乙县', '40,650例', '2020年', '', '甲报告（A级）', '预计数'],
      ['', '参考线：甲县', '40,650例', '', '', '', ''],
      ['', '丁县', '未列入', '2020年上半年', '', '甲报告（A级）', '时期为2020年上半年（半年），与全年不可比'],
      ['', '戊县', '无数据', '', '', '', '无数据：报告未写']
    ]);
  });

  it('knows where each number stands: all who say it, then who says otherwise', () => {
    const at = column(table, 'value').map((c) => c.sources?.map((s) => `${s.source.id}${s.line}`));
    expect(at).toEqual([['甲5'], ['甲12', '乙85', '乙90'], ['甲4'], ['甲12', '乙85', '乙90'], ['甲6'], undefined]);
    expect(column(table, 'place').every((c) => c.sources === undefined)).toBe(true);
  });

  it('names the population beside a figure per head', () => {
    const data = dataset({
      indicators: [count(), POPULATION],
      facts: [
        { at: '甲县', in: '2020', value: 500 },
        { of: 'population', at: '甲县', in: '2020-12-31', value: 100000, line: 9 }
      ]
    });
    const c = compare(data, { indicator: '门诊人次', perHead: true })!;
    expect(column(comparisonTable(c), 'value')[0]!.sources!.map((s) => [s.line, s.note])).toEqual([
      [1, ''],
      [9, '人口数，用于折算']
    ]);
  });

  it('marks a place that the report doesn’t name', () => {
    const data = dataset({
      places: [place('舞钢市', { naming: '推断' })],
      facts: [{ at: '舞钢市', in: '2020', value: 90 }]
    });
    const c = compare(data, { indicator: data.indicators[0]!.id })!;
    expect(column(comparisonTable(c), 'place')[0]!.text).toBe('舞钢市〔推断〕');
    expect(comparisonSources(c)[0]).toMatchObject({ place: '舞钢市〔推断〕', naming: '地名是推断的，原文没有写明。' });
  });

  it('keeps the numbers behind the texts, none where there is none', () => {
    expect(column(table, 'value').map((c) => c.value)).toEqual([800, 40650, 40650, 40650, null, null]);
    expect(column(table, 'rank').map((c) => c.value)).toEqual([null, 1, 1, null, null, null]);
  });

  it('is headed by the verdict and carries every note', () => {
    const c = comparison();
    expect(comparisonTable(c).caption).toBe(c.verdict);
    expect(comparisonTable(c).notes).toBe(c.notes);
  });

  it('has one cell a column in every row', () => {
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('marks what is drawn although it doesn’t fit', () => {
    const odd = comparisonTable(comparison({ showUnfit: true, reference: 'none' }));
    expect(texts(odd)[3]).toEqual([
      '不可比',
      '丁县',
      '300例',
      '2020年上半年',
      '',
      '甲报告（A级）',
      '时期为2020年上半年（半年），与全年不可比'
    ]);
  });
});

describe('comparisonSources(c)', () => {
  it('names source, line and words of every number: witnesses, rival values, what was left out', () => {
    expect(
      comparisonSources(comparison()).map((s) => [s.place, s.what, s.written, s.source.id, s.line, s.note])
    ).toEqual([
      ['丙县', '门诊人次（2020年）', '800', '甲', 5, ''],
      ['甲县', '门诊人次（2020年）', '40650例', '甲', 12, '含输入病例。'],
      ['甲县', '门诊人次（2020年）', '4.065万例', '乙', 85, ''],
      ['甲县', '门诊人次（2020年）', '40000例', '乙', 90, '另有此数，未采用'],
      ['乙县', '门诊人次（2020年）', '40650', '甲', 4, ''],
      ['丁县', '门诊人次（2020年上半年）', '300', '甲', 6, '未列入比较']
    ]);
  });
});
