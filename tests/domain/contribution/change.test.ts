import { describe, expect, it } from 'vitest';
import { changeContribution, type ChangeQuestion } from '../../../src/domain/contribution/change';
import { contributionSources, contributionTable } from '../../../src/domain/contribution/table';
import { count, dataset, type Fact, indicator, place, unit } from '../factory';

const VISITS = count({ id: 'visits' });
const RATE = indicator({ id: 'rate', name: '签约率' });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const pair = (of: string, at: string, before: number, now: number): Fact[] => [
  { of, at, in: '2023', value: before },
  { of, at, in: '2024', value: now }
];
const rate = (at: string, year: string, numerator: number, denominator: number): Fact => ({
  of: 'rate',
  at,
  in: year,
  value: Math.round((numerator / denominator) * 10_000) / 100,
  numerator,
  denominator
});
const data = dataset({
  indicators: [VISITS, RATE, DAYS],
  places: [
    place('某市', { level: '地市' }),
    ...['甲县', '乙县', '丙县', '丁县'].map((id) => place(id, { parent: '某市' })),
    unit('甲医院', '甲县'),
    unit('乙医院', '甲县')
  ],
  facts: [
    ...pair('visits', '某市', 1000, 1150),
    ...pair('visits', '甲县', 400, 600),
    ...pair('visits', '乙县', 300, 250),
    ...pair('visits', '丙县', 200, 210),
    // 丁县 has none of 2023.
    { of: 'visits', at: '丁县', in: '2024', value: 90 },
    ...pair('visits', '甲医院', 100, 130),
    ...pair('visits', '乙医院', 50, 40),
    rate('甲县', '2023', 50, 100),
    rate('甲县', '2024', 60, 100),
    rate('乙县', '2023', 30, 100),
    rate('乙县', '2024', 90, 300),
    ...pair('days', '某市', 9, 8),
    ...pair('days', '甲县', 9, 8),
    ...pair('days', '乙县', 9, 8.5)
  ]
});
const ask = (more: Partial<ChangeQuestion> = {}) =>
  changeContribution(data, { indicator: 'visits', place: '某市', against: { base: 'year' }, ...more })!;

describe('why a count changed', () => {
  it('is what its units changed, and what the whole has beyond them', () => {
    // 1150 − 1000 = 150. 甲 +200, 丙 +10, 乙 −50: 160; beyond them −10.
    const answer = ask();
    expect(answer.shares.map(({ name, text, from, to }) => [name, text, from, to])).toEqual([
      ['甲县', '+200', 0, 200],
      ['丙县', '+10', 200, 210],
      ['乙县', '−50', 210, 160],
      ['与各单位之和的差', '−10', 160, 150]
    ]);
    expect(answer.whole).toMatchObject({
      before: '1,000人次',
      now: '1,150人次',
      value: 150,
      text: '+150',
      stated: true
    });
    expect(answer.absent.map((a) => [a.place.name, a.reason])).toEqual([['丁县', '2023年没有数']]);
    expect(answer.verdict).toBe(
      '某市2024年门诊人次比上年同期增加150人次：3个地区中2个增加、1个减少，增加最多的是甲县（+200）'
    );
    expect(answer.notes[0]!.text).toBe('“与各单位之和的差”是某市自己报的减去各单位相加的，缺数的1个也在里面。');
  });

  it('goes down to the organisations of a county; a county that states nothing is their sum', () => {
    const county = ask({ place: '甲县', focus: '乙医院' });
    expect(county.shares.map(({ name, text }) => [name, text])).toEqual([
      ['甲医院', '+30'],
      ['乙医院', '−10'],
      ['与各单位之和的差', '+180']
    ]);
    expect(county.verdict).toBe(
      '甲县2024年门诊人次比上年同期增加200人次：2个单位中1个增加、1个减少，增加最多的是甲医院（+30）；乙医院−10'
    );
  });

  it('begins with the falls where the whole fell', () => {
    const fallen = dataset({
      indicators: [VISITS],
      places: [place('某市'), ...['甲县', '乙县', '丙县'].map((id) => place(id, { parent: '某市' }))],
      facts: [...pair('visits', '甲县', 40, 45), ...pair('visits', '乙县', 40, 20), ...pair('visits', '丙县', 40, 30)]
    });
    const answer = changeContribution(fallen, { indicator: 'visits', place: '某市', against: { base: 'year' } })!;
    expect(answer.shares.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['乙县', 0, -20],
      ['丙县', -20, -30],
      ['甲县', -30, -25]
    ]);
    // Nobody states the city: 120 → 95.
    expect(answer.whole).toMatchObject({ before: '120人次', now: '95人次', text: '−25', stated: false });
    expect(answer.notes.map((note) => note.text)).toContain('某市自己没有报，起止是3个单位之和。');
  });
});

