import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { headlinesOf } from '../../../src/domain/findings/findings';
import { overview } from '../../../src/domain/findings/overview';
import { count, dataset, indicator, place, programme, unit, type Small } from '../factory';

const RATE = indicator({ id: 'htn', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const SMALL: Small = {
  indicators: [RATE, VISITS, indicator({ name: '没有数的指标', theme: '中医药' })],
  places: [
    place('某省', { level: '省' }),
    place('甲县', { parent: '某省' }),
    unit('一院', '甲县'),
    place('乙县'),
    place('丙县')
  ],
  programmes: [programme('筛查'), programme('接种'), programme('讲座')],
  facts: [
    { of: 'htn', at: '甲县', in: '2020', value: 80 },
    { of: 'htn', at: '乙县', in: '2020', value: 90 },
    { of: 'htn', at: '丙县', in: '2019-H1', value: 70 },
    { of: 'visits', at: '乙县', in: '2020', value: 700 },
    { of: 'visits', at: '乙县', in: '2020', value: -30, measure: '同比(%)', written: '下降30.0%' },
    { of: 'visits', at: '一院', in: '2021-06-30', value: 5 }
  ],
  tasks: [
    { of: '筛查', at: '甲县', in: '2020', rate: 60, asOf: '2020-12-31' },
    { of: '接种', at: '一院', in: '2020', rate: 112.9, asOf: '2020-12-31' },
    { of: '筛查', at: '乙县', in: '2020', rate: 97, asOf: '2020-12-31' },
    { of: '讲座', at: '乙县', in: '2030', target: 400 }
  ]
};
const data = dataset(SMALL);
const answer = overview(data);

describe('overview(dataset)', () => {
  it('counts lights over everything and by place, organisations with their county', () => {
    expect(answer.counts).toEqual({ bad: 1, middling: 1, good: 1, none: 0 });
    expect(answer.byPlace.map((p) => [p.place.name, p.counts])).toEqual([
      ['甲县', { bad: 1, middling: 0, good: 1, none: 0 }],
      ['乙县', { bad: 0, middling: 1, good: 0, none: 0 }],
      ['丙县', { bad: 0, middling: 0, good: 0, none: 0 }]
    ]);
  });

  it('names who is behind and who is ahead', () => {
    expect(answer.behind.map((c) => [c.place.name, c.programme.name, c.lead])).toEqual([['甲县', '筛查', -40]]);
    expect(answer.ahead.map((c) => [c.place.name, c.programme.name, c.lead])).toEqual([['一院', '接种', 12.9]]);
  });

  it('says how much each place gives and up to when, parents that report nothing left out', () => {
    expect(answer.byPlace.map((p) => [p.place.name, p.indicators, p.observations, p.cutoff])).toEqual([
      ['甲县', 1, 1, '2020-12-31'],
      ['乙县', 2, 3, '2020-12-31'],
      ['丙县', 1, 1, '2019-06-30']
    ]);
  });

  it('counts indicators and observations by theme, empty themes left out', () => {
    expect(answer.themes).toEqual([
      { theme: '慢病与精神卫生', indicators: 1, observations: 3 },
      { theme: '医疗服务', indicators: 1, observations: 3 }
    ]);
  });

  it('counts what the dataset holds and the days it spans, plans not counted', () => {
    expect(answer.totals).toEqual({ observations: 6, indicators: 3, places: 5, sources: 1, progress: 4 });
    expect(answer.earliest).toBe('2019-01-01');
    expect(answer.cutoff).toBe('2021-06-30');
    expect(answer.span).toBe('数据 2019-01-01 至 2021-06-30');
  });

  it('says up to which day only, where no first day is known', () => {
    const tasksOnly = dataset({
      indicators: [],
      programmes: [programme('筛查')],
      tasks: [{ of: '筛查', at: '甲县', in: '2021', asOf: '2021-12-31', target: 10, done: 5 }]
    });
    expect(overview(tasksOnly)).toMatchObject({ earliest: '', cutoff: '2021-12-31', span: '数据截至 2021-12-31' });
  });

  it('is whole for an empty dataset', () => {
    expect(overview(dataset({ indicators: [] }))).toMatchObject({
      counts: { bad: 0, middling: 0, good: 0, none: 0 },
      byPlace: [],
      themes: [],
      cutoff: '',
      earliest: '',
      span: '',
      headlines: []
    });
  });
});

describe('what the overview says of its lists', () => {
  it('names as furthest ahead the first of the board sorted by lead, figures in doubt aside', () => {
    const tasks = [
      { of: '信息', at: '无名县', rate: 190 },
      { of: '筛查', at: '甲县', rate: 150 },
      { of: '接种', at: '甲县', rate: 120, status: '存疑' },
      { of: '筛查', at: '乙县', rate: 110 }
    ] as const;
    const ahead = dataset({
      places: [place('甲县'), place('乙县'), place('无名县', { naming: '推断' })],
      programmes: [programme('信息', { theme: '党建与行政' }), programme('筛查'), programme('接种')],
      tasks: tasks.map((task) => ({ in: '2016', asOf: '2016-12-31', ...task }))
    });
    const first = progressBoard(ahead, { sort: 'lead' }).rows.filter((c) => c.row.status !== '存疑');
    expect(overview(ahead).ahead.map((c) => c.lead)).toEqual([90, 50, 10]);
    expect(overview(ahead).ahead.map((c) => c.row.row)).toEqual(first.slice(0, 3).map((c) => c.row.row));
  });

  it('ends with the last result: a forecast and a plan don’t say up to when things are known', () => {
    const late = dataset({
      ...SMALL,
      facts: [...SMALL.facts!, { of: 'visits', at: '乙县', in: '2025', value: 900, status: '预计' }]
    });
    expect(overview(late).cutoff).toBe('2021-06-30');
    expect(overview(late).byPlace.find((p) => p.place.name === '乙县')!.cutoff).toBe('2020-12-31');
  });
});

describe('overview headlines', () => {
  it('are the findings, the focus place’s own first', () => {
    expect(answer.headlines).toEqual(headlinesOf(data));
    expect(answer.headlines.map((h) => h.text)).toEqual([
      '甲县筛查到2020年12月31日完成60%，比序时慢40.0个百分点',
      '乙县门诊人次2020年为700人次，比上年下降30.0%（原文同比）',
      '一院接种到2020年12月31日完成112.9%，比序时快12.9个百分点',
      '乙县筛查到2020年12月31日完成97%，比序时慢3.0个百分点'
    ]);
    expect(overview(data, undefined, '乙县').headlines[0]!.text).toBe(
      '乙县筛查到2020年12月31日完成97%，比序时慢3.0个百分点'
    );
  });

  it('are at most eight', () => {
    const many = Array.from({ length: 20 }, (_, i) => programme(`任务${i}`));
    const tasks = many.flatMap((of) =>
      ['甲县', '乙县', '丙县'].map((at, i) => ({ of: of.id, at, in: '2020', rate: 90 + 10 * i, asOf: '2020-12-31' }))
    );
    const facts = ['甲县', '乙县', '丙县'].map((at, i) => ({ of: 'htn', at, in: '2020', value: 80 + i }));
    expect(overview(dataset({ ...SMALL, programmes: many, tasks, facts })).headlines).toHaveLength(8);
  });
});
