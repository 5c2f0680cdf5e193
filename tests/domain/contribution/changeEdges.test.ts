import { describe, expect, it } from 'vitest';
import { changeContribution, type ChangeQuestion } from '../../../src/domain/contribution/change';
import { rateEffects } from '../../../src/domain/contribution/fraction';
import { contributionSources, contributionTable } from '../../../src/domain/contribution/table';
import type { Indicator } from '../../../src/domain/model/records';
import { count, dataset, type Fact, indicator, place, source, unit } from '../factory';

const VISITS = count({ id: 'visits' });
const MONEY = count({ id: 'money', name: '医疗收入', unit: '万元', kind: '金额' });
const RATE = indicator({ id: 'rate', name: '签约率' });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const PLACES = [
  place('某市', { level: '地市' }),
  ...['甲县', '乙县', '丙县'].map((id) => place(id, { parent: '某市' })),
  unit('一院', '甲县')
];
/** Two figures of a place, of 2023 and 2024; what differs from plain ones is `then` and `now`. */
const pair = (of: string, at: string, figures: readonly [number, number], then = {}, now = {}): Fact[] => [
  { of, at, in: '2023', value: figures[0], ...then },
  { of, at, in: '2024', value: figures[1], ...now }
];
const share = (of: string, at: string, year: string, numerator: number, denominator: number, factor = 100): Fact => ({
  ...{ of, at, in: year, numerator, denominator },
  value: Math.round((numerator / denominator) * factor * 100) / 100
});
const ask = (of: Indicator, facts: readonly Fact[], more: Partial<ChangeQuestion> = {}) => {
  const data = dataset({ indicators: [of], places: PLACES, sources: [source('甲'), source('乙')], facts: [...facts] });
  return changeContribution(data, { indicator: of.id, place: '某市', against: { base: 'year' }, ...more })!;
};
const shares = (answer: ReturnType<typeof ask>) => answer.shares.map(({ name, text }) => `${name}${text}`);
const texts = (answer: ReturnType<typeof ask>) => answer.notes.map(({ level, text }) => `${level}：${text}`);
const YEAR = '说明：上年同期是上一年的同一时期。';
const HOW = '说明：各单位的贡献是本期数减对比期数，相加就是合起来的变化。';
const NEUTRAL = '说明：这项指标不分好坏，条的颜色不表示好坏。';

describe('a change that came to nothing', () => {
  it('is 持平, and says which way its units ran', () => {
    const answer = ask(VISITS, [...pair('visits', '甲县', [10, 15]), ...pair('visits', '乙县', [10, 5])]);
    expect(answer.verdict).toBe('某市2024年门诊人次比上年同期持平：2个地区中1个增加、1个减少，增加最多的是甲县（+5）');
    expect(answer.whole).toMatchObject({ value: 0, text: '0', judgement: '持平' });
    // A share of nothing is none: of the two, of the whole, and of 丙县 that has no figure.
    expect(contributionTable(answer).rows.map((row) => row[4]!.text)).toEqual(['', '', '', '']);
  });

  it('of units that stood still says so, and names no most', () => {
    const still = ask(VISITS, [...pair('visits', '甲县', [10, 10]), ...pair('visits', '乙县', [0, 0])]);
    expect(still.verdict).toBe('某市2024年门诊人次比上年同期持平：2个地区都没有变');
    const three = [
      ...pair('visits', '甲县', [10, 10]),
      ...pair('visits', '乙县', [10, 12]),
      ...pair('visits', '丙县', [10, 8])
    ];
    expect(ask(VISITS, three, { focus: '甲县' }).verdict).toBe(
      '某市2024年门诊人次比上年同期持平：3个地区中1个增加、1个减少、1个没有变，增加最多的是乙县（+2）；甲县0'
    );
  });
});

