import { describe, expect, it } from 'vitest';
import type { ScorecardQuery } from '../../../src/domain/scorecard/answer';
import { scorecardKey } from '../../../src/domain/scorecard/wording';
import { periodWithin, scorecard } from '../../../src/domain/scorecard/scorecard';
import { count, dataset, type Fact, indicator, period, type Small } from '../factory';

const RATE = indicator({ id: 'rate', name: '规范管理率', decimals: 2 });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const VISITS = count({ id: 'visits' });
const NOVEMBER = period('2024-11');
const fact = (of: string, at: string, time: string, value: number, more: Partial<Fact> = {}): Fact => ({
  ...{ of, at, in: time, value },
  ...more
});
/** Of one indicator the figures of 甲县, 乙县 … in one time. */
const row = (of: string, time: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => fact(of, `${'甲乙丙丁戊己'[i]!}县`, time, value));
const cardOf = (...indicators: string[]) => ({ id: 'a', name: '所选', indicators, note: '', default: true });
const of = (small: Small, indicators: readonly string[], more: Partial<ScorecardQuery> = {}) =>
  scorecard(dataset({ indicators: [RATE, DAYS, VISITS], ...small }), {
    ...{ card: cardOf(...indicators), within: NOVEMBER, by: 'places' as const },
    ...more
  });
const verdict = (facts: readonly Fact[], indicators: readonly string[], focus: string) =>
  of({ facts }, indicators, { focus }).heat.verdict;

describe('first and last in a 记分表', () => {
  it('are those who share the place too', () => {
    // 90, 80, 80: 甲 first, 乙 and 丙 second of three, which is last. Fewer days are better: 7 and 7 first, 9 last.
    const facts = [...row('rate', '2024-11', 90, 80, 80), ...row('days', '2024-11', 7, 7, 9)];
    expect(verdict(facts, ['rate', 'days'], '甲县')).toBe('甲县2024年11月2项指标：2项居首');
    expect(verdict(facts, ['rate', 'days'], '乙县')).toBe('乙县2024年11月2项指标：1项居首、1项居末');
    expect(verdict(facts, ['rate', 'days'], '丙县')).toBe('丙县2024年11月2项指标：2项居末');
  });

  it('are nobody where all are alike, where one alone has a figure, and in between', () => {
    expect(verdict(row('rate', '2024-11', 80, 80, 80), ['rate'], '乙县')).toBe('乙县2024年11月1项指标有数');
    expect(verdict(row('rate', '2024-11', 80), ['rate'], '甲县')).toBe('甲县2024年11月1项指标有数');
    expect(verdict(row('rate', '2024-11', 90, 85, 80), ['rate'], '乙县')).toBe('乙县2024年11月1项指标有数');
  });

  it('aren’t told of a figure that has another meaning: a bound', () => {
    const facts = [...row('rate', '2024-11', 90, 80), fact('rate', '丙县', '2024-11', 70, { qualifier: '≤' })];
    expect(verdict(facts, ['rate'], '丙县')).toBe('丙县2024年11月1项指标有数');
    expect(verdict(facts, ['rate'], '乙县')).toBe('乙县2024年11月1项指标：1项居末');
  });
});

describe('what a 记分表 is held against', () => {
  it('is said in its key, and said to be none where nothing is', () => {
    const facts = row('rate', '2024-11', 90, 80);
    expect(scorecardKey(of({ facts }, ['rate']))).toContain('底色按本列名次');
    const held = of({ facts }, ['rate'], { reference: 'parent' });
    expect(scorecardKey(held)).toContain('底色按与上级比：蓝为更好，橙为更差');
    expect(held.heat.verdict).toBe('2024年11月2个地区的1项指标，2格有数；没有上级可比');
    expect(of({ facts }, [], { reference: 'parent' }).heat.verdict).toBe('2024年11月没有可列的指标');
  });
});

