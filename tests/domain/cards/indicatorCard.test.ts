import { describe, expect, it } from 'vitest';
import { indicatorCard } from '../../../src/domain/cards/indicatorCard';
import { count, dataset, indicator, place, programme, source, unit, type Small } from '../factory';

const STANDARD = indicator({
  name: '高血压患者规范管理率',
  group: '高血压患者管理·规范管理率',
  numerator: '规范管理的患者数',
  denominator: '在管患者数',
  aliases: ['高血压规范管理率']
});
const MANAGED = indicator({ name: '高血压患者管理率', group: '高血压患者管理·管理率' });
const CONTROL = indicator({ name: '血压控制达标率', group: '高血压患者管理·控制率' });
const PEOPLE = count({ name: '高血压患者管理人数', unit: '人', group: '高血压患者管理·人数', better: '高' });
const SMALL: Small = {
  indicators: [STANDARD, MANAGED, CONTROL, PEOPLE, indicator({ name: '孤例', better: '低', unit: '‰', group: '' })],
  places: [place('甲县'), place('乙县', { naming: '推断' }), unit('一院', '甲县')],
  sources: [source('甲'), source('乙', { grade: 'C' })],
  programmes: [programme('随访', { indicator: STANDARD.id }), programme('讲座')],
  facts: [
    { of: STANDARD.id, at: '乙县', in: '2018', value: 70, source: '乙' },
    { of: STANDARD.id, at: '乙县', in: '2019', value: 75, source: '乙' },
    { of: STANDARD.id, at: '甲县', in: '2020', value: 80 },
    { of: STANDARD.id, at: '一院', in: '2020', value: 88 },
    { of: STANDARD.id, at: '甲县', in: '2019', value: null },
    { of: MANAGED.id, at: '甲县', in: '2020', value: 95 }
  ]
};
const ask = (id: string) => indicatorCard(dataset(SMALL), id)!;

describe('indicatorCard(dataset, id)', () => {
  it('is undefined for an unknown indicator', () => {
    expect(indicatorCard(dataset(SMALL), '无')).toBeUndefined();
  });

  it('lists what stands in the dictionary, in words', () => {
    expect(ask(STANDARD.id).lines).toEqual([
      { title: '定义', text: '在册患者中规范管理者所占比例。' },
      { title: '分子', text: '规范管理的患者数' },
      { title: '分母', text: '在管患者数' },
      { title: '单位', text: '%（比率，期间数）' },
      { title: '方向', text: '越高越好' },
      { title: '口径组', text: '高血压患者管理·规范管理率' },
      { title: '又称', text: '高血压规范管理率' },
      { title: '主题', text: '慢病与精神卫生' }
    ]);
  });

  it('says where a rate’s numerator isn’t known, and leaves it out for counts', () => {
    expect(ask('孤例').lines.slice(1, 6)).toEqual([
      { title: '分子', text: '报告没有写明' },
      { title: '分母', text: '报告没有写明' },
      { title: '单位', text: '‰（比率，期间数）' },
      { title: '方向', text: '越低越好' },
      { title: '口径组', text: '未分组' }
    ]);
    expect(ask(PEOPLE.id).lines.map((l) => l.title)).toEqual(['定义', '单位', '方向', '口径组', '主题']);
  });

  it('names who reports it, with periods, areas before organisations', () => {
    expect(ask(STANDARD.id).reporters.map((r) => [r.place.name, r.text])).toEqual([
      ['甲县', '2020年'],
      ['乙县', '2期，2018年至2019年'],
      ['一院', '2020年']
    ]);
    expect(ask(CONTROL.id).reporters).toEqual([]);
  });

  it('names the other 口径 of its subject, and how many places have each', () => {
    expect(ask(STANDARD.id).others.map((o) => [o.indicator.name, o.kind, o.places])).toEqual([
      ['高血压患者管理率', '口径不同', 1],
      ['血压控制达标率', '指标不同', 0],
      ['高血压患者管理人数', '指标不同', 0]
    ]);
    expect(ask('孤例').others).toEqual([]);
  });

  it('names the tasks that it measures', () => {
    expect(ask(STANDARD.id).programmes.map((p) => p.name)).toEqual(['随访']);
  });
});
