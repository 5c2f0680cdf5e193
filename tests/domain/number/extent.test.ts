import { describe, expect, it } from 'vitest';
import { extentOf } from '../../../src/domain/number/extent';
import { startsAtZero, valueAxis } from '../../../src/domain/number/valueAxis';

describe('extentOf(values)', () => {
  it('is the least and the greatest', () => {
    expect(extentOf([3, -1, 2])).toEqual([-1, 3]);
    expect(extentOf([5])).toEqual([5, 5]);
    expect(extentOf([])).toEqual([Infinity, -Infinity]);
    expect(extentOf([1, NaN, 2])).toEqual([NaN, NaN]);
  });

  it('is so of a nation’s months too', () => {
    // 2,850 counties × 60 months: 0 to 99 again and again.
    const values = Array.from({ length: 171_000 }, (_, i) => i % 100);
    expect(extentOf(values)).toEqual([0, 99]);
    expect(valueAxis(values, { zero: true })).toEqual({ min: 0, max: 100, step: 20 });
    expect(startsAtZero(values)).toBe(true);
  });
});
