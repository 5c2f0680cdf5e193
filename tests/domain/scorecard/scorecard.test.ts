import { describe, expect, it } from 'vitest';
import type { ScorecardQuery } from '../../../src/domain/scorecard/answer';
import { scorecardOf, scorecardsOf } from '../../../src/domain/scorecard/definitions';
import { scorecard, scorecardSources } from '../../../src/domain/scorecard/scorecard';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { count, dataset, indicator, place, unit, type Fact, type Small } from '../factory';

const RATE = indicator({ id: 'htn', name: '规范管理率', decimals: 2 });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低', theme: '医疗服务' });
const VISITS = count({ id: 'visits' });
const fact = (of: string, at: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
  of,
  at,
  in: time,
  value,
  ...more
});

const SMALL: Small = {
  indicators: [RATE, DAYS, VISITS],
  places: [
    place('某市', { level: '地市' }),
    ...['甲县', '乙县', '丙县', '丁县'].map((id) => place(id, { parent: '某市' })),
    unit('一院', '甲县')
  ],
  facts: [
    // October, November: 某市 is the sum of its counties and stands in no ranking.
    ...(
      [
        ['某市', 80, 80.5],
        ['甲县', 82.1, 82.35],
        ['乙县', 79, 78],
        ['丙县', 85, 85]
      ] as const
    ).flatMap(([at, october, november]) => [fact('htn', at, '2024-10', october), fact('htn', at, '2024-11', november)]),
    // 丁县 has none of November.
    fact('htn', '丁县', '2024-10', 70),
    fact('days', '甲县', '2024-10', 8),
    fact('days', '甲县', '2024-11', 8.4),
    fact('days', '乙县', '2024-10', 9),
    fact('days', '乙县', '2024-11', 8.1),
    fact('days', '丙县', '2024-11', 7),
    fact('days', '一院', '2024-11', 8.6),
    fact('visits', '甲县', '2024-10', 1000),
    fact('visits', '甲县', '2024-11', 1100),
    fact('visits', '乙县', '2024-11', 900)
  ]
};
const data = dataset(SMALL);
const NOVEMBER = parsePeriod('2024-11')!;
const card = { id: 'a', name: '三项', indicators: ['htn', 'days', 'visits'], note: '', default: true };
const of = (more: Partial<ScorecardQuery> = {}) => scorecard(data, { card, within: NOVEMBER, by: 'places', ...more });
const names = (query: Partial<ScorecardQuery>) => of(query).rows.map((row) => row.place.name);

