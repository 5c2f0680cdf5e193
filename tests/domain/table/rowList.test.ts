import { describe, expect, it } from 'vitest';
import { observationList, taskList } from '../../../src/domain/table/rowList';
import { dataset, indicator, place, programme, source } from '../factory';

const data = dataset({
  indicators: [indicator({ id: 'htn', group: '高血压·管理' })],
  places: [place('甲县')],
  sources: [source('甲', { publisher: '甲县卫健局', published: '2021-01-05', grade: 'B' })],
  programmes: [programme('筛查')],
  facts: [
    {
      at: '甲县',
      in: '2020',
      value: 80.5,
      qualifier: '≥',
      numerator: 161,
      denominator: 200,
      written: '80.5%',
      line: 12
    },
    { at: '甲县', in: '2021', value: null, cell: '表!B3', part: '男', note: '补报' }
  ],
  tasks: [
    {
      of: '筛查',
      at: '甲县',
      in: '2020',
      asOf: '2020-10-31',
      target: 4000,
      done: 2707,
      rate: 67.68,
      written: '2707 / 4000'
    },
    { of: '筛查', at: '甲县', in: '2021', target: 5000, status: '计划' }
  ]
});
const said = (list: ReturnType<typeof observationList>, at: number) =>
  Object.fromEntries(
    list.columns.map(({ title }, i) => [title, list.cells(at)[i]!.text]).filter(([, text]) => text !== '')
  );

describe('observationList', () => {
  const list = observationList(data, Int32Array.from([1, 0]), {}, {} as never);

  it('has the rows in the order asked for, a column each for all that a row says', () => {
    expect([list.name, list.count]).toEqual(['指标数', 2]);
    expect(said(list, 1)).toEqual({
      指标: '规范管理率',
      主题: '慢病与精神卫生',
      地区: '甲县',
      时期: '2020年',
      类别: '数值',
      状态: '实际',
      限定: '不少于',
      数值: '80.5',
      单位: '%',
      分子: '161',
      分母: '200',
      口径组: '高血压·管理',
      原文写作: '80.5%',
      来源: '甲报告',
      级别: 'B级',
      发布单位: '甲县卫健局',
      发布日期: '2021-01-05',
      章节: '一、基本情况',
      行: '12',
      数据表行: '2'
    });
  });

  it('leaves empty what a row doesn’t say: a number, a line', () => {
    const row = said(list, 0);
    expect([row.数值, row.行, row.单元格, row.分组, row.说明]).toEqual([undefined, undefined, '表!B3', '男', '补报']);
    const value = list.columns.findIndex(({ title }) => title === '数值');
    expect(list.cells(1)[value]).toMatchObject({ text: '80.5', value: 80.5 });
  });
});

describe('taskList', () => {
  const list = taskList(data, Int32Array.from([0, 1]), {}, {} as never);

  it('has target, done and rate as numbers, and a plan without what is to come', () => {
    expect([list.name, list.count]).toEqual(['任务记录', 2]);
    expect(said(list, 0)).toMatchObject({
      任务: '筛查',
      截至: '2020-10-31',
      目标: '4,000',
      完成: '2,707',
      '完成率（%）': '67.68',
      单位: '例',
      状态: '实际',
      原文写作: '2707 / 4000'
    });
    const plan = said(list, 1);
    expect([plan.目标, plan.完成, plan['完成率（%）'], plan.截至, plan.状态]).toEqual([
      '5,000',
      undefined,
      undefined,
      undefined,
      '计划'
    ]);
  });
});
