import { describe, expect, it } from 'vitest';
import { defaultIndicators } from '../../../src/domain/address/defaultIndicator';
import { trendCoverage } from '../../../src/domain/trend/coverage';
import { dataset, indicator } from '../factory';
import { CASES, RATE, at } from './trending';

describe('trendCoverage(dataset)', () => {
  it('lists indicators with two or more periods of one span, derived ones counted', () => {
    const single = indicator({ name: '只有一期' });
    const mixed = indicator({ name: '一年一半年' });
    const data = dataset({
      indicators: [single, CASES, mixed, RATE],
      facts: [
        { of: single.id, at: '甲县', in: '2020', value: 1 },
        { of: CASES.id, at: '甲县', in: '2020', value: 700 },
        { of: CASES.id, at: '甲县', in: '2020', value: -30, measure: '同比(%)' },
        { of: CASES.id, at: '乙县', in: '2020', value: 700 },
        { of: mixed.id, at: '甲县', in: '2019', value: 1 },
        { of: mixed.id, at: '甲县', in: '2020-H1', value: 1 },
        ...at('乙县', ['2018', 1], ['2019', 2], ['2020', 3], ['2020-H1', 3]).map((f) => ({ ...f, of: RATE.id }))
      ]
    });
    expect(trendCoverage(data).map((c) => [c.indicator.name, c.places.map((p) => [p.place.name, p.periods])])).toEqual([
      ['法定传染病报告病例数', [['甲县', 2]]],
      ['规范管理率', [['乙县', 3]]]
    ]);
  });

  it('counts as certain what a report states without a doubt', () => {
    const data = dataset({
      indicators: [CASES, RATE],
      facts: [
        { of: CASES.id, at: '甲县', in: '2020', value: 700 },
        { of: CASES.id, at: '甲县', in: '2020', value: -30, measure: '同比(%)' },
        { of: RATE.id, at: '甲县', in: '2019', value: 1, status: '存疑' },
        { of: RATE.id, at: '甲县', in: '2020', value: 2 },
        { of: RATE.id, at: '乙县', in: '2019', value: 1 },
        { of: RATE.id, at: '乙县', in: '2020', value: 2 }
      ]
    });
    expect(trendCoverage(data).map((c) => c.places.map((p) => p.certain))).toEqual([[1], [1, 2]]);
    // 规范管理率 has a place with two certain figures; the other rests on one and its stated change.
    expect(defaultIndicators(data).periods).toBe(RATE.id);
  });
});
