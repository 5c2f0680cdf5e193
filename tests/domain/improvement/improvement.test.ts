import { describe, expect, it } from 'vitest';
import { changeBars } from '../../../src/charts/changeBars';
import { changeChart } from '../../../src/charts/office/changeChart';
import { improvement } from '../../../src/domain/improvement/improvement';
import type { ImprovementQuery } from '../../../src/domain/improvement/answer';
import { improvementSources, improvementTable } from '../../../src/domain/improvement/table';
import { count, dataset, indicator, place, type Fact } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const VISITS = count({ id: 'visits' });
const pair = (of: string, at: string, before: number, now: number): Fact[] => [
  { of, at, in: '2024-11', value: before },
  { of, at, in: '2024-12', value: now }
];
const data = dataset({
  indicators: [RATE, DAYS, VISITS],
  places: [
    place('某市', { level: '地市' }),
    ...['甲县', '乙县', '丙县', '丁县'].map((id) => place(id, { parent: '某市' }))
  ],
  facts: [
    ...pair('rate', '某市', 75, 80),
    ...pair('rate', '甲县', 90, 90),
    ...pair('rate', '乙县', 80, 75),
    ...pair('rate', '丙县', 70, 85),
    // 丁县 has none of November.
    { of: 'rate', at: '丁县', in: '2024-12', value: 60 },
    ...pair('days', '甲县', 10, 9),
    ...pair('days', '乙县', 8, 8.4),
    ...pair('visits', '甲县', 100, 200),
    ...pair('visits', '乙县', 100, 200)
  ]
});
const ask = (more: Partial<ImprovementQuery> = {}) =>
  improvement(data, { indicator: 'rate', against: { base: 'previous' }, ...more })!;

describe('进步榜', () => {
  it('has the most improved first, the place without an earlier figure apart', () => {
    const answer = ask();
    expect(answer.rows.map((row) => [row.name, row.text, row.judgement, row.order])).toEqual([
      ['丙县', '上升15个百分点', '好转', 1],
      ['某市', '上升5个百分点', '好转', 2],
      ['甲县', '持平', '持平', 3],
      ['乙县', '下降5个百分点', '变差', 4]
    ]);
    expect(answer.without.map(({ place: { name }, reason }) => [name, reason])).toEqual([['丁县', '2024年11月没有数']]);
    expect(answer.verdict).toBe(
      '2024年12月规范管理率比上期（2024年11月），4个地区中2个好转，丙县进步最大（上升15个百分点）'
    );
  });

  it('covers the changes of all months where one steps through them, on one axis', () => {
    const stepped = dataset({
      indicators: [RATE],
      facts: [
        ...['2024-10', '2024-11', '2024-12'].map((month, i): Fact => ({
          of: 'rate',
          at: '甲县',
          in: month,
          value: [50, 90, 88][i]!
        })),
        ...['2024-10', '2024-11', '2024-12'].map((month, i): Fact => ({
          of: 'rate',
          at: '乙县',
          in: month,
          value: [60, 55, 56][i]!
        })),
        // Another length of time is another chart.
        { of: 'rate', at: '甲县', in: '2023', value: 1 },
        { of: 'rate', at: '甲县', in: '2024', value: 99 }
      ]
    });
    const at = (period: string, steady = true) =>
      improvement(stepped, { indicator: 'rate', against: { base: 'previous' }, period, steady })!;
    expect([...at('2024-12').steady!].sort((a, b) => a - b)).toEqual([-5, -2, 1, 40]);
    expect(at('2024-12', false).steady).toEqual([]);
    const axis = (period: string) => changeBars(at(period), { width: 1000, scale: 1 }).option;
    expect(axis('2024-11').xAxis).toEqual(axis('2024-12').xAxis);
    expect(axis('2024-11').grid).toEqual(axis('2024-12').grid);
    expect(changeChart(at('2024-11'))).toMatchObject({ max: changeChart(at('2024-12')).max! });
  });

  it('tells the cause of a changed rank; an area isn’t ranked beside its counties', () => {
    // Before 90 80 70: 甲 乙 丙. Now 90 75 85: 甲 丙 乙. 丙 alone at 85 passes 80. 乙 alone at 75 stays ahead of 70.
    const ranks = new Map(ask().rows.map((row) => [row.name, row.rank]));
    expect(ranks.get('某市')).toBeNull();
    expect(ranks.get('丙县')).toEqual({ before: 3, now: 2, gained: 1, own: 1, others: 0 });
    expect(ranks.get('乙县')).toEqual({ before: 2, now: 3, gained: -1, own: 0, others: -1 });
    expect(ask({ focus: '丙县' }).verdict).toBe(
      '丙县2024年12月规范管理率比上期（2024年11月）上升15个百分点，4个地区中进步第1，名次升1位'
    );
  });

  it('takes a fall for progress where less is better', () => {
    // 10 → 9 is −10%, 8 → 8.4 is +5%.
    expect(ask({ indicator: 'days' }).rows.map((row) => [row.name, row.text, row.judgement])).toEqual([
      ['甲县', '下降10.0%', '好转'],
      ['乙县', '增长5.0%', '变差']
    ]);
  });

  it('has no order for what is neither good nor bad, and says so', () => {
    expect(ask({ indicator: 'visits' })).toMatchObject({ rows: [], verdict: '2024年12月门诊人次不分好坏，没有进步榜' });
  });

  it('says so where no place has the earlier figure', () => {
    expect(ask({ against: { base: 'yearend' } }).verdict).toBe('2024年12月规范管理率没有可以比上年末的地区');
    expect(improvement(data, { indicator: '没有', against: { base: 'year' } })).toBeUndefined();
  });

  it('has both figures, both ranks and the cause in its table', () => {
    const table = improvementTable(ask());
    expect(table.columns.map((c) => c.title)).toEqual([
      '进步名次',
      '地区',
      '本期数（2024年12月）',
      '对比期数（2024年11月）',
      '比上期',
      '好坏',
      '原名次',
      '现名次',
      '名次升降',
      '自己的变化',
      '别处的变化',
      '来源',
      '说明'
    ]);
    expect(table.rows.map((row) => row.slice(0, 11).map((cell) => cell.text))).toEqual([
      ['1', '丙县', '85%', '70%', '上升15个百分点', '好转', '3', '2', '+1', '+1', '0'],
      ['2', '某市', '80%', '75%', '上升5个百分点', '好转', '', '', '', '', ''],
      ['3', '甲县', '90%', '90%', '持平', '持平', '1', '1', '0', '0', '0'],
      ['4', '乙县', '75%', '80%', '下降5个百分点', '变差', '2', '3', '−1', '0', '−1'],
      ['', '丁县', '未列入', '', '', '', '', '', '', '', '']
    ]);
    for (const row of table.rows) expect(row).toHaveLength(13);
    expect(improvementSources(ask()).length).toBe(8);
    expect(changeChart(ask()).categories[0]).toBe('丙县（好转）');
  });
});
