import { describe, expect, it } from 'vitest';
import { profile } from '../../../src/domain/profile/profile';
import { profileTable } from '../../../src/domain/profile/table';
import { count, dataset, type Fact, indicator, place, programme, source, type Small, unit } from '../factory';

const RATE = indicator({ id: 'rate', name: '建档率', theme: '基层' });
const LOW = indicator({ id: 'low', name: '平均住院日', unit: '天', kind: '人均', better: '低', theme: '医疗' });
const VISITS = count({ id: 'visits', theme: '医疗' });
const NEUTRAL = indicator({ id: 'ratio', name: '人口密度', unit: '分', kind: '人均', better: '不评价', theme: '人口' });
/** Of one indicator the figures of 甲县, 乙县 … in 2020. */
const row = (of: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at: `${'甲乙丙丁戊己庚'[i]!}县`, in: '2020', value }));
const ask = (facts: readonly Fact[], id = '甲县', more: Small = {}) =>
  profile(dataset({ indicators: [RATE, LOW, VISITS, NEUTRAL], facts: [...facts], ...more }), id)!;
const rowOf = (facts: readonly Fact[], id = '甲县', more: Small = {}) => ask(facts, id, more).groups[0]!.rows[0]!;

describe('the rows of a profile', () => {
  it('stand by theme, most standings first, in it those with a standing, then with a line', () => {
    const line = (of: string): Fact[] => [{ of, at: '甲县', in: '2019', value: 5 }, ...row(of, 6)];
    const three = ['a', 'b', 'c'].map((id) => indicator({ id, name: id, theme: '医疗' }));
    const groups = profile(
      dataset({
        indicators: [RATE, ...three],
        facts: [...row('rate', 5), ...row('a', 5), ...line('b'), ...row('c', 5, 6)]
      }),
      '甲县'
    )!.groups;
    expect(groups.map((g) => [g.theme, g.compared, g.rows.map((r) => r.indicator.id).join('')])).toEqual([
      ['医疗', 1, 'cba'],
      ['基层', 0, 'rate']
    ]);
  });

  it('have the latest figure; of two that end on one day the longer', () => {
    const facts: Fact[] = [
      { of: 'visits', at: '甲县', in: '2020-12', value: 5 },
      { of: 'visits', at: '甲县', in: '2020', value: 60 },
      { of: 'visits', at: '甲县', in: '2019', value: 70 }
    ];
    expect(rowOf(facts).text).toBe('60人次');
    // A line of its own span alone: 2019 and 2020.
    expect(rowOf(facts).segments.map((run) => run.map((p) => p.value))).toEqual([[70, 60]]);
  });

  it('without a figure have the latest thing said, and all who say it', () => {
    const said = (value: number, time: string, more: Partial<Fact> = {}): Fact => ({
      ...{ of: 'rate', at: '甲县', in: time, value, measure: '占比' },
      ...more
    });
    const own = rowOf(
      [
        said(30, '2019'),
        said(26, '2020', { note: '占全市。其余不详' }),
        said(26, '2020', { source: '乙' }),
        said(27, '2020')
      ],
      '甲县',
      { sources: [source('甲'), source('乙')] }
    );
    expect([own.text, own.shortText, own.hasValue, own.apart]).toEqual([
      '占26%',
      '占26%',
      false,
      '报告只有占比，没有数值'
    ]);
    expect(own.stated).toEqual(['占全市']);
    expect(own.witnesses).toHaveLength(2);
    const hole = rowOf([{ of: 'rate', at: '甲县', in: '2020', value: null, status: '未报' }]);
    expect([hole.text, hole.apart, hole.witnesses.length, hole.stated]).toEqual(['未报', '没有数值', 1, []]);
  });

  it('take only the change and the rank of the same period', () => {
    const facts: Fact[] = [
      ...row('rate', 80),
      { of: 'rate', at: '甲县', in: '2019', value: 3, measure: '同比(百分点)', written: '提高3个百分点' },
      { of: 'rate', at: '甲县', in: '2019', value: 4, measure: '位次' }
    ];
    expect([rowOf(facts).change, rowOf(facts).stated]).toEqual(['', []]);
  });

  it('are flagged and told of in doubt, expected, or contradicted', () => {
    const noted = (more: Partial<Fact>) =>
      ask([{ of: 'rate', at: '甲县', in: '2020', value: 80, ...more }]).notes.map(
        ({ level, text }) => `${level}：${text}`
      );
    expect(noted({ status: '存疑', note: '页脚不清。' })).toEqual(['警示：建档率（2020年）80%存疑：页脚不清。']);
    expect(noted({ status: '存疑' })).toEqual(['警示：建档率（2020年）80%存疑。']);
    expect(noted({ status: '预计' })).toEqual(['说明：建档率（2020年）80%是预计数。']);
    expect(noted({})).toEqual([]);
  });

  it('say of totals and of what has no better that they are no merit, only where they are compared', () => {
    const TOTALS = '总量和不评价高低的指标只说多少、高低，不说好坏；总量受地区大小影响，未按人口折算。';
    const FIELD = '名次在有可比数据的地区之间，各地时期可能不同，只宜看水平。';
    const texts = (facts: readonly Fact[]) => ask(facts).notes.map(({ text }) => text);
    expect(texts(row('visits', 5, 6))).toEqual([FIELD, TOTALS]);
    expect(texts(row('rate', 5, 6))).toEqual([FIELD]);
    expect(texts(row('visits', 5))).toEqual([]);
  });
});

describe('what a profile rests on', () => {
  it('counts each report’s figures, most first, of equal ones as sources.csv has them', () => {
    const p = profile(
      dataset({
        indicators: [RATE, LOW, VISITS],
        sources: [source('甲'), source('乙'), source('丙'), source('丁')],
        places: [place('甲县'), unit('一院', '甲县')],
        programmes: [programme('筛查')],
        facts: [
          { of: 'rate', at: '甲县', in: '2020', value: 80, source: '乙' },
          { of: 'rate', at: '甲县', in: '2020', value: 81, source: '丙' },
          { of: 'low', at: '甲县', in: '2020', value: 8, source: '丙' },
          { of: 'visits', at: '甲县', in: '2020', value: 9, source: '甲' }
        ],
        tasks: [{ of: '筛查', at: '一院', in: '2020', rate: 50, asOf: '2021-01-31', source: '乙' }]
      }),
      '甲县'
    )!;
    // 乙: a rate and a task, 丙: a rival rate and days, 甲: visits.
    expect(p.sourceCounts.map((c) => [c.source.id, c.figures])).toEqual([
      ['乙', 2],
      ['丙', 2],
      ['甲', 1]
    ]);
    expect(p.sources.map(({ id }) => id)).toEqual(['甲', '乙', '丙']);
    // The last day is that of the task.
    expect(p.cutoff).toBe('2021-01-31');
    expect(p.subtitle).toBe('没有一项指标与别处可比 · 一院筛查完成50%，比序时慢50.0个百分点');
  });

  it('is whole without a figure', () => {
    const empty = profile(dataset({ indicators: [RATE], places: [place('甲县')] }), '甲县')!;
    expect(empty).toMatchObject({
      verdict: '甲县没有数据',
      subtitle: '',
      cutoff: '',
      keys: [],
      groups: [],
      sources: []
    });
    expect(profileTable(empty).rows).toEqual([]);
  });
});