describe('a change of money', () => {
  it('is split by differences, all with the decimals of the finest, at most the indicator’s', () => {
    // 12.5 → 13.75 is 1.25, 10 → 12 is 2, together 3.25.
    const facts = [...pair('money', '甲县', [12.5, 13.75]), ...pair('money', '乙县', [10, 12])];
    const answer = ask(MONEY, facts);
    expect([...shares(answer), answer.whole!.text]).toEqual(['乙县+2.00', '甲县+1.25', '+3.25']);
    expect(answer.isRate).toBe(false);
    const missing = '警示：某市自己没有报，起止是2个单位之和，另有1个缺数，没有算进去。';
    expect(texts(answer)).toEqual([missing, HOW, YEAR, NEUTRAL]);
    const three = ask(MONEY, [...facts, ...pair('money', '丙县', [1, 1])]);
    expect(texts(three)).toEqual([HOW, '说明：某市自己没有报，起止是3个单位之和。', YEAR, NEUTRAL]);
    // 1.25 reads 1.3, 3.25 reads 3.3: 2.0 and 1.3 add up as printed.
    const coarse = { ...MONEY, decimals: 1 };
    expect(shares(ask(coarse, facts))).toEqual(['乙县+2.0', '甲县+1.3']);
    expect(texts(ask(coarse, facts))).not.toContain('说明：各条四舍五入，相加与总变化在末位上可能差一点。');
    // Two halves make a whole, and are printed as halves.
    const whole = ask(MONEY, [...pair('money', '甲县', [1, 1.5]), ...pair('money', '乙县', [1, 1.5])]);
    expect([...shares(whole), whole.whole!.text]).toEqual(['甲县+0.5', '乙县+0.5', '+1.0']);
    // 0.25 and 0.25 read 0.3 and 0.3, their sum 0.5.
    const halves = [...pair('money', '甲县', [1, 1.25]), ...pair('money', '乙县', [1, 1.25])];
    expect(texts(ask(coarse, halves))).toContain('说明：各条四舍五入，相加与总变化在末位上可能差一点。');
  });
});

describe('what the place states itself', () => {
  it('is enough with a single unit, and what lies beyond it is one more step', () => {
    const answer = ask(VISITS, [...pair('visits', '某市', [100, 130]), ...pair('visits', '甲县', [40, 50])]);
    expect(answer.verdict).toBe('某市2024年门诊人次比上年同期增加30人次：其中甲县+10');
    expect(answer.shares.map(({ name, text, isFocus, uncertain }) => [name, text, isFocus, uncertain])).toEqual([
      ['甲县', '+10', false, false],
      ['与各单位之和的差', '+20', false, false]
    ]);
    expect(texts(answer)[0]).toBe('警示：“与各单位之和的差”是某市自己报的减去各单位相加的，缺数的2个也在里面。');
  });

  it('is no fault of its units where nobody is missing, and needs no step where it is their sum', () => {
    const three = (own: number) => [
      ...pair('visits', '某市', [30, own]),
      ...['甲县', '乙县', '丙县'].flatMap((at) => pair('visits', at, [10, 11]))
    ];
    expect(texts(ask(VISITS, three(35)))).toEqual([
      ...[HOW, '说明：“与各单位之和的差”是某市自己报的减去各单位相加的。', YEAR, NEUTRAL]
    ]);
    expect(texts(ask(VISITS, three(33)))).toEqual([HOW, YEAR, NEUTRAL]);
    expect(shares(ask(VISITS, three(33)))).toEqual(['甲县+1', '乙县+1', '丙县+1']);
    const two = three(32).filter(({ at }) => at !== '丙县');
    expect(texts(ask(VISITS, two))).toEqual([HOW, '说明：1个单位缺数，另列在下面。', YEAR, NEUTRAL]);
  });

  it('where it states nothing, who is missing is missing in the whole', () => {
    const answer = ask(VISITS, [...pair('visits', '甲县', [10, 11]), ...pair('visits', '乙县', [10, 11])]);
    expect(texts(answer)[0]).toBe('警示：某市自己没有报，起止是2个单位之和，另有1个缺数，没有算进去。');
  });

  it('names its own report alone as the source of the whole, and each report once', () => {
    const facts = [
      ...pair('visits', '某市', [20, 23], { source: '乙' }, { source: '乙' }),
      ...['甲县', '乙县'].flatMap((at) => pair('visits', at, [10, 11]))
    ];
    const answer = ask(VISITS, facts);
    expect(answer.sources.map(({ id }) => id)).toEqual(['甲', '乙']);
    expect(answer.whole!.sources.map(({ source: { id } }) => id)).toEqual(['乙', '乙']);
    // 丙县 has no figure: nothing stands behind it.
    expect(answer.absent.map(({ evidence }) => evidence)).toEqual([null]);
    expect(contributionSources(answer).map(({ source: { id } }) => id)).toEqual(['乙', '乙', '甲', '甲', '甲', '甲']);
    expect(contributionTable(answer).rows.map((row) => [row[5]!.text, row[6]!.text])).toEqual([
      ...[
        ['甲报告（A级）', ''],
        ['甲报告（A级）', '']
      ],
      ['', ''],
      ['乙报告（A级）', ''],
      ['', '这一期没有数']
    ]);
    const summed = ask(VISITS, facts.slice(2));
    expect(summed.sources.map(({ id }) => id)).toEqual(['甲']);
    expect(summed.whole!.sources).toHaveLength(4);
    expect(
      contributionTable(summed)
        .rows[2]!.slice(5)
        .map(({ text }) => text)
    ).toEqual(['', '各单位之和']);
    expect(summed.cutoff).toBe('2024-12-31');
  });
});