describe('the period of a column', () => {
  const within = (facts: readonly Fact[], asked = '2024-11', ids = ['甲县', '乙县', '丙县']) =>
    periodWithin(dataset({ indicators: [VISITS, RATE], facts: [...facts] }), VISITS, period(asked), new Set(ids))?.text;
  const sums = (...values: readonly number[]) => row('visits', '2024-01/2024-11', ...values);

  it('is the one that most report, of equal ones the one as long as the time itself', () => {
    expect(within([...sums(1, 2), ...row('visits', '2024-11', 1, 2)])).toBe('2024-11');
    expect(within([...row('visits', '2024-11', 1, 2), ...sums(1, 2)])).toBe('2024-11');
    expect(within([...sums(1, 2, 3), ...row('visits', '2024-11', 1, 2)])).toBe('2024-01/2024-11');
  });

  it('is else the latest of equal ones', () => {
    const facts = [
      ...row('visits', '2024-09', 1, 2),
      ...row('visits', '2024-12', 1, 2),
      ...row('visits', '2024-10', 1)
    ];
    expect(within(facts, '2024')).toBe('2024-12');
  });

  it('ends in the time, its first and its last day among them, and is none where none does', () => {
    expect(within([fact('visits', '甲县', '2024-11-01', 1)])).toBe('2024-11-01');
    expect(within([fact('visits', '甲县', '2024-11-30', 1)])).toBe('2024-11-30');
    expect(within([fact('visits', '甲县', '2024-10-31', 1)])).toBeUndefined();
    expect(within([fact('visits', '甲县', '2024-12-01', 1)])).toBeUndefined();
    expect(within([fact('rate', '甲县', '2024-11', 1)])).toBeUndefined();
  });

  it('counts the places of the table alone', () => {
    const facts = [...row('visits', '2024-01/2024-11', 1, 2, 3), ...row('visits', '2024-11', 1)];
    expect(within(facts, '2024-11', ['甲县'])).toBe('2024-11');
  });
});

describe('the order of its rows', () => {
  const facts = [
    ...row('rate', '2024-11', 80, 90, 80),
    // 丁县 and 戊县 have no rate.
    ...row('days', '2024-11', 7, 8, 9, 6, 6)
  ];
  const names = (more: Partial<ScorecardQuery>) =>
    of({ facts }, ['rate', 'days'], more)
      .rows.map(({ place: at }) => at.name[0])
      .join('');

  it('is that of places.csv where values are equal or missing, whichever way', () => {
    expect(names({ sort: 'rate' })).toBe('乙甲丙丁戊');
    expect(names({ sort: 'rate', reversed: true })).toBe('甲丙乙丁戊');
    expect(names({ sort: 'days' })).toBe('丁戊甲乙丙');
    expect(names({ sort: 'days', reversed: true })).toBe('丙乙甲丁戊');
  });

  it('has the own place first only without a column, and without one that the table has', () => {
    expect(names({ focus: '丙县' })).toBe('丙甲乙丁戊');
    expect(names({ focus: '丙县', sort: 'visits' })).toBe('丙甲乙丁戊');
    expect(names({ focus: '丙县', sort: 'rate' })).toBe('乙甲丙丁戊');
  });
});

describe('the largest moves', () => {
  const SIX = ['a', 'b', 'c', 'd'].map((id) => indicator({ id, name: `${id}率` }));
  const small = (facts: readonly Fact[]): Small => ({ indicators: [...SIX, VISITS], facts: [...facts] });
  const moved = (id: string, ...steps: readonly number[]) => [
    ...row(id, '2024-10', ...steps.map(() => 50)),
    ...row(id, '2024-11', ...steps.map((step) => 50 + step))
  ];
  const told = (facts: readonly Fact[], more: Partial<ScorecardQuery> = {}) =>
    of(small(facts), ['a', 'b', 'c', 'd', 'visits'], more).moves.map((m) => `${m.indicator.id}${m.place.name[0]!}`);

  it('are three, one an indicator, the first of equal ones', () => {
    // a: 2, −2, 2: the median size is 2, weight 1. b: 1, 3, 1: 3. c: 1, 2: median 1.5, 2 ÷ 1.5 = 1.33. d: 1, 1: 1.
    const facts = [...moved('a', 2, -2, 2), ...moved('b', 1, -3, 1), ...moved('c', 1, 2), ...moved('d', 1, 1)];
    expect(told(facts)).toEqual(['b乙', 'c乙', 'a甲']);
    // Its own: a 2 ÷ 2 = 1, b 1 ÷ 1 = 1, c 1 ÷ 1.5 = 0.67, d 1.
    expect(told(facts, { focus: '甲县' })).toEqual(['a甲', 'b甲', 'd甲']);
  });

  it('are none where all stood still or nothing is judged, and those of all where the own place has no change', () => {
    expect(told(moved('a', 0, 0))).toEqual([]);
    expect(told(moved('visits', 5, 9))).toEqual([]);
    const facts = [...moved('a', 0, 4), fact('a', '丙县', '2024-11', 50)];
    expect(told(facts, { focus: '丙县' })).toEqual(['a乙']);
    // 甲县 stood still: it has a change, and none that is a move.
    expect(told(facts, { focus: '甲县' })).toEqual([]);
  });
});

