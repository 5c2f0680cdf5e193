import { describe, expect, it } from 'vitest';
import { fractionOf, rateEffects } from '../../../src/domain/contribution/fraction';
import { dataset, indicator } from '../factory';

describe('what each member adds to the change of a rate', () => {
  it('is split into its own rate and its part of the whole, and adds up to the change', () => {
    // 甲 50/100 → 60/100, 乙 30/100 → 90/300. R₀ = 80/200 = 0.4, R₁ = 150/400 = 0.375, mean 0.3875.
    // 甲: w 0.5 → 0.25, r 0.5 → 0.6: rate 0.375 × 0.1 = 0.0375; mix (0.55 − 0.3875) × −0.25 = −0.040625.
    // 乙: w 0.5 → 0.75, r 0.3 → 0.3: rate 0;             mix (0.3 − 0.3875) × 0.25 = −0.021875.
    const effects = rateEffects(
      [
        { count: 50, base: 100 },
        { count: 30, base: 100 }
      ],
      [
        { count: 60, base: 100 },
        { count: 90, base: 300 }
      ]
    );
    expect(effects.map(({ rate }) => rate.toFixed(6))).toEqual(['0.037500', '0.000000']);
    expect(effects.map(({ mix }) => mix.toFixed(6))).toEqual(['-0.040625', '-0.021875']);
    expect(effects.reduce((sum, { rate, mix }) => sum + rate + mix, 0)).toBeCloseTo(-0.025, 12);
  });

  it('has a mix alone for a member that was nothing before', () => {
    // 甲 50/100 both times, 乙 none → 90/100. R₀ 0.5, R₁ 0.7, mean 0.6. 甲: mix (0.5 − 0.6) × −0.5 = 0.05;
    // 乙: mix (0.9 − 0.6) × 0.5 = 0.15.
    const effects = rateEffects(
      [
        { count: 50, base: 100 },
        { count: 0, base: 0 }
      ],
      [
        { count: 50, base: 100 },
        { count: 90, base: 100 }
      ]
    );
    expect(effects.map(({ rate, mix }) => [rate.toFixed(4), mix.toFixed(4)])).toEqual([
      ['0.0000', '0.0500'],
      ['0.0000', '0.1500']
    ]);
  });
});

describe('what a figure was made of', () => {
  const made = (unit: string, value: number | null, numerator?: number, denominator?: number) => {
    const one = indicator({ unit });
    const data = dataset({
      indicators: [one],
      facts: [
        {
          ...{ at: '甲县', in: '2024', value },
          ...(numerator === undefined ? {} : { numerator }),
          ...(denominator === undefined ? {} : { denominator })
        }
      ]
    });
    return fractionOf(data.observationsOf(one.id)[0]!);
  };

  it('is known where it gives the figure, rounded as that is', () => {
    expect(made('%', 39.91, 1_678_152, 4_204_528)).toEqual({ count: 1_678_152, base: 4_204_528 });
    expect(made('‰', 2.5, 5, 2000)).toEqual({ count: 5, base: 2000 });
    expect(made('1/10万', 12, 6, 50_000)).toEqual({ count: 6, base: 50_000 });
    expect(made('天', 8, 800, 100)).toEqual({ count: 800, base: 100 });
    // 6,500 beds for 1,000,000 people: 6.5 for each thousand.
    expect(made('张/千人', 6.5, 6500, 1_000_000)).toEqual({ count: 6500, base: 1_000_000 });
  });

  it('isn’t where the two contradict each other, or nothing lies below', () => {
    expect(made('%', 40.1, 1_678_152, 4_204_528)).toBeUndefined();
    expect(made('%', 40, 0, 0)).toBeUndefined();
    expect(made('%', 50, -1, -2)).toBeUndefined();
    expect(made('%', null, 1, 2)).toBeUndefined();
    expect(made('%', 50, undefined, 2)).toBeUndefined();
    expect(made('%', 50, 1, undefined)).toBeUndefined();
  });

  it('is known to the half of the last digit, that half included', () => {
    // 1 ÷ 8 is 12.5% exactly: 12 and 13 are half a step away, 11.9 and 13.1 more than half of theirs.
    expect([12, 12.5, 13].map((value) => made('%', value, 1, 8) !== undefined)).toEqual([true, true, true]);
    expect([11, 14, 12.4, 12.6].map((value) => made('%', value, 1, 8) !== undefined)).toEqual([
      ...[false, false, false, false]
    ]);
  });
});
