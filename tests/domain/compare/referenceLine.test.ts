import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/domain/compare/comparison';
import { comparisonSources, referenceSources } from '../../../src/domain/compare/sources';
import { ask, noteTexts } from './comparing';
import { POPULATION, count, indicator, place, programme, type Small } from '../factory';

describe('compare reference line', () => {
  const three = [
    { at: '甲县', in: '2020', value: 90 },
    { at: '乙县', in: '2020', value: 80 },
    { at: '丙县', in: '2020', value: 70 }
  ];
  const people = (at: string, value: number, year = '2020') => ({ of: 'population', at, in: `${year}-12-31`, value });
  const withPeople = { indicators: [indicator(), POPULATION] };

  it('knows what it rests on: the rows averaged, the row chosen, the target', () => {
    const lines = (c: Comparison) => referenceSources(c).map((s) => s.line);
    expect(lines(ask({ facts: three }))).toEqual([1, 2, 3]);
    expect(lines(ask({ facts: three }, { reference: 'place:乙县' }))).toEqual([2]);
    expect(lines(ask({ facts: three }, { reference: 'none' }))).toEqual([]);
    const weighted = ask({
      ...withPeople,
      facts: [...three, people('甲县', 6000), people('乙县', 3000), people('丙县', 1000)]
    });
    expect(lines(weighted)).toEqual([1, 2, 3, 4, 5, 6]);
    const target = { of: '管理', at: '乙县', in: '2020', target: 85, unit: '%' };
    const aimed = ask(
      { facts: three, programmes: [programme('管理', { indicator: '规范管理率' })], tasks: [target] },
      { reference: 'target' }
    );
    expect(referenceSources(aimed).map((s) => s.what)).toEqual(['管理（2020年）']);
  });

  it('is the plain mean where a population is missing, and its label and a note say so', () => {
    // (90 + 80 + 70) ÷ 3 = 80
    const c = ask({ ...withPeople, facts: [...three, people('甲县', 1000), people('乙县', 1000)] });
    expect(c.reference).toMatchObject({
      label: '各地平均（没有人口数，大小地区同样算）',
      value: 80,
      text: '各地平均（没有人口数，大小地区同样算）80%'
    });
    expect(noteTexts(c)).toContain('参考线是各地数值的简单平均：没有人口数，大小地区同样算，不是合计率。');
  });

  it('weights by the latest population where every place has one', () => {
    // (90×6000 + 80×3000 + 70×1000) ÷ 10000 = (540000 + 240000 + 70000) ÷ 10000 = 85
    const c = ask({
      ...withPeople,
      facts: [...three, people('甲县', 6000), people('甲县', 1, '2010'), people('乙县', 3000), people('丙县', 1000)]
    });
    expect(c.reference).toMatchObject({ label: '按人口折算平均', value: 85, text: '按人口折算平均85%' });
    expect(c.population.map((o) => [o.place.name, o.value])).toEqual([
      ['甲县', 6000],
      ['乙县', 3000],
      ['丙县', 1000]
    ]);
    expect(comparisonSources(c).slice(-1)[0]).toMatchObject({
      what: '常住人口（2020年12月31日）',
      note: '人口数，用于折算或加权'
    });
    expect(noteTexts(c)).toContain('参考线是按人口加权平均，不是分子合计除以分母合计。');
  });

  it('reads a population in 万人', () => {
    // (90×3 + 80×1 + 70×1) ÷ 5 = 84
    const c = ask({
      indicators: [indicator(), { ...POPULATION, unit: '万人' }],
      facts: [...three, people('甲县', 3), people('乙县', 1), people('丙县', 1)]
    });
    expect(c.reference?.value).toBe(84);
  });

  it('is the plain 平均 for counts', () => {
    const c = ask({ indicators: [count(), POPULATION], facts: three.map((f) => ({ ...f, value: f.value * 10 })) });
    expect(c.reference).toMatchObject({ label: '平均', value: 800, text: '平均800人次' });
  });

  it('leaves bounds out and needs three exact values', () => {
    const c = ask({ facts: [...three.slice(0, 2), { at: '丙县', in: '2020', value: 70, qualifier: '≥' }] });
    expect(c.reference).toBeNull();
    expect(noteTexts(c)).toContain('能比较的确数不足3个，不画平均线。');
  });

  it('is a chosen place, or nothing with a note where it has no comparable value', () => {
    expect(ask({ facts: three }, { reference: 'place:乙县' }).reference).toMatchObject({
      label: '乙县',
      value: 80,
      text: '乙县80%'
    });
    const none = ask({ places: [place('丁县')], facts: three }, { reference: 'place:丁县' });
    expect(none.reference).toBeNull();
    expect(noteTexts(none)).toContain('丁县没有可比的数，不画参考线。');
  });

  it('is nothing, without a note, where none is wanted', () => {
    const c = ask({ facts: three }, { reference: 'none' });
    expect(c.reference).toBeNull();
    expect(c.notes).toEqual([]);
  });

  const target = (at: string, value: number, in_ = '2020') => ({
    of: '任务',
    at,
    in: in_,
    target: value,
    unit: '%',
    qualifier: '≥' as const
  });
  const targets = (tasks: Small['tasks']): Small => ({
    facts: three,
    programmes: [programme('任务', { unit: '%', indicator: '规范管理率' })],
    tasks
  });

  it('is the latest target of the focus place', () => {
    const c = ask(targets([target('甲县', 60, '2019'), target('甲县', 65), target('乙县', 85)]), {
      reference: 'target',
      focus: '甲县'
    });
    expect(c.reference).toMatchObject({ label: '甲县2020年目标', value: 65, text: '甲县2020年目标≥65%' });
  });

  it('is the only target where there is one, and nothing where places differ and none is chosen', () => {
    expect(ask(targets([target('乙县', 85)]), { reference: 'target' }).reference?.value).toBe(85);
    const differing = ask(targets([target('甲县', 65), target('乙县', 85)]), { reference: 'target' });
    expect(differing.reference).toBeNull();
    expect(noteTexts(differing)).toContain('各地目标不同，选定关注地区后才画目标线。');
  });

  it('is that of all where they have the same, and an older one of a place is no other', () => {
    const all = ask(targets([target('甲县', 85), target('乙县', 85)]), { reference: 'target' });
    expect(all.reference).toMatchObject({ label: '各地2020年目标', text: '各地2020年目标≥85%' });
    const older = ask(targets([target('乙县', 80, '2019'), target('乙县', 85)]), { reference: 'target' });
    expect(older.reference?.text).toBe('乙县2020年目标≥85%');
    const behind = ask(targets([target('甲县', 80, '2019'), target('乙县', 85)]), { reference: 'target' });
    expect(behind.reference).toBeNull();
    // At most 85 isn't at least 85.
    const other = { ...target('甲县', 85), qualifier: '≤' as const };
    expect(ask(targets([other, target('乙县', 85)]), { reference: 'target' }).reference).toBeNull();
  });

  it('carries its own sign and not that of what was done', () => {
    const done = { ...target('乙县', 85), done: 90 };
    expect(ask(targets([done]), { reference: 'target' }).reference?.text).toBe('乙县2020年目标85%');
  });

  it('is no target of another indicator, no row without one, and none per head', () => {
    const plain: Small = {
      facts: three,
      programmes: [
        programme('任务', { unit: '%', indicator: '规范管理率' }),
        programme('别的', { unit: '%', indicator: '知晓率' })
      ],
      tasks: [
        target('乙县', 85),
        { ...target('甲县', 60, '2021'), of: '别的' },
        { of: '任务', at: '甲县', in: '2021', rate: 90 }
      ]
    };
    expect(ask(plain, { reference: 'target' }).reference?.text).toBe('乙县2020年目标≥85%');
  });

  it('is no target of another unit', () => {
    const c = ask(targets([{ ...target('乙县', 85), unit: '人' }]), { reference: 'target' });
    expect(c.reference).toBeNull();
    expect(noteTexts(c)).toContain('没有这项指标的目标，不画目标线。');
  });

  const kin = [
    { at: '甲县', in: '2020', value: 90 },
    { at: '乙县', in: '2020', value: 80 },
    { at: '丙县', in: '2020', value: 70 },
    { at: '丁县', in: '2020', value: 66 }
  ];

  it('is sum over sum where all state numerator and denominator in one period', () => {
    // (90 + 150 + 30) ÷ (100 + 300 + 100) = 270 ÷ 500 = 54 %.
    const c = ask({
      facts: [
        { at: '甲县', in: '2020', value: 90, numerator: 90, denominator: 100 },
        { at: '乙县', in: '2020', value: 50, numerator: 150, denominator: 300 },
        { at: '丙县', in: '2020', value: 30, numerator: 30, denominator: 100 }
      ]
    });
    expect(c.reference).toMatchObject({ label: '合计', value: 54, text: '合计54%' });
    expect(noteTexts(c)).toContain('参考线是各地分子之和除以分母之和。');
  });

  it('is the figure of the one area above, and says why there is none', () => {
    const under = (name: string) => place(name, { parent: '某市' });
    const places = [place('某市', { level: '地市' }), under('甲县'), under('乙县'), under('丙县'), under('丁县')];
    const c = ask(
      { places, facts: [...kin, { at: '某市', in: '2020', value: 75 }] },
      { reference: 'parent', focus: '乙县' }
    );
    expect(c.reference).toMatchObject({ label: '上级某市', value: 75 });
    expect(c.verdict).toBe(
      '乙县规范管理率80%，4个有数据的地区中列第2，比最高的甲县低10个百分点；比上级某市75%高5个百分点'
    );
    const all = ask({ places, facts: [...kin, { at: '某市', in: '2020', value: 75 }] }, { reference: 'parent' });
    expect(all.verdict).toMatch(/；2个高于、2个低于上级某市75%$/);
    expect(noteTexts(ask({ facts: kin }, { reference: 'parent' }))).toContain('没有写明上级地区，不画上级线。');
    const totals = ask({ indicators: [count()], facts: kin }, { reference: 'parent' });
    expect(noteTexts(totals)).toContain('总量的上级数包含各地，不作参照。');
  });

  it('is the mean of those of the same group, and names them', () => {
    const of = (name: string, group: string) => place(name, { group });
    const places = [of('甲县', '山区县'), of('乙县', '山区县'), of('丙县', '山区县'), of('丁县', '城区')];
    const c = ask({ places, facts: kin }, { reference: 'peers', focus: '甲县' });
    // (80 + 70) ÷ 2 = 75, 甲县 itself apart.
    expect(c.reference).toMatchObject({ value: 75, label: '同类2地各地平均（没有人口数，大小地区同样算）' });
    expect(noteTexts(c)).toContain('同类：同属“山区县”（乙县、丙县）。');
    expect(noteTexts(ask({ places, facts: kin }, { reference: 'peers', focus: '丁县' }))).toContain(
      '丁县的同类（同属“城区”）不足2个有数，不画同类线。'
    );
    expect(noteTexts(ask({ places, facts: kin }, { reference: 'peers' }))).toContain(
      '选定关注地区后，才有它的同类可比。'
    );
  });

  it('takes the nearest in population where there is no group, and says by which rule', () => {
    const c = ask(
      {
        ...withPeople,
        facts: [...kin, people('甲县', 1000), people('乙县', 1200), people('丙县', 900), people('丁县', 50000)]
      },
      { reference: 'peers', focus: '甲县' }
    );
    expect(noteTexts(c)).toContain('同类：人口最接近的3个（乙县、丙县、丁县）。');
    expect(noteTexts(ask({ facts: kin }, { reference: 'peers', focus: '甲县' }))).toContain(
      'places.csv 没有写分组（group），也没有人口数，分不出同类。'
    );
  });

  it('is the own figure of a year before', () => {
    const c = ask(
      { facts: [...kin, { at: '丙县', in: '2019', value: 64 }] },
      { reference: 'year', focus: '丙县', period: '2020' }
    );
    expect(c.reference).toMatchObject({ label: '丙县2019年', value: 64 });
    expect(c.verdict).toMatch(/；比丙县2019年64%高6个百分点$/);
    expect(noteTexts(ask({ facts: kin }, { reference: 'year', focus: '丙县' }))).toContain(
      '丙县没有上年同期的确数，不画上年线。'
    );
  });
});
