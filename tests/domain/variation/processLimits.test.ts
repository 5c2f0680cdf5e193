import { describe, expect, it } from 'vitest';
import { processLimits, processSignals, type SignalKind } from '../../../src/domain/variation/processLimits';

/** Which values (0-based) bear a signal, as `5高`. */
function marked(values: readonly (number | null)[], kind: SignalKind, limits = processLimits(values)!): string[] {
  return processSignals(values, limits).flatMap((list, i) =>
    list.filter((s) => s.kind === kind).map((s) => `${i}${s.high ? '高' : '低'}`)
  );
}

describe('limits of a process behaviour chart', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, flow rates of ten batches: mean 50.81, mean moving range
  // 1.8778, limits 55.8041 and 45.8159 (there 3 ÷ 1.128 = 2.6596 in place of 2.66).
  it('are those of the example in the NIST handbook', () => {
    const limits = processLimits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])!;
    expect(limits.mean).toBeCloseTo(50.81, 10);
    expect(limits.meanRange).toBeCloseTo(1.8778, 4);
    expect(limits.upper).toBeCloseTo(55.8041, 2);
    expect(limits.lower).toBeCloseTo(45.8159, 2);
  });

  it('reach 2.66 mean ranges either side, and no range reaches over a missing value', () => {
    // Ranges 2, 4 and, after the gap, 6: mean 4. Mean of the five values 10, 12, 8, 20, 14: 12.8.
    const limits = processLimits([10, 12, 8, null, 20, 14])!;
    expect(limits.meanRange).toBe(4);
    expect(limits.mean).toBeCloseTo(12.8, 10);
    expect(limits.upper).toBeCloseTo(12.8 + 10.64, 10);
    expect(limits.lower).toBeCloseTo(12.8 - 10.64, 10);
  });

  it('need two values next to each other', () => {
    expect(processLimits([])).toBeUndefined();
    expect(processLimits([1])).toBeUndefined();
    expect(processLimits([1, null, 2])).toBeUndefined();
  });
});

describe('signals', () => {
  const limits = { mean: 10, lower: 4, upper: 16, meanRange: 6 / 2.66 };

  it('are values outside the limits, not on them', () => {
    expect(marked([10, 16, 16.1, 4, 3.9], '界外', limits)).toEqual(['2高', '4低']);
  });

  it('are seven in a row on one side of the mean; six are none, a value on the mean ends the run', () => {
    expect(marked([9, 11, 12, 11, 12, 11, 12, 9], '同侧', limits)).toEqual([]);
    expect(marked([9, 11, 12, 11, 12, 11, 12, 11, 9], '同侧', limits)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `${n}高`)
    );
    expect(marked([9, 9, 9, 10, 9, 9, 9, 9], '同侧', limits)).toEqual([]);
  });

  it('are seven in a row each above the one before, or below; six values are none, an equal one ends the run', () => {
    expect(marked([5, 6, 7, 8, 9, 11, 10], '连续', limits)).toEqual([]);
    expect(marked([6, 5, 6, 7, 8, 9, 11, 12, 8], '连续', limits)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `${n}高`));
    expect(marked([15, 14, 13, 12, 12, 11, 9, 8], '连续', limits)).toEqual([]);
    expect(marked([15, 14, 13, 12, 11, 9, 8], '连续', limits)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `${n}低`));
  });

  it('are two of three in the outer third on one side', () => {
    // The upper third begins at 14, the lower at 6.
    expect(marked([14.5, 10, 15, 10], '近界', limits)).toEqual(['0高', '2高']);
    expect(marked([14.5, 10, 10, 15], '近界', limits)).toEqual([]);
    expect(marked([14.5, 10, 5.5], '近界', limits)).toEqual([]);
    expect(marked([14, 14, 14], '近界', limits)).toEqual([]);
  });

  it('never run over a missing value', () => {
    expect(marked([11, 12, 11, 12, null, 11, 12, 11], '同侧', limits)).toEqual([]);
    expect(marked([14.5, null, 15], '近界', limits)).toEqual([]);
  });

  it('are none in a series that never changes', () => {
    const values = Array.from({ length: 12 }, () => 5);
    expect(processSignals(values, processLimits(values)!).flat()).toEqual([]);
  });
});
