import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisEnds, isWhole, startsAtZero, valueAxis } from '../../../src/domain/number/valueAxis';

describe('startsAtZero(values)', () => {
  it('is so for few values, for any at or below zero and for a wide range', () => {
    expect(startsAtZero([50013, 45162])).toBe(true);
    expect(startsAtZero([91, 0, 98])).toBe(true);
    expect(startsAtZero([60, 95, 98])).toBe(true);
    expect(startsAtZero([91, 95.5, 98])).toBe(false);
    expect(startsAtZero([-91, 5, 98])).toBe(true);
    // As wide as half of the lowest isn't wide; a little more is.
    expect(startsAtZero([60, 70, 90])).toBe(false);
    expect(startsAtZero([60, 70, 90.1])).toBe(true);
    expect(startsAtZero([98, 99])).toBe(true);
    expect(startsAtZero([97, 98, 99])).toBe(false);
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

describe('valueAxis(values, needs)', () => {
  it.each([
    // A count of one or two has no fifths.
    [[1, 2], { zero: true, whole: true }, { min: 0, max: 2, step: 1 }],
    [[0], { zero: true, whole: true }, { min: 0, max: 1, step: 1 }],
    [[], { zero: true }, { min: 0, max: 1, step: 0.2 }],
    [[430, 20], { zero: true, whole: true }, { min: 0, max: 500, step: 100 }],
    // A rate of 95 is read against 100, not 160.
    [[5, 95], { zero: true, percent: true }, { min: 0, max: 100, step: 20 }],
    [[99.5, 91, 96], { zero: false, percent: true }, { min: 90, max: 100, step: 2 }],
    [[100, 100], { zero: false, percent: true }, { min: 80, max: 100, step: 20 }],
    [[100], { zero: false, percent: true }, { min: 80, max: 100, step: 20 }],
    [[112, 95], { zero: true, percent: true }, { min: 0, max: 150, step: 50 }],
    [[4.5, 3.1], { zero: true, percent: true }, { min: 0, max: 5, step: 1 }],
    // Nothing below zero unless data is, and then a round number, not the least value.
    [[3, 7], { zero: false, whole: true }, { min: 3, max: 7, step: 1 }],
    [[-37.2, 67.5], { zero: true }, { min: -50, max: 100, step: 50 }],
    [[-3, -7], { zero: true }, { min: -8, max: 0, step: 2 }]
  ] as const)('%j %j is %j', (values, needs, expected) => {
    expect(valueAxis(values, needs)).toEqual(expected);
  });

  it('holds every value between round ends whole steps apart', () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000);
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        fc.integer({ min: 2, max: 6 }),
        (values, zero, steps) => {
          const { min, max, step } = valueAxis(values, { zero, steps });
          expect(min).toBeLessThanOrEqual(Math.min(...values, zero ? 0 : Infinity) + 1e-9 * Math.abs(min));
          expect(max).toBeGreaterThanOrEqual(Math.max(...values, zero ? 0 : -Infinity) - 1e-9 * Math.abs(max));
          expect(step).toBeGreaterThan(0);
          expect(Math.abs((max - min) / step - Math.round((max - min) / step))).toBeLessThan(1e-6);
          if (Math.min(...values) >= 0) expect(min).toBeGreaterThanOrEqual(0);
        }
      )
    );
  });
});

describe('a rate against 100', () => {
  const rate = (values: number[], needs: { zero?: boolean; percent?: boolean } = {}) => {
    const { min, max } = valueAxis(values, { zero: true, percent: true, ...needs });
    return [min, max];
  };

  it('goes to 100 where its largest value is over half of that, 100 itself included', () => {
    expect(rate([30, 50])).toEqual([0, 50]);
    expect(rate([30, 51])).toEqual([0, 100]);
    expect(rate([30, 100])).toEqual([0, 100]);
    expect(rate([0, 51])).toEqual([0, 100]);
  });

  it('goes beyond it only with a value', () => {
    expect(rate([30, 101])).toEqual([0, 150]);
    expect(rate([91, 95.5, 99.9], { zero: false })).toEqual([90, 100]);
  });

  it('goes by its values where one is below zero, where it needs no zero, and where it is no share', () => {
    expect(rate([-30, 51])).toEqual([-40, 60]);
    expect(rate([52, 60, 70], { zero: false })).toEqual([50, 70]);
    expect(rate([30, 51], { percent: false })).toEqual([0, 60]);
  });
});

describe('an axis of one value', () => {
  it('has a breadth', () => {
    expect(axisEnds([0])).toEqual({ min: 0, max: 1, step: 0.5 });
    expect(axisEnds([8])).toEqual({ min: 8, max: 10, step: 2 });
    expect(axisEnds([-8])).toEqual({ min: -8, max: -6, step: 2 });
    expect(valueAxis([], { zero: true })).toEqual({ min: 0, max: 1, step: 0.2 });
  });

  it('has one of rates too, whichever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 990, max: 1010 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (tenths, zero) => {
          const values = tenths.map((value) => value / 10);
          const { min, max } = valueAxis(values, { zero, percent: true });
          expect(min).toBeLessThan(max);
          expect(min).toBeLessThanOrEqual(Math.min(...values));
          expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        }
      )
    );
  });
});

describe('isWhole(values)', () => {
  it('is so of whole numbers alone, each of them', () => {
    expect(isWhole([1, 2, 30000])).toBe(true);
    expect(isWhole([1, 2.5])).toBe(false);
    expect(isWhole([])).toBe(true);
  });
});

describe('the axis of nothing but zeros', () => {
  it('begins at zero', () => {
    expect(startsAtZero([0, 0, 0])).toBe(true);
    expect(startsAtZero([90, 91, 92])).toBe(false);
  });
});
