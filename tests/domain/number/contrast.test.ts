import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/domain/number/contrast';

describe('contrast(a, b)', () => {
  it('is 21 between black and white, whichever comes first', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('ffffff', '000000')).toBeCloseTo(21, 10);
  });

  it('is 1 of a colour with itself', () => {
    expect(contrast('#1d4f91', '#1D4F91')).toBe(1);
  });

  it('weighs green more than red and blue', () => {
    // On black: (0.7152 + 0.05) / 0.05, (0.2126 + 0.05) / 0.05, (0.0722 + 0.05) / 0.05.
    expect(contrast('00ff00', '000000')).toBeCloseTo(15.304, 6);
    expect(contrast('ff0000', '000000')).toBeCloseTo(5.252, 6);
    expect(contrast('0000ff', '000000')).toBeCloseTo(2.444, 6);
  });
});
