import { describe, expect, it } from 'vitest';
import { funnelLimits, wilsonInterval, Z998 } from '../../../src/domain/variation/proportion';

describe('the score interval of Wilson', () => {
  // Newcombe 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])('of %d in %d is that of Newcombe’s table', (count, base, lower, upper) => {
    const interval = wilsonInterval(count, base)!;
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('stays between 0 and 1', () => {
    expect(wilsonInterval(0, 7)!.lower).toBe(0);
    expect(wilsonInterval(7, 7)!.upper).toBe(1);
  });

  it('is none without a base, or where the count lies outside it', () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
    expect(wilsonInterval(-1, 5)).toBeUndefined();
    expect(wilsonInterval(6, 5)).toBeUndefined();
    expect(wilsonInterval(NaN, 5)).toBeUndefined();
  });
});

describe('the limits of a funnel', () => {
  it('are worked out by hand for one half of a hundred', () => {
    // 95 %: z² = 3.841459; (100 + 3.841459 ∓ 1.959964 × √(3.841459 + 100)) ÷ 207.682918 = 0.4038 and 0.5962.
    // 99.8 %: z² = 9.549534; (109.549534 ∓ 3.090232 × √109.549534) ÷ 219.099068 = 0.3524 and 0.6476.
    const limits = funnelLimits(0.5, 100)!;
    expect(limits.warning.lower).toBeCloseTo(0.4038, 4);
    expect(limits.warning.upper).toBeCloseTo(0.5962, 4);
    expect(limits.control.lower).toBeCloseTo(0.3524, 4);
    expect(limits.control.upper).toBeCloseTo(0.6476, 4);
  });

  it('close in on the average as the base grows', () => {
    const small = funnelLimits(0.9, 50)!.control;
    const large = funnelLimits(0.9, 5000)!.control;
    expect(large.upper - large.lower).toBeLessThan((small.upper - small.lower) / 5);
    expect(wilsonInterval(45, 50, Z998)).toEqual(small);
  });
});
