import { describe, expect, it } from 'vitest';
import { coveredOf } from '../../../src/domain/findings/covered';
import { count, dataset, indicator, place } from '../factory';

const data = dataset({
  indicators: [
    indicator({ id: 'htn', theme: '慢病' }),
    indicator({ id: 'dm', theme: '慢病' }),
    indicator({ id: 'none', theme: '慢病' }),
    count({ id: 'visits', theme: '医疗' }),
    count({ id: 'beds', theme: '床位' })
  ],
  places: [place('甲县'), place('乙县'), place('丙县')],
  facts: [
    { of: 'htn', at: '甲县', in: '2024', value: 90 },
    { of: 'htn', at: '甲县', in: '2024', value: 80, part: '男' },
    { of: 'htn', at: '乙县', in: '2023', value: 85 },
    { of: 'dm', at: '甲县', in: '2023', value: 70 },
    { of: 'visits', at: '甲县', in: '2025', value: 1000, status: '预计' }
  ]
});

describe('what the numbers cover', () => {
  it('is counted by theme: indicators that have a number, rows with those of sub-groups; themes without a row not at all', () => {
    expect(coveredOf(data).themes).toEqual([
      { theme: '慢病', indicators: 2, observations: 4 },
      { theme: '医疗', indicators: 1, observations: 1 }
    ]);
  });

  it('is counted by place without sub-groups; a place without a row has none', () => {
    expect(Object.fromEntries(coveredOf(data).places)).toEqual({
      甲县: { indicators: 3, observations: 3, cutoff: '2024-12-31' },
      乙县: { indicators: 1, observations: 1, cutoff: '2023-12-31' },
      丙县: { indicators: 0, observations: 0, cutoff: '' }
    });
  });

  it('reaches from the first to the last day of any result; a forecast is none', () => {
    expect([coveredOf(data).earliest, coveredOf(data).cutoff]).toEqual(['2023-01-01', '2024-12-31']);
  });
});
