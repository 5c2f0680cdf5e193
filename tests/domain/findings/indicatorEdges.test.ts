import { describe, expect, it } from 'vitest';
import { headlinesOf } from '../../../src/domain/findings/findings';
import type { HeadlineKind } from '../../../src/domain/findings/headline';
import { twoYearsBefore } from '../../../src/domain/findings/newsworthy';
import { count, dataset, type Fact, indicator, period, place, programme, type Small, unit } from '../factory';

const RATE = indicator({ id: 'htn', name: '规范管理率' });
const VISITS = count({ id: 'visits' });
const found = (small: Small, kind: HeadlineKind, focus?: string, within?: string) =>
  headlinesOf(dataset(small), focus, within === undefined ? undefined : period(within))
    .filter((f) => f.kind === kind)
    .map((f) => f.text);
/** Of one indicator the figures of 甲县, 乙县 … in one time. */
const row = (of: string, time: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at: `${'甲乙丙丁戊己'[i]!}县`, in: time, value }));

describe('how old news may be', () => {
  it('is two years to the day', () => {
    expect([twoYearsBefore('2020-12-31'), twoYearsBefore('2020-02-29'), twoYearsBefore('')]).toEqual([
      ...['2018-12-31', '2018-02-28', '']
    ]);
    const small = (day: string): Small => ({
      programmes: [programme('筛查')],
      tasks: [
        { of: '筛查', at: '甲县', in: day.slice(0, 4), asOf: day, rate: 5 },
        { of: '筛查', at: '乙县', in: '2020', asOf: '2020-12-31', rate: 100 }
      ]
    });
    expect(found(small('2018-12-31'), '偏慢')).toHaveLength(1);
    expect(found(small('2018-12-30'), '偏慢')).toEqual([]);
  });

  it('is so for figures that are compared and that changed', () => {
    const years = (last: string): Small => ({
      indicators: [RATE, VISITS],
      facts: [
        ...row('htn', '2018', 80, 70, 60),
        ...row('visits', last, 100),
        ...row('visits', String(Number(last) - 1), 90)
      ]
    });
    // Comparisons go by the latest of the comparisons.
    expect(found(years('2024'), '好坏')).toEqual(['2018年规范管理率，3个地区中甲县最高（80%），丙县最低（60%）']);
    const changes = (late: string): Small => ({
      indicators: [VISITS],
      facts: [
        ...[...row('visits', '2017', 50), ...row('visits', '2018', 100)],
        ...[late, String(Number(late) - 1)].map((time, i): Fact => ({
          of: 'visits',
          at: '乙县',
          in: time,
          value: 90 - 10 * i
        }))
      ]
    });
    expect(found(changes('2020'), '变化')).toEqual([
      '甲县门诊人次2018年为100人次，比上年增长100.0%',
      '乙县门诊人次2020年为90人次，比上年增长12.5%'
    ]);
    expect(found(changes('2021'), '变化')).toEqual(['乙县门诊人次2021年为90人次，比上年增长12.5%']);
  });
});

describe('a change', () => {
  const changes = (facts: readonly Fact[], more: Small = {}, focus?: string) =>
    found({ indicators: [VISITS, RATE], facts: [...facts], ...more }, '变化', focus);
  const pair = (of: string, at: string, then: number, now: number): Fact[] => [
    { of, at, in: '2019', value: then },
    { of, at, in: '2020', value: now }
  ];

  it('of a count needs thirty in both years; of a rate, of money and of an average none', () => {
    expect(changes(pair('visits', '甲县', 40, 30))).toHaveLength(1);
    expect(changes(pair('visits', '甲县', 30, 40))).toHaveLength(1);
    expect(changes(pair('visits', '甲县', 40, 29))).toEqual([]);
    expect(changes(pair('visits', '甲县', 29, 40))).toEqual([]);
    expect(changes(pair('htn', '甲县', 3, 4))).toHaveLength(1);
    const money = { indicators: [count({ id: 'money', name: '经费', unit: '万元', kind: '金额' as const })] };
    expect(changes(pair('money', '甲县', 3, 4), money)).toHaveLength(1);
    const days = { indicators: [indicator({ id: 'days', name: '住院日', unit: '天', kind: '人均' as const })] };
    expect(changes(pair('days', '甲县', 3, 4), days)).toHaveLength(1);
  });

  it('of nothing is none', () => {
    expect(changes(pair('visits', '甲县', 40, 40))).toEqual([]);
    expect(changes(pair('visits', '甲县', 0, 40))).toEqual([]);
  });

  it('is told of the largest first, rises and falls alike, what a bureau does for itself last', () => {
    const facts = [
      ...pair('visits', '甲县', 100, 110),
      ...pair('visits', '乙县', 100, 50),
      ...pair('visits', '丙县', 100, 120),
      ...pair('meetings', '丁县', 100, 900)
    ];
    const meetings = count({ id: 'meetings', name: '会议', unit: '次', theme: '党建' });
    const small: Small = { indicators: [VISITS, meetings], internalThemes: ['党建'] };
    expect(changes(facts, small).map((text) => text.slice(0, 2))).toEqual(['乙县', '丙县', '甲县']);
    expect(changes(facts.slice(2), small).map((text) => text.slice(0, 2))).toEqual(['乙县', '丙县', '丁县']);
  });

  it('is of the latest period of a place, and of an organisation only where it is asked for', () => {
    const facts = [...pair('visits', '甲县', 100, 110), { of: 'visits', at: '甲县', in: '2018', value: 50 }];
    expect(changes(facts)).toEqual(['甲县门诊人次2020年为110人次，比上年增长10.0%']);
    const hospital: Small = { places: [place('甲县'), unit('一院', '甲县')] };
    expect(changes(pair('visits', '一院', 100, 110), hospital)).toEqual([]);
    expect(changes(pair('visits', '一院', 100, 110), hospital, '一院')).toEqual([
      '一院门诊人次2020年为110人次，比上年增长10.0%'
    ]);
  });

  it('as stated gives place where it is about or in doubt', () => {
    const stated = (more: Partial<Fact>): Fact[] => [
      { of: 'visits', at: '甲县', in: '2020', value: 700 },
      { of: 'visits', at: '甲县', in: '2020', value: 50, measure: '同比(%)', written: '50%', ...more }
    ];
    expect(changes(stated({}))).toEqual(['甲县门诊人次2020年为700人次，比上年增长50%（原文同比）']);
    expect(changes(stated({ qualifier: '≈' }))).toEqual([]);
    expect(changes(stated({ status: '预计' }))).toEqual([]);
    const about = stated({}).map((one, i) => (i === 0 ? { ...one, qualifier: '≈' as const } : one));
    expect(changes(about)).toEqual([]);
  });

  it('that contradicts itself is told of, the latest first', () => {
    const contradicted = (at: string, year: number, now: number): Fact[] => [
      { of: 'visits', at, in: String(year - 1), value: 1000 },
      { of: 'visits', at, in: String(year), value: now },
      { of: 'visits', at, in: String(year), value: 25, measure: '同比(%)', written: '25%' }
    ];
    const facts = [...contradicted('甲县', 2019, 1100), ...contradicted('乙县', 2020, 1000)];
    expect(found({ indicators: [VISITS], facts }, '数不符')).toEqual([
      '乙县门诊人次2020年原文写增长25%，按两期的数算是持平',
      '甲县门诊人次2019年原文写增长25%，按两期的数算是增长10.0%'
    ]);
    const [first] = headlinesOf(dataset({ indicators: [VISITS], facts }));
    // A number that isn't in the sentence isn't among its numbers.
    expect(first!.numbers).toEqual([25]);
  });
});