describe('its notes', () => {
  const notes = (facts: readonly Fact[], indicators: readonly string[], more: Partial<ScorecardQuery> = {}) =>
    of({ facts, indicators: [RATE, DAYS, VISITS, STOCK] }, indicators, more).heat.notes.map(({ text }) => text);
  const STOCK = count({ id: 'beds', name: '床位', unit: '张', basis: '时点' });

  it('name the time of what is of another, but not of a day that ends the time', () => {
    const facts = [
      ...row('rate', '2024-11', 80, 90),
      ...row('visits', '2024-01/2024-11', 10, 20),
      ...row('beds', '2024-11-30', 10, 20)
    ];
    expect(notes(facts, ['rate', 'visits', 'beds'])).toContain('门诊人次（2024年1—11月）的数按各自的时期。');
    expect(notes(facts, ['rate', 'beds']).filter((text) => text.includes('按各自的时期'))).toEqual([]);
    const earlier = row('beds', '2024-11-29', 10, 20);
    expect(notes([...facts.slice(0, 4), ...earlier], ['rate', 'beds'])).toContain(
      '床位（2024年11月29日）的数按各自的时期。'
    );
  });

  it('tell the note of the table, and no count of missing marks where there is none', () => {
    const facts = [...row('rate', '2024-10', 80, 90), ...row('rate', '2024-11', 85, 90)];
    expect(notes(facts, ['rate'], { card: { ...cardOf('rate'), note: '由市里定。' } })).toEqual([
      '▲▼是比上期（2024年10月）升降多少：率差多少个百分点，其余变了百分之几；口径调整的不比。上期是紧接在前、同样长的一期：月比上月，季比上季，年比上年，时点比前一个时点；累计没有紧接的一期，比上年的同样月份。',
      '名次和深浅只在同一项指标里比，指标之间不能互比；时期不同的数不列。',
      '由市里定。'
    ]);
  });

  it('count why marks are missing, the most frequent first, three of them', () => {
    const facts = [
      ...row('rate', '2024-11', 1, 2, 3),
      ...row('days', '2024-10', 9, 9),
      ...row('days', '2024-11', 8, 8, 7),
      ...row('visits', '2024-01/2024-11', 1, 2),
      ...row('beds', '2024-11-30', 5, 5)
    ];
    // Of days 丙县 alone has no October; beds have no earlier day.
    expect(notes(facts, ['rate', 'days', 'visits', 'beds'])[1]).toBe(
      '8格有数没有▲▼：2024年10月没有数（4格）、2023年1—11月没有数（2格）、没有更早的一期（2格）。'
    );
    const bound = [...row('rate', '2024-10', 1), fact('rate', '甲县', '2024-11', 2, { qualifier: '≥' })];
    expect(notes([...facts.slice(3), ...bound], ['rate', 'days', 'visits', 'beds'])[1]).toBe(
      '6格有数没有▲▼：2023年1—11月没有数（2格）、没有更早的一期（2格）、有一期是界限而非确数（1格）等。'
    );
  });

  it('name two periods held against, and no more', () => {
    const facts = [
      ...row('rate', '2024-10', 80, 90),
      ...row('rate', '2024-11', 85, 90),
      ...row('visits', '2023-01/2023-11', 9, 9),
      ...row('visits', '2024-01/2024-11', 10, 20),
      ...row('beds', '2024-09-30', 10, 20),
      ...row('beds', '2024-11-30', 10, 20)
    ];
    expect(notes(facts, ['rate', 'visits'])[0]).toMatch(/^▲▼是比上期（2024年10月、2023年1—11月）升降多少/);
    expect(notes(facts, ['rate', 'visits', 'beds'])[0]).toMatch(/^▲▼是比上期升降多少/);
  });
});
