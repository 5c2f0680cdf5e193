import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsWritten } from '../../../src/domain/number/decimalsWritten';
import { decimalsOf, printedNumber, roundTo, visibleDecimals, withoutNoise } from '../../../src/domain/number/rounding';

describe('roundTo(value, decimals)', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.1 + 0.2, 4, 0.3],
    [96.2 - 95.39, 4, 0.81],
    [1234567.891, 1, 1234567.9],
    [1e-9, 4, 0],
    [1e21, 2, 1e21],
    [7, 3, 7],
    [1250, -2, 1300],
    [-1250, -2, -1300],
    [7.4, 0, 7]
  ])('rounds %s to %i decimals: %s', (value, decimals, expected) => {
    expect(roundTo(value, decimals)).toBe(expected);
  });

  it.each([
    [0.285, 2, 0.29],
    [1.15, 1, 1.2],
    [8.345, 2, 8.35],
    [-0.145, 2, -0.15],
    [0.0000005, 6, 0.000001],
    [99999.9999995, 6, 100000],
    [2.675, 2, 2.68],
    [33.3333333, 4, 33.3333],
    [66.6666666, 4, 66.6667],
    [0.49999999, 0, 0]
  ])('near a half and far from it: %s to %i decimals is %s', (value, decimals, expected) => {
    expect(roundTo(value, decimals)).toBe(expected);
  });

  it('rounds as text does: the decimals as written decide', () => {
    const byText = (value: number, decimals: number) => {
      const shifted = Number(`${Math.abs(value)}e${decimals}`);
      return Math.sign(value) * Number(`${Math.round(Number(shifted.toPrecision(15)))}e-${decimals}`) || 0;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (n, decimals) => {
          for (const value of [n / 1000, n / 100_000, n / 7]) {
            if (!String(value).includes('e')) expect(roundTo(value, decimals)).toBe(byText(value, decimals));
          }
        }
      )
    );
  });

  it('is never -0', () => {
    expect(Object.is(roundTo(-0.001, 2), 0)).toBe(true);
    expect(Object.is(roundTo(-0, 2), 0)).toBe(true);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const once = roundTo(value, decimals);
          expect(roundTo(once, decimals)).toBe(once);
          expect(Math.abs(once - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
        }
      )
    );
  });
});

describe('decimalsOf(value, max)', () => {
  it.each([
    [95, 4, 0],
    [0.81, 4, 2],
    [96.2 - 95.39, 4, 2],
    [1 / 3, 4, 4],
    [1 / 3, 2, 2],
    [-2.5, 4, 1]
  ])('%s needs, of at most %i: %i', (value, max, expected) => {
    expect(decimalsOf(value, max)).toBe(expected);
  });
});

describe('decimalsWritten(written, value)', () => {
  it.each([
    ['下降30.0%', -30, 1],
    ['2200名 / 2212人 / 100.55%', 100.55, 2],
    ['2200名 / 2212人 / 100.55%', 2212, 0],
    ['1,234.50万元', 1234.5, 2],
    ['100%', 100, 0],
    ['近4万', 40000, 0],
    ['', 12.25, 2],
    ['1，234.5人', 1234.5, 1],
    // A comma that parts no thousands parts two figures.
    ['3,5和35.0', 35, 1],
    ['约', 7, 0]
  ])('in "%s" %s has %i', (written, value, expected) => {
    expect(decimalsWritten(written, value)).toBe(expected);
  });
});

describe('a number too small for its decimals', () => {
  it.each([
    [0, 2, 2],
    [0.005, 2, 2],
    [0.004, 2, 3],
    [0.00015, 2, 5],
    [0.000149, 2, 5],
    // 0.0001 of two digits: the second is a zero.
    [0.0001, 2, 4],
    [0.0000004, 2, 6],
    [-0.00015, 2, 5]
  ])('%s of %i decimals prints with %i', (value, decimals, expected) => {
    expect(visibleDecimals(value, decimals)).toBe(expected);
  });

  it.each([
    [0, 2, 0],
    [0.00015, 2, 0.00015],
    [0.000149, 2, 0.00015],
    [0.0000004, 2, 0.000001],
    [-0.0000004, 2, -0.000001],
    [1.005, 2, 1.01]
  ])('%s of %i decimals reads as %s', (value, decimals, expected) => {
    expect(printedNumber(value, decimals)).toBe(expected);
  });
});

describe('what is very small or very large', () => {
  it('is rounded like anything else', () => {
    expect(roundTo(1.56e-7, 8)).toBe(1.6e-7);
    expect(roundTo(-1.56e-7, 8)).toBe(-1.6e-7);
    expect(roundTo(1.56e-7, 6)).toBe(0);
    expect(roundTo(1.5e21, 2)).toBe(1.5e21);
    expect(roundTo(1250, -2)).toBe(1300);
  });
});

describe('edges of roundTo', () => {
  it.each([
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [1.5, 0, 2],
    [2.675, 2, 2.68],
    [-2.675, 2, -2.68],
    [1.005, 2, 1.01],
    [-1e21, 2, -1e21],
    [1e21, -2, 1e21]
  ])('%s to %i decimals is %s', (value, decimals, expected) => {
    expect(roundTo(value, decimals)).toBe(expected);
  });
});

describe('withoutNoise(value)', () => {
  it.each([
    // 15230.000000000002, 0.30000000000000004 and -0.8100000000000023 in binary.
    [1.523 * 10_000, 15230],
    [0.1 + 0.2, 0.3],
    [95.39 - 96.2, -0.81],
    [0.5, 0.5],
    [1.005, 1.005],
    [2.675, 2.675],
    [-2.675, -2.675],
    [1e21, 1e21],
    [-1e21, -1e21],
    [0, 0],
    // Twelve digits, the last of them rounded.
    [1 / 3, 0.333333333333],
    [-2 / 3, -0.666666666667],
    [123_456_789_012.5, 123_456_789_013]
  ])('%s is %s', (value, expected) => {
    expect(withoutNoise(value)).toBe(expected);
  });

  it('keeps of what is read with fifteen digits all of them', () => {
    expect(withoutNoise(123_456_789_012.345, 15)).toBe(123_456_789_012.345);
    expect(withoutNoise(1.1 * 10_000, 15)).toBe(11_000);
  });
});