describe('a change of a rate', () => {
  const city = (then: readonly [number, number], now: readonly [number, number]) => [
    share('rate', '某市', '2023', ...then),
    share('rate', '某市', '2024', ...now),
    ...[share('rate', '甲县', '2023', 50, 100), share('rate', '甲县', '2024', 60, 100)],
    ...[share('rate', '乙县', '2023', 30, 100), share('rate', '乙县', '2024', 90, 300)]
  ];

  it('of the place is by its own numerators where it states them', () => {
    // 80/200 → 150/400: 40% → 37.5%, what its units add up to (−2.1875 and −0.3125).
    expect(shares(ask(RATE, city([80, 200], [150, 400])))).toEqual(['乙县−2.19', '甲县−0.31']);
    // 80/200 → 160/400 is no change: beyond its units +2.5. Without a change those that rose stand first.
    expect(shares(ask(RATE, city([80, 200], [160, 400])))).toEqual([
      ...['甲县−0.31', '乙县−2.19', '与各单位之和的差+2.50']
    ]);
  });

  it('takes what two printed rates may lie apart for rounding, up to a whole step of theirs and no further', () => {
    const stated = (now: number) => [
      ...pair('rate', '某市', [40, 41]),
      ...[share('rate', '甲县', '2023', 400, 1000), share('rate', '甲县', '2024', now, 1000)],
      ...[share('rate', '乙县', '2023', 400, 1000), share('rate', '乙县', '2024', 400, 1000)]
    ];
    // 842/2000 is 42.1%: +2.1, more than a whole point beside the +1 that is printed. 840/2000 is 42%: just one.
    expect(shares(ask(RATE, stated(440)))).toEqual(['甲县+2.00', '乙县0']);
    expect(shares(ask(RATE, stated(442)))).toEqual(['甲县+2.10', '乙县0', '与各单位之和的差−1.10']);
    // The whole reads as on every other screen; its steps don't add up to it in print.
    const rounded = ask(RATE, stated(440));
    expect(rounded.whole).toMatchObject({ before: '40%', now: '41%', text: '+1' });
    expect(texts(rounded)).toContain('说明：各条四舍五入，相加与总变化在末位上可能差一点。');
  });

  it('takes a hundredth for rounding where rates have hundredths, and has the decimals of its indicator', () => {
    const stated = (now: number) => [
      ...pair('rate', '某市', [40, now]),
      ...[share('rate', '甲县', '2023', 40, 100), share('rate', '甲县', '2024', 41, 100)],
      ...[share('rate', '乙县', '2023', 40, 100), share('rate', '乙县', '2024', 40, 100)]
    ];
    // 81/200 is 40.5%: +0.5. What 40.51 and 40.52 say is a hundredth and two more.
    expect(shares(ask(RATE, stated(40.51)))).toEqual(['甲县+0.50', '乙县0']);
    expect(shares(ask(RATE, stated(40.52)))).toEqual(['甲县+0.50', '乙县0', '与各单位之和的差+0.02']);
    expect(shares(ask({ ...RATE, decimals: 3 }, stated(40.52)))[0]).toBe('甲县+0.500');
    expect(shares(ask({ ...RATE, decimals: 1 }, stated(40.51)))[0]).toBe('甲县+0.50');
  });

  it('leaves out a unit without numerators, and says so with what it reported', () => {
    const facts = [
      ...city([80, 200], [150, 400]).slice(2),
      ...pair('rate', '丙县', [50, 60], { numerator: 50, denominator: 100 }, { line: 77 })
    ];
    const answer = ask(RATE, facts);
    expect(answer.absent.map((a) => [a.place.name, a.reason, a.evidence!.line])).toEqual([
      ['丙县', '没有分子、分母', 77]
    ]);
    expect(shares(answer)).toEqual(['乙县−2.19', '甲县−0.31']);
    expect(contributionTable(answer).rows[3]![1]!.sources).toHaveLength(1);
  });

  it('has two effects, and an effect that is nothing is 0; what lies beyond the units has none', () => {
    const answer = ask(RATE, city([80, 200], [160, 400]));
    expect(contributionTable(answer).rows.map((row) => row.slice(4, 7).map(({ text }) => text))).toEqual([
      // Of a change of nothing there are no parts.
      ['+3.750', '−4.063', ''],
      ['0', '−2.188', ''],
      ['', '', ''],
      ['', '', ''],
      // 丙县 isn't in it.
      ['', '', '']
    ]);
  });

  it('of an average in days reads with the decimals of its steps', () => {
    const days = (at: string, year: string, sum: number) => share('days', at, year, sum, 3, 1);
    const facts = [
      ...pair('days', '某市', [9, 8.83]),
      ...[days('甲县', '2023', 27), days('甲县', '2024', 26)],
      ...[days('乙县', '2023', 27), days('乙县', '2024', 27)]
    ];
    // (27 + 27) ÷ 6 = 9, (26 + 27) ÷ 6 = 8.8333: −0.1667, which the printed 9 → 8.83 is by rounding.
    const answer = ask(DAYS, facts);
    expect(shares(answer)).toEqual(['甲县−0.17', '乙县0']);
    expect(answer.whole).toMatchObject({ before: '9天', now: '8.83天', text: '−0.17', judgement: '好转' });
    expect(answer.verdict).toBe(
      '某市2024年平均住院日比上年同期下降0.17天：2个地区中1个拉低、1个没有变，拉低最多的是甲县（−0.17）'
    );
    expect(texts(answer)).not.toContain(NEUTRAL);
  });

  it('of a member that is nothing afterwards is a mix alone', () => {
    // As the other way round: 甲 50/100 both times, 乙 90/100 → none. R 0.7 → 0.5, mean 0.6.
    // 甲: (0.5 − 0.6) × 0.5 = −0.05; 乙: (0.9 − 0.6) × −0.5 = −0.15.
    const effects = rateEffects(
      [
        { count: 50, base: 100 },
        { count: 90, base: 100 }
      ],
      [
        { count: 50, base: 100 },
        { count: 0, base: 0 }
      ]
    );
    expect(effects.map(({ rate, mix }) => [rate.toFixed(4), mix.toFixed(4)])).toEqual([
      ['0.0000', '-0.0500'],
      ['0.0000', '-0.1500']
    ]);
  });
});
