import { describe, expect, it } from 'vitest';
import { coverSums } from '../../../src/domain/findings/coverSums';
import { NotLoadedError } from '../../../src/domain/model/notLoaded';
import { dataset, indicator } from '../factory';
import { inBlocks } from '../../fixtures/inBlocks';

const whole = dataset({
  indicators: ['床位', '门诊'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
  facts: [
    { of: '门诊', at: '甲县', in: '2024-05', value: 30 },
    { of: '床位', at: '乙县', in: '2024-01/2024-05', value: 10 },
    // A forecast, a hole and a change; a sub-group.
    { of: '床位', at: '甲县', in: '2025-01', value: 11, status: '预计' },
    { of: '床位', at: '甲县', in: '2024-06', value: null, status: '未报' },
    { of: '床位', at: '甲县', in: '2024-07', value: 3, measure: '同比(%)' },
    { of: '门诊', at: '乙县', in: '2023', value: 7, part: '女' }
  ]
});
const months = [
  { month: '2023-12', figures: 1, places: Uint8Array.of(0, 1) },
  { month: '2024-05', figures: 2, places: Uint8Array.of(1, 1) },
  { month: '2024-07', figures: 1, places: Uint8Array.of(1, 0) }
];
const sums = { rowsAt: [4, 1], cutoffAt: ['2024-05-31', '2024-05-31'], earliest: '2023-01-01', cutoff: '2024-07-31' };
const byMonth = (a: { month: string }, b: { month: string }) => (a.month < b.month ? -1 : 1);

describe('what the numbers of a dataset cover', () => {
  it('is summed up by place and month: results by the day their period ends', () => {
    const { months: found, ...rest } = coverSums(whole);
    expect(rest).toEqual(sums);
    expect([...found].sort(byMonth)).toEqual(months);
  });

  it('of a pack is read from its file, and no block is asked for', () => {
    const { answer } = inBlocks(whole, 1, true);
    expect(answer(coverSums)).toEqual({ value: { ...sums, months }, loaded: ['cover'] });
  });

  it('of a pack without is summed up from its blocks', () => {
    const { answer } = inBlocks(whole, 1);
    expect(answer(coverSums).loaded).toEqual(['床位', '门诊']);
  });

  it('is summed up where the blocks are all there: nobody waits for a file', () => {
    const { dataset: packed, load } = inBlocks(whole, 1, true);
    expect(() => coverSums(packed)).toThrow(NotLoadedError);
    load(packed.missing());
    expect(coverSums(packed)).toMatchObject(sums);
  });
});