describe('best and worst', () => {
  const ends = (values: readonly number[], more: Small = {}) =>
    found({ indicators: [RATE], facts: row('htn', '2020', ...values), ...more }, '好坏');

  it('begin with three places, and say nothing of a tie at either end', () => {
    expect(ends([90, 80, 70])).toHaveLength(1);
    expect(ends([90, 80])).toEqual([]);
    expect(ends([90, 70, 70])).toEqual([]);
    expect(ends([80, 80, 80])).toEqual([]);
    expect(ends([90, 80, 80, 70])).toEqual(['2020年规范管理率，4个地区中甲县最高（90%），丁县最低（70%）']);
  });

  it('are the least first where less is better, and none of counts', () => {
    const low = indicator({ id: 'htn', name: '死亡率', unit: '‰', better: '低' });
    expect(ends([3, 2, 1], { indicators: [low] })).toEqual(['2020年死亡率，3个地区中丙县最低（1‰），甲县最高（3‰）']);
    expect(ends([3, 2, 1], { indicators: [count({ id: 'htn', better: '高' })] })).toEqual([]);
  });

  it('are of the time asked about', () => {
    const small: Small = {
      indicators: [RATE],
      facts: [...row('htn', '2019', 70, 80, 90), ...row('htn', '2020', 90, 80, 70)]
    };
    expect(found(small, '好坏', undefined, '2019')).toEqual([
      '2019年规范管理率，3个地区中丙县最高（90%），甲县最低（70%）'
    ]);
    expect(found(small, '好坏', '乙县', '2019')[0]).toBe('乙县2019年规范管理率80%，3个地区中列第2');
    expect(found(small, '好坏', undefined, '2018')).toEqual([]);
  });

  it('of the own place say 并列', () => {
    const small: Small = { indicators: [RATE], facts: row('htn', '2020', 90, 80, 80) };
    expect(found(small, '好坏', '丙县')[0]).toBe('丙县2020年规范管理率80%，3个地区中并列第2');
  });
});

describe('who is missing', () => {
  const gap = (reporting: number, missing: number, focus?: string) =>
    found(
      {
        indicators: [RATE, VISITS],
        facts: [
          ...row('htn', '2020', ...Array.from({ length: reporting }, (_, i) => 80 + i)),
          ...Array.from({ length: missing }, (_, i) => ({ of: 'visits', at: `缺${i}`, in: '2020', value: 9 }))
        ]
      },
      '缺报',
      focus
    );

  it('is told where fewer than half as many are missing as report, by name up to three', () => {
    expect(gap(3, 1)).toEqual(['规范管理率有3个地区报了数，1个没有：缺0']);
    expect(gap(4, 2)).toEqual([]);
    expect(gap(5, 2)).toEqual(['规范管理率有5个地区报了数，2个没有：缺0、缺1']);
    expect(gap(2, 0)).toEqual([]);
  });

  it('of the own place is told where it is one of them', () => {
    expect(gap(3, 1, '缺0')).toEqual(['规范管理率有3个地区报了数，1个没有：缺0']);
    expect(headlinesOf(dataset({ indicators: [RATE], facts: row('htn', '2020', 1, 2, 3) }), '甲县')).not.toContainEqual(
      expect.objectContaining({ kind: '缺报' })
    );
  });
});