describe('a 记分表', () => {
  it('has value, rank, change and its judgement in each cell', () => {
    const cells = of().rows.map((row) => [
      row.place.name,
      ...row.cells.map((c) => [c.text, c.rank, c.change?.short ?? '', c.change?.judgement ?? ''])
    ]);
    expect(cells).toEqual([
      // 80.5 − 80 = 0.5
      ['某市', ['80.5%', null, '▲0.5', '好转'], ['无数据', null, '', ''], ['无数据', null, '', '']],
      // 82.35 − 82.1 = 0.25; 8.4 ÷ 8 = 1.05, and more days are worse; counts of places of unequal size aren't ranked.
      ['甲县', ['82.35%', 2, '▲0.25', '好转'], ['8.4天', 3, '▲5.0%', '变差'], ['1,100人次', null, '▲10.0%', '不评价']],
      ['乙县', ['78%', 3, '▼1', '变差'], ['8.1天', 2, '▼10.0%', '好转'], ['900人次', null, '', '']],
      ['丙县', ['85%', 1, '＝', '持平'], ['7天', 1, '', ''], ['无数据', null, '', '']],
      ['丁县', ['无数据', null, '', ''], ['无数据', null, '', ''], ['无数据', null, '', '']]
    ]);
  });

  it('holds its figures against the period chosen, and says which and why not', () => {
    const answer = of({ against: { base: 'yearend' } });
    expect(answer.columns.map(({ before }) => before?.text)).toEqual(['2023-12', '2023-12', '2023-12']);
    expect(answer.rows[1]!.cells[0]).toMatchObject({ change: null, unchanged: '2023年12月没有数' });
    // Figures of November: 4 rates (某市's among them), 3 of days, 2 of visits.
    expect(answer.heat.notes.map((n) => n.text)).toContain('9格有数没有▲▼：2023年12月没有数（9格）。');
    expect(of().heat.notes[0]!.text).toContain('▲▼是比上期（2024年10月）升降多少');
  });

  it('says of a figure of another time that it is one, and doesn’t show it', () => {
    const cell = of().rows[4]!.cells[0]!;
    expect(cell.value).toBeNull();
    expect(cell.reason).toBe('这一期没有数，最近的是2024年10月');
  });

  it('holds its figures against a reference, named in the title, and orders by how far they are from it', () => {
    const answer = of({ reference: 'parent', sort: 'htn' });
    // 82.35 − 80.5 = 1.85; 78 − 80.5 = −2.5; 85 − 80.5 = 4.5. 某市 has no area above it and no days.
    expect(answer.rows.map((row) => [row.place.name, row.cells[0]!.held?.short, row.cells[0]!.standing])).toEqual([
      ['丙县', '高4.5', 1],
      ['甲县', '高1.85', 1],
      ['乙县', '低2.5', 0],
      ['某市', undefined, null],
      ['丁县', undefined, null]
    ]);
    expect(answer.heat.verdict).toBe('2024年11月5个地区的3项指标，比上期3项好转、2项变差；与上级比2格更好、1格更差');
    expect(answer.heat.rows[0]!.cells.map(({ text }) => text).slice(0, 2)).toEqual([
      '85% 高4.5 ＝',
      '82.35% 高1.85 ▲0.25'
    ]);
    expect(answer.heat.notes.map((n) => n.text)).toContain('平均住院日没有上级可比：没有可比的数。');
    expect(scorecardSources(answer.rows[0]!.cells[0]!).map(({ place: at }) => at)).toEqual(['丙县', '某市', '丙县']);
    const own = of({ reference: 'parent', focus: '乙县' });
    expect(own.heat.verdict).toBe('乙县2024年11月3项指标：比上期1项好转、1项变差；与上级比1项更差');
  });

  it('draws the last figures up to its own', () => {
    const [run] = of().rows[1]!.cells[0]!.segments;
    expect(run!.map((p) => [p.period.text, p.value])).toEqual([
      ['2024-10', 82.1],
      ['2024-11', 82.35]
    ]);
    const october = scorecard(data, { card, within: parsePeriod('2024-10')!, by: 'places' });
    expect(october.rows[1]!.cells[0]!.segments).toEqual([]);
  });

  it('is ordered by a column, better first or worse first, without a figure last', () => {
    expect(names({ focus: '丙县' })).toEqual(['丙县', '某市', '甲县', '乙县', '丁县']);
    expect(names({ sort: 'htn' })).toEqual(['丙县', '甲县', '某市', '乙县', '丁县']);
    expect(names({ sort: 'htn', reversed: true })).toEqual(['乙县', '某市', '甲县', '丙县', '丁县']);
    // Fewer days are better.
    expect(names({ sort: 'days' })).toEqual(['丙县', '乙县', '甲县', '某市', '丁县']);
  });

  it('tells of the own place, else of all', () => {
    expect(of({ focus: '甲县' }).heat.verdict).toBe('甲县2024年11月3项指标：比上期1项好转、1项变差，1项居末');
    // 好转: 某市, 甲县 and 乙县's days; 变差: 乙县's rate and 甲县's days.
    expect(of().heat.verdict).toBe('2024年11月5个地区的3项指标，比上期3项好转、2项变差');
    expect(of({ focus: '丁县' }).heat.verdict).toBe('丁县2024年11月这些指标都没有数');
  });

  it('lists the largest moves, held against what is usual in their column', () => {
    // htn: sizes 0.5, 0.25, 1, 0 have the median 0.375; 乙县 1 ÷ 0.375 = 2.67. days: 5 and 10 have 7.5; 乙县 10 ÷ 7.5 = 1.33.
    expect(of().moves.map((m) => [m.place.name, m.indicator.name, m.change.text])).toEqual([
      ['乙县', '规范管理率', '下降1个百分点'],
      ['乙县', '平均住院日', '下降10.0%']
    ]);
    expect(of({ focus: '甲县' }).moves.map((m) => [m.place.name, m.indicator.name])).toEqual([
      ['甲县', '规范管理率'],
      ['甲县', '平均住院日']
    ]);
  });

  it('holds what moved where most stood still against its like', () => {
    const moved = (of: string, at: string, before: number, now: number) => [
      fact(of, at, '2024-10', before),
      fact(of, at, '2024-11', now)
    ];
    const still = dataset({
      indicators: [RATE, DAYS, VISITS],
      places: ['甲县', '乙县', '丙县', '丁县', '戊县'].map((id) => place(id)),
      facts: [
        // Sizes 6, 2, 0, 0, 0: the median is 0, of those that moved 4, and 6 ÷ 4 = 1.5.
        ...moved('htn', '甲县', 80, 86),
        ...moved('htn', '乙县', 80, 82),
        ...['丙县', '丁县', '戊县'].flatMap((at) => moved('htn', at, 80, 80)),
        // 5 and 10: 10 ÷ 7.5 = 1.33
        ...moved('days', '甲县', 10, 9.5),
        ...moved('days', '乙县', 10, 9)
      ]
    });
    const { moves } = scorecard(still, { card, within: NOVEMBER, by: 'places' });
    expect(moves.map((m) => [m.place.name, m.indicator.name])).toEqual([
      ['甲县', '规范管理率'],
      ['乙县', '平均住院日']
    ]);
  });

  it('is of units too', () => {
    expect(of({ by: 'units' }).rows.map((row) => [row.place.name, row.cells.map((c) => c.text)])).toEqual([
      ['一院', ['无数据', '8.6天', '无数据']]
    ]);
  });

  it('leads from a cell to both figures that its change is of', () => {
    expect(scorecardSources(of().rows[1]!.cells[0]!).map((line) => line.note)).toEqual(['', '对比期（2024年10月）']);
  });

  it('gives slides and files the same cells, an indicator a row, with rank and change in words', () => {
    const { heat } = of({ sort: 'htn' });
    expect(heat.places.map((p) => p.name)).toEqual(['丙县', '甲县', '某市', '乙县', '丁县']);
    expect(heat.rows.map((row) => row.cells.map((c) => c.text))[0]).toEqual([
      '85% 第1 ＝',
      '82.35% 第2 ▲0.25',
      '80.5% ▲0.5',
      '78% 第3 ▼1',
      '无数据'
    ]);
  });

  it('doesn’t compare across a change of 口径', () => {
    const broken = dataset({
      ...SMALL,
      facts: [
        fact('htn', '甲县', '2024-10', 90),
        fact('htn', '甲县', '2024-11', 60, { flags: '口径调整' }),
        fact('htn', '乙县', '2024-11', 61)
      ]
    });
    const answer = scorecard(broken, { card, within: NOVEMBER, by: 'places' });
    expect(answer.rows[0]!.cells[0]!.change).toBeNull();
  });

  it('is whole without places and without figures', () => {
    const nothing = scorecard(dataset({ indicators: [RATE] }), {
      card: { ...card, indicators: ['htn'] },
      within: NOVEMBER,
      by: 'places'
    });
    expect(nothing).toMatchObject({ rows: [], moves: [] });
    expect(nothing.heat.verdict).toBe('2024年11月没有可列的指标');
  });
});

