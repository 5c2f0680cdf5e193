import { describe, expect, it } from 'vitest';
import { median } from '../../../src/domain/number/median';

describe('median(ordered)', () => {
  it('is 0 without a value', () => {
    expect(median([])).toBe(0);
  });

  it('is the one in the middle of an odd number of values', () => {
    expect(median([1, 2, 40])).toBe(2);
  });

  it('is the mean of the two in the middle of an even number', () => {
    expect(median([1, 2, 4, 40])).toBe(3);
  });
});
