import { describe, expect, it } from 'vitest';
import { boundsOf, hatchPath, type Ring, ringsPath } from '../../src/charts/polygon';

const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10]
];
const HOLE: Ring = [
  [4, 4],
  [4, 6],
  [6, 6],
  [6, 4]
];

describe('areas of points', () => {
  it('have a box and a path', () => {
    expect(boundsOf([SQUARE, HOLE])).toEqual({ left: 0, top: 0, right: 10, bottom: 10 });
    expect(
      ringsPath([
        [
          [0, 0],
          [10.26, 0],
          [5, 7.04]
        ]
      ])
    ).toBe('M0 0L10.3 0L5 7Z');
  });

  it('are crossed by lines that end at their border', () => {
    // Lines where x + y is 5, 10, 15: the gap across them is 5 ÷ √2.
    expect(hatchPath([SQUARE], 5 / Math.SQRT2)).toBe('M0 5L5 0M0 10L10 0M5 10L10 5');
  });

  it('keep their holes free of them', () => {
    expect(hatchPath([SQUARE, HOLE], 10 / Math.SQRT2)).toBe('M0 10L4 6M6 4L10 0');
  });
});
