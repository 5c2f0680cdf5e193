import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { progressTable } from '../../../src/domain/board/boardTable';
import { progressSources } from '../../../src/domain/board/sources';
import { compare } from '../../../src/domain/compare/compare';
import type { CompareQuery } from '../../../src/domain/compare/comparison';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { heatTable } from '../../../src/domain/compare/heatTable';
import { heatTableTable } from '../../../src/domain/compare/heatTableTable';
import { comparisonSources } from '../../../src/domain/compare/sources';
import type { Table } from '../../../src/domain/table/table';
import { trend } from '../../../src/domain/trend/computeTrend';
import { trendSources } from '../../../src/domain/trend/sources';
import { trendTable } from '../../../src/domain/trend/trendTable';
import { POPULATION, count, dataset, indicator, place, programme, source, unit, type Small } from '../factory';

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
  const table = comparisonTable(comparison({ reference: 'place:甲县' }));

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
  const answer = trend(data, { indicator: '门诊人次', places: ['甲县', '乙县', '丙县'] })!;
  const table = trendTable(answer);

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

describe('progressTable(b) and progressSources(b)', () => {
  const board = progressBoard(
    dataset({
      sources,
      places: [place('象山县'), unit('县中医院', '象山县')],
      programmes: [programme('结肠镜检查'), programme('产前筛查', { unit: '人' }), programme('讲座', { unit: '场' })],
      tasks: [
        {
          of: '结肠镜检查',
          at: '象山县',
          in: '2020',
          asOf: '2020-10-26',
          done: 2707,
          rate: 67.68,
          written: '2707 / 67.68%'
        },
        {
          of: '结肠镜检查',
          at: '象山县',
          in: '2020',
          asOf: '2020-10-26',
          done: 2707,
          rate: 67.68,
          written: '2707例 / 67.68%',
          source: '乙'
        },
        { of: '产前筛查', at: '县中医院', in: '2020', done: 2212, target: 2200, note: '免费。' },
        { of: '讲座', at: '象山县', in: '2021', target: 400, qualifier: '≥' }
      ]
    })
  );
  const table = progressTable(board);

  it('has the rows of the board in its order, then the plans', () => {
    expect(table.columns.map((c) => c.title)).toEqual([
      '灯',
      '任务',
      '地区或单位',
      '任务期',
      '完成数',
      '目标',
      '完成率（%）',
      '按数计算（%）',
      '序时（%）',
      '快慢（个百分点）',
      '截至',
      '来源',
      '说明'
    ]);
    expect(texts(table)).toEqual([
      [
        '■滞后',
        '结肠镜检查',
        '象山县',
        '2020年',
        '2,707例',
        '推算4,000例',
        '67.68%',
        '',
        '81.97%',
        '慢14.3个百分点',
        '2020年10月26日',
        '甲报告（A级）；乙报告（B级）',
        '另有《乙报告》写同样的数；标“推算”的目标是完成数÷完成率，原文没有写'
      ],
      [
        '○不亮灯',
        '产前筛查',
        '县中医院',
        '2020年',
        '2,212人',
        '2,200人',
        '100.55%',
        '100.55%',
        '',
        '',
        '',
        '甲报告（A级）',
        '没有写明数据截止日，算不出序时；免费'
      ],
      ['○不亮灯', '讲座', '象山县', '2021年', '', '≥400场', '', '', '', '', '', '甲报告（A级）', '计划，尚无完成数']
    ]);
  });

  it('keeps the numbers behind the texts', () => {
    expect(column(table, 'rate').map((c) => c.value)).toEqual([67.68, 100.55, null]);
    expect(column(table, 'lead').map((c) => c.value)).toEqual([-14.29, null, null]);
    expect(column(table, 'target').map((c) => c.value)).toEqual([4000, 2200, 400]);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    const at = (key: string) =>
      column(table, key).map((c) => c.sources?.map((s) => `${s.source.id}${s.line}`).join() ?? '');
    expect(at('rate')).toEqual(['甲1,乙2', '甲3', '']);
    expect(at('target')).toEqual(['甲1,乙2', '甲3', '甲4']);
    expect(table.caption).toBe(board.verdict);
    expect(table.notes).toBe(board.notes);
  });

  it('lists rows with their witnesses, then plans', () => {
    expect(progressSources(board).map((s) => [s.place, s.what, s.written, s.source.id])).toEqual([
      ['象山县', '结肠镜检查（2020年）', '2707 / 67.68%', '甲'],
      ['象山县', '结肠镜检查（2020年）', '2707例 / 67.68%', '乙'],
      ['县中医院', '产前筛查（2020年）', '2200 / 2212', '甲'],
      ['象山县', '讲座（2021年）', '400', '甲']
    ]);
  });
});

describe('heatTableTable(h)', () => {
  it('has a row an indicator and a column a place, reasons in words', () => {
    const rate = indicator({ name: '孕产妇死亡率', unit: '1/10万', better: '低' });
    const data = dataset({
      indicators: [rate],
      facts: [
        { at: '甲县', in: '2020', value: 9.5 },
        { at: '乙县', in: '2020', value: 8 },
        { at: '丙县', in: '2020-H1', value: 1 },
        { at: '丁县', in: '2020', value: null }
      ]
    });
    const table = heatTableTable(heatTable(data, { indicators: [rate.id], places: [] }));
    expect(table.columns.map((c) => c.title)).toEqual(['指标', '甲县', '乙县', '丙县', '丁县']);
    expect(texts(table)).toEqual([
      [
        '孕产妇死亡率（1/10万）',
        '9.5/10万',
        '8/10万',
        '1/10万（时期为2020年上半年（半年），与全年不可比）',
        '无数据：未报'
      ]
    ]);
    expect(table.rows[0]!.map((c) => c.value)).toEqual([null, 9.5, 8, 1, null]);
    expect(table.rows[0]!.map((c) => c.sources?.[0]?.line)).toEqual([undefined, 1, 2, 3, 4]);
  });
});
