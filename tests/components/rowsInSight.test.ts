import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInSight } from '../../src/components/tables/rowsInSight';

const ROWS = { count: 1000, height: 37, beyond: 12 };

describe('rowsInSight(box, rows)', () => {
  it.each([
    // 370 px show ten rows.
    [0, 370, { from: 0, to: 22 }],
    // 3,700 px down the hundredth row is at the top.
    [3700, 370, { from: 88, to: 122 }],
    // Half a row down eleven are to be seen in part.
    [3718, 370, { from: 88, to: 123 }],
    // The very end.
    [36_630, 370, { from: 978, to: 1000 }],
    // Past the end, as after rows have become fewer, and before the start, as on a touch screen.
    [99_999, 370, { from: 1000, to: 1000 }],
    [-50, 370, { from: 0, to: 22 }]
  ])('scrolled %i px in a box of %i px', (scrollTop, height, range) => {
    expect(rowsInSight({ scrollTop, height }, ROWS)).toEqual(range);
  });

  it('covers what is to be seen and never more than that and the rows beyond', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(200), fc.nat(1500), (row, count, height) => {
        const scrollTop = row * 10;
        const { from, to } = rowsInSight({ scrollTop, height }, { count, height: 37, beyond: 12 });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThanOrEqual(height / 37 + 26);
        for (let i = 0; i < count; i += 1)
          if ((i + 1) * 37 > scrollTop && i * 37 < scrollTop + height) expect(i >= from && i < to).toBe(true);
      })
    );
  });
});
