import { describe, expect, it } from 'vitest';
import { profile } from '../../../src/domain/profile/profile';
import { ownSources, profileSources, profileTable } from '../../../src/domain/profile/table';
import { count, dataset, indicator, place, programme, source, type Small } from '../factory';

const RATE = indicator({ name: '建档率', theme: '基层与签约' });
const VISITS = count();
const SMALL: Small = {
  indicators: [RATE, VISITS],
  places: [place('甲县'), place('乙县')],
  sources: [source('甲'), source('乙', { grade: 'C' })],
  programmes: [programme('问卷')],
  facts: [
    { of: RATE.id, at: '甲县', in: '2020', value: 80, line: 11 },
    { of: RATE.id, at: '甲县', in: '2020', value: 81, source: '乙', line: 12 },
    { of: RATE.id, at: '乙县', in: '2019', value: 90, source: '乙', line: 13, status: '预计' },
    { of: VISITS.id, at: '甲县', in: '2020', value: 700, line: 14 },
    { of: VISITS.id, at: '甲县', in: '2020', value: -30, measure: '同比(%)', written: '下降30.0%', line: 15 }
  ],
  tasks: [{ of: '问卷', at: '甲县', in: '2020', rate: 90, target: 200, done: 180, asOf: '2020-12-31' }]
};
const ask = (id = '甲县') => profile(dataset(SMALL), id)!;

describe('profileTable(profile)', () => {
  it('has a row for each indicator and each task, as they are shown', () => {
    const table = profileTable(ask());
    expect(table.columns.map((c) => c.title)).toEqual([
      '主题',
      '指标或任务',
      '地区或单位',
      '数值',
      '时期',
      '在各地中',
      '变化',
      '来源',
      '说明'
    ]);
    expect(table.rows.map((r) => r.map((c) => c.text))).toEqual([
      ['基层与签约', '建档率', '甲县', '80%', '2020年', '2个地区中第2', '', '甲报告（A级）', '另有不同的数'],
      [
        '医疗服务',
        '门诊人次',
        '甲县',
        '700人次',
        '2020年',
        '别处没有这项数',
        '下降30.0%（原文同比）',
        '甲报告（A级）',
        ''
      ],
      ['任务', '问卷', '甲县', '90%', '2020年', '', '慢10.0个百分点', '甲报告（A级）', '■滞后；完成180例，目标200例']
    ]);
    expect(table.rows[0]![3]!.value).toBe(80);
    expect(table.caption).toBe(ask().verdict);
  });

  it('calls a forecast so', () => {
    expect(
      profileTable(ask('乙县'))
        .rows[0]!.map((c) => c.text)
        .slice(3, 9)
    ).toEqual(['90%', '2019年', '2个地区中第1', '', '乙报告（C级）', '预计']);
  });
});

describe('profileSources(profile)', () => {
  it('lists every figure, rival value, stated change and task with its line', () => {
    expect(profileSources(ask()).map((l) => [l.what, l.line, l.note])).toEqual([
      ['建档率（2020年）', 11, ''],
      ['建档率（2020年）', 12, '另有此数，未采用'],
      ['门诊人次（2020年）', 14, ''],
      ['门诊人次（2020年，下降30%）', 15, ''],
      ['问卷（2020年）', 1, '']
    ]);
  });
});

describe('ownSources(row)', () => {
  it('gives the figure, its rival and what is stated with it, but not the places it is compared with', () => {
    const [rate, visits] = ask().groups.flatMap((g) => g.rows);
    expect(ownSources(rate!).map((l) => l.line)).toEqual([11, 12]);
    expect(ownSources(visits!).map((l) => l.line)).toEqual([14, 15]);
  });
});
