import { describe, expect, it } from 'vitest';
import { perUnit } from '../../../src/domain/number/scales';

describe('perUnit(unit)', () => {
  it('is what the unit counts by', () => {
    expect(['%', '‰', '1/10万', '1/万', '1/1000', '1/十万', '1/百万', '1/千'].map(perUnit)).toEqual([
      ...[100, 1000, 1e5, 1e4],
      ...[1000, 1e5, 1e6, 1000]
    ]);
    expect(['张/千人', '人/万人', '例/10万人'].map(perUnit)).toEqual([1000, 1e4, 1e5]);
  });

  it('is 1 where the unit names no number', () => {
    expect(['', '天', '元', '元/人', '张/人', '千元', '万人', '女=100'].map(perUnit)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});
