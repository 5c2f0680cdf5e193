import { describe, expect, it } from 'vitest';
import { changeContribution, type ChangeQuestion } from '../../../src/domain/contribution/change';
import { contributionSources, contributionTable } from '../../../src/domain/contribution/table';
import type { Indicator } from '../../../src/domain/model/records';
import { count, dataset, type Fact, indicator, place, source, unit } from '../factory';

const VISITS = count({ id: 'visits' });
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
const ask = (of: Indicator, facts: readonly Fact[], more: Partial<ChangeQuestion> = {}) => {
  const data = dataset({ indicators: [of], places: PLACES, sources: [source('甲'), source('乙')], facts: [...facts] });
  return changeContribution(data, { indicator: of.id, place: '某市', against: { base: 'year' }, ...more })!;
};
const texts = (answer: ReturnType<typeof ask>) => answer.notes.map(({ level, text }) => `${level}：${text}`);

describe('figures in doubt, expected and about', () => {
  const with1 = (then: Partial<Fact>, now: Partial<Fact>) =>
    ask(VISITS, [...pair('visits', '甲县', [10, 15], then, now), ...pair('visits', '乙县', [10, 11])]);
  const HOLLOW = '说明：空心条用到预计或存疑的数。';
  const ABOUT = '说明：有的数原文写“约”，贡献也只是约数。';

  it.each([
    ['存疑 now', {}, { status: '存疑' }],
    ['存疑 before', { status: '存疑' }, {}],
    ['预计 now', {}, { status: '预计' }]
  ] as const)('are drawn hollow and said: %s', (_, then, now) => {
    const answer = with1(then, now);
    expect(answer.shares.map(({ name, uncertain }) => [name, uncertain])).toEqual([
      ['甲县', true],
      ['乙县', false]
    ]);
    expect(texts(answer)).toContain(HOLLOW);
    expect(texts(answer)).not.toContain(ABOUT);
  });

  it('say 约 where one of the two is about', () => {
    expect(texts(with1({ qualifier: '≈' }, {}))).toContain(ABOUT);
    expect(texts(with1({}, { qualifier: '≈' }))).toContain(ABOUT);
    expect(texts(with1({}, {}))).not.toContain(ABOUT);
    expect(texts(with1({}, {}))).not.toContain(HOLLOW);
  });
});

describe('the question', () => {
  const facts = [
    ...['甲县', '乙县'].flatMap((at) => pair('visits', at, [10, 11])),
    ...['甲县', '乙县'].map((at): Fact => ({ of: 'visits', at, in: '2022', value: 8 })),
    // Nobody has a year before 2022, and 丙县 none at all.
    { of: 'visits', at: '丙县', in: '2025', value: 9 }
  ];

  it('offers the periods that have two figures, the latest first', () => {
    expect(ask(VISITS, facts).periods.map(({ text }) => text)).toEqual(['2024', '2023']);
    expect(ask(VISITS, facts).period!.text).toBe('2024');
    expect(ask(VISITS, facts, { period: '2023' }).heads).toEqual({ before: '2022年', now: '2023年' });
  });

  it('says what it is held against', () => {
    expect(ask(VISITS, facts).subtitle).toBe('2024年比2023年（上年同期） · 各单位增减了多少 · 单位：人次');
    expect(ask(VISITS, facts, { against: { base: 'previous' } }).subtitle).toBe(
      '2024年比2023年 · 各单位增减了多少 · 单位：人次'
    );
  });

  it('that can’t be answered has its period’s last day, one warning and nothing else', () => {
    const days = ['甲县', '乙县'].flatMap((at) => pair('days', at, [9, 8]));
    const answer = ask(DAYS, days);
    expect(answer).toMatchObject({ whole: null, shares: [], sources: [], cutoff: '2024-12-31' });
    expect(texts(answer)).toEqual(['警示：平均数和率不能相加，各单位没有写明分子、分母，拆不到各单位。']);
    // Who has no figure at all stands before who lacks numerators.
    expect(contributionTable(answer).rows.map((row) => row[0]!.text)).toEqual(['丙县', '甲县', '乙县']);
    const none = ask(VISITS, []);
    expect([none.cutoff, none.heads]).toEqual(['', { before: '对比期', now: '本期' }]);
    expect(contributionSources(none)).toEqual([]);
  });
});
