import { describe, expect, it } from 'vitest';
import { axisEnds, startsAtZero } from '../../../src/domain/number/valueAxis';

describe('startsAtZero(values)', () => {
  it('is so for few values, for any at or below zero and for a wide range', () => {
    expect(startsAtZero([50013, 45162])).toBe(true);
    expect(startsAtZero([91, 0, 98])).toBe(true);
    expect(startsAtZero([60, 95, 98])).toBe(true);
    expect(startsAtZero([91, 95.5, 98])).toBe(false);
  });
});

describe('axisEnds(values)', () => {
  it('are round numbers just outside the values', () => {
    expect(axisEnds([91, 95.5, 98])).toEqual({ min: 90, max: 98, step: 2 });
    expect(axisEnds([4.51, 4.6])).toEqual({ min: 4.5, max: 4.6, step: 0.05 });
    expect(axisEnds([-3, -7])).toEqual({ min: -7, max: -3, step: 1 });
    expect(axisEnds([5, 5])).toEqual({ min: 4, max: 6, step: 2 });
  });
});