describe('which indicators it has', () => {
  const scope = { within: NOVEMBER, by: 'places' as const };

  it('is worked out where none is stated: judged rates of two places and more in the time, at most two of a theme', () => {
    const [auto] = scorecardsOf(data, scope);
    expect(auto).toMatchObject({ id: 'auto', default: true, indicators: ['htn', 'days'] });
    // Of October days have two places too, of units none is reported by two.
    expect(scorecardsOf(data, { ...scope, by: 'units' })[0]!.indicators).toEqual([]);
  });

  it('is what the dataset states, the one worked out beside them', () => {
    const stated = dataset({ ...SMALL, scorecards: [{ ...card, indicators: ['visits', '没有的'] }] });
    expect(scorecardsOf(stated, scope).map((c) => [c.id, c.default, c.indicators])).toEqual([
      ['a', true, ['visits']],
      ['auto', false, ['htn', 'days']]
    ]);
    expect(scorecardOf(stated, scope, '').id).toBe('a');
    expect(scorecardOf(stated, scope, 'auto').id).toBe('auto');
    expect(scorecardOf(stated, scope, '没有的').id).toBe('a');
  });

  it('is what the reader chose, unknown ones passed over', () => {
    expect(scorecardOf(data, scope, '', ['days', '没有的', 'htn']).indicators).toEqual(['days', 'htn']);
    expect(scorecardOf(data, scope, '', ['没有的']).indicators).toEqual(['htn', 'days']);
  });
});
