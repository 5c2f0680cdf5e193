import { describe, expect, it } from 'vitest';
import { indicatorCoverage } from '../../../src/domain/model/coverage';
import { count, dataset, indicator, place, unit } from '../factory';

describe('indicatorCoverage(dataset)', () => {
  it('counts places other than organisations that have a number', () => {
    const data = dataset({
      indicators: [indicator(), count()],
      places: [place('甲县'), unit('一院', '甲县')],
      facts: [
        { at: '甲县', in: '2019', value: 90 },
        { at: '甲县', in: '2020', value: 91 },
        { at: '乙县', in: '2020', value: null },
        { at: '一院', in: '2020', value: 90 },
        { at: '丙县', in: '2020', value: 5, measure: '同比(%)' }
      ]
    });
    expect(indicatorCoverage(data).map((c) => [c.indicator.name, c.places])).toEqual([
      ['规范管理率', 1],
      ['门诊人次', 0]
    ]);
  });
});
