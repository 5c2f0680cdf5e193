import { describe, expect, it } from 'vitest';
import type { ScorecardQuery } from '../../../src/domain/scorecard/answer';
import { scorecardMessage } from '../../../src/domain/scorecard/message';
import { scorecard } from '../../../src/domain/scorecard/scorecard';
import { count, dataset, type Fact, indicator, period, place, type Small, unit } from '../factory';

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

describe('a message', () => {
  const lines = (facts: readonly Fact[], indicators: readonly string[], more: Partial<ScorecardQuery> = {}) =>
    scorecardMessage(of({ facts }, indicators, more), '来源', false)
      .split('\n')
      .slice(1, -1);

  it('names three at one end and counts the others', () => {
    expect(lines(row('rate', '2024-11', 90, 80, 80, 80), ['rate'])).toEqual([
      '1. 规范管理率（2024年11月）：居首甲县90%，居末乙县、丙县、丁县80%，4个可比。'
    ]);
    expect(lines(row('rate', '2024-11', 90, 80, 80, 80, 80), ['rate'])).toEqual([
      '1. 规范管理率（2024年11月）：居首甲县90%，居末乙县、丙县、丁县等4个80%，5个可比。'
    ]);
  });

  it('tells of one alone its figure, and of what isn’t ranked how far it reaches', () => {
    expect(lines(row('rate', '2024-11', 90), ['rate'])).toEqual(['1. 规范管理率（2024年11月）：甲县90%。']);
    expect(lines(row('visits', '2024-11', 30, 10, 20), ['visits'])).toEqual([
      '1. 门诊人次（2024年11月）：从乙县10人次到甲县30人次，3个有数。'
    ]);
    expect(lines(row('visits', '2024-11', 30), ['visits'])).toEqual(['1. 门诊人次（2024年11月）：甲县30人次。']);
  });

  it('leaves out the area that contains the others, and figures of another time', () => {
    const small: Small = {
      places: [place('某市', { level: '地市' }), ...['甲县', '乙县'].map((id) => place(id, { parent: '某市' }))],
      facts: [fact('visits', '某市', '2024-11', 900), ...row('visits', '2024-11', 30, 10)]
    };
    const message = scorecardMessage(of(small, ['visits']), '来源', false).split('\n')[1];
    expect(message).toBe('1. 门诊人次（2024年11月）：从乙县10人次到甲县30人次，2个有数。');
    const only = scorecardMessage(of({ ...small, facts: small.facts!.slice(0, 1) }, ['visits']), '来源', false);
    expect(only.split('\n').slice(1, -1)).toEqual(['1. 门诊人次（2024年11月）：某市900人次。']);
  });

  it('of the own place says what it is held against', () => {
    const facts = row('rate', '2024-11', 90, 80);
    expect(lines(facts, ['rate'], { focus: '甲县', reference: 'place:乙县' })).toEqual([
      '1. 规范管理率90%（2024年11月），2个中第1，比乙县80%高10个百分点。'
    ]);
  });

  it('of the own place has no rank where nobody else has one, and no judgement of what stood still', () => {
    const alone = [fact('rate', '甲县', '2024-10', 90), fact('rate', '甲县', '2024-11', 90)];
    expect(lines(alone, ['rate'], { focus: '甲县' })).toEqual(['1. 规范管理率90%（2024年11月），比上期持平。']);
    const two = [...row('visits', '2024-10', 10, 10), ...row('visits', '2024-11', 15, 10)];
    expect(lines(two, ['visits'], { focus: '甲县' })).toEqual(['1. 门诊人次15人次（2024年11月），比上期增长50.0%。']);
  });

  it('of units has them in its title', () => {
    const small: Small = {
      places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县')],
      facts: [fact('rate', '一院', '2024-11', 80), fact('rate', '二院', '2024-11', 70)]
    };
    const answer = of(small, ['rate'], { by: 'units' });
    expect(answer.heat.verdict).toBe('2024年11月2个单位的1项指标，2格有数');
    expect(answer.heat.subtitle).toBe('所选 · 1项指标 · 2个单位');
  });
});