describe('why a rate changed', () => {
  it('adds up by numerators and denominators, in points', () => {
    // 40% → 37.5%; 甲 3.75 − 4.0625 = −0.3125, 乙 −2.1875 (see fraction.test).
    const answer = ask({ indicator: 'rate' });
    expect(answer.shares.map(({ name, value, text, effects }) => [name, value, text, effects])).toEqual([
      ['乙县', -2.1875, '−2.19', { rate: 0, mix: -2.1875 }],
      ['甲县', -0.3125, '−0.31', { rate: 3.75, mix: -4.0625 }]
    ]);
    expect(answer.whole).toMatchObject({ before: '40%', now: '37.5%', value: -2.5, text: '−2.50' });
    expect(answer.verdict).toBe('某市2024年签约率比上年同期下降2.50个百分点：2个地区都拉低，拉低最多的是乙县（−2.19）');
    expect(answer.subtitle).toBe('2024年比2023年（上年同期） · 各单位把全部的率拉高或拉低了多少 · 单位：个百分点');
  });

  it('reads as on other screens where the place states the rate, and takes rounding for no difference', () => {
    const stated = dataset({
      indicators: [RATE],
      places: [place('某市'), ...['甲县', '乙县'].map((id) => place(id, { parent: '某市' }))],
      facts: [
        rate('甲县', '2023', 1, 3),
        rate('甲县', '2024', 2, 3),
        rate('乙县', '2023', 1, 3),
        rate('乙县', '2024', 1, 3),
        { of: 'rate', at: '某市', in: '2023', value: 33.33 },
        { of: 'rate', at: '某市', in: '2024', value: 50 }
      ]
    });
    const answer = changeContribution(stated, { indicator: 'rate', place: '某市', against: { base: 'year' } })!;
    expect(answer.shares.map(({ name, text }) => [name, text])).toEqual([
      ['甲县', '+16.67'],
      ['乙县', '0']
    ]);
    expect(answer.whole).toMatchObject({ before: '33.33%', now: '50%', value: 16.666667, text: '+16.67' });
  });
});

describe('what can’t be split', () => {
  it('is an average without numerators and denominators', () => {
    const answer = ask({ indicator: 'days' });
    expect(answer.whole).toBeNull();
    expect(answer.shares).toEqual([]);
    expect(answer.verdict).toBe('某市2024年平均住院日比上年同期的变化拆不到各单位');
    expect(answer.notes[0]!.text).toBe('平均数和率不能相加，各单位没有写明分子、分母，拆不到各单位。');
    expect(answer.absent.map((a) => a.reason)).toEqual([
      '这一期没有数',
      '这一期没有数',
      '没有分子、分母',
      '没有分子、分母'
    ]);
  });

  it('is a place without units, a period without figures, and one unit of a place that states nothing', () => {
    expect(ask({ place: '丙县' }).subtitle).toBe('没有所属地区或单位报这项指标');
    expect(ask({ period: '2023' }).subtitle).toBe('所属地区和单位没有两期都有的确数，拆不到各单位');
    const single = dataset({
      indicators: [VISITS],
      places: [place('某市'), place('甲县', { parent: '某市' })],
      facts: pair('visits', '甲县', 1, 2)
    });
    expect(
      changeContribution(single, { indicator: 'visits', place: '某市', against: { base: 'year' } })!.subtitle
    ).toBe('本级没有数，所属的只有一个两期都有数，拆不开');
    expect(ask({ indicator: '没有' } as Partial<ChangeQuestion>)).toBeUndefined();
  });
});

describe('the table of a waterfall', () => {
  it('has its steps, the whole and who is missing', () => {
    const table = contributionTable(ask());
    expect(table.columns.map((c) => c.title)).toEqual([
      '地区或单位',
      '2023年',
      '2024年',
      '贡献（人次）',
      '占合计',
      '来源',
      '说明'
    ]);
    expect(table.rows.map((row) => row.slice(0, 5).map((cell) => cell.text))).toEqual([
      ['甲县', '400人次', '600人次', '+200', '133.3%'],
      ['丙县', '200人次', '210人次', '+10', '6.7%'],
      ['乙县', '300人次', '250人次', '−50', '−33.3%'],
      ['与各单位之和的差', '', '', '−10', '−6.7%'],
      ['某市（合计）', '1,000人次', '1,150人次', '+150', '100.0%'],
      ['丁县', '未列入', '', '', '']
    ]);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(contributionSources(ask())).toHaveLength(8);
  });

  it('tells the two effects of a rate', () => {
    const table = contributionTable(ask({ indicator: 'rate' }));
    expect(table.columns.map((c) => c.title).slice(3, 7)).toEqual([
      '贡献（个百分点）',
      '自己的率变了',
      '份量变了',
      '占合计'
    ]);
    expect(table.rows[1]!.map((cell) => cell.text).slice(3, 7)).toEqual(['−0.31', '+3.750', '−4.063', '12.5%']);
  });
});
