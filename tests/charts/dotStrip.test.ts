import { describe, expect, it } from 'vitest';
import { dotStrip } from '../../src/charts/dotStrip';

const dots = (values: readonly number[], better: '高' | '低' | '不评价' = '高') =>
  dotStrip(
    values.map((value, i) => ({ value, isOwn: i === 0, ranked: true })),
    better
  ).dots;

describe('dotStrip(peers, better)', () => {
  it('runs from the worst at the left to the best at the right, by value', () => {
    // 240 wide with 10 at either end: 70 → 10, 80 → 120, 90 → 230.
    expect(dots([70, 90, 80]).map((d) => d.x)).toEqual([10, 230, 120]);
  });

  it('turns round where lower is better', () => {
    expect(dots([70, 90, 80], '低').map((d) => d.x)).toEqual([230, 10, 120]);
  });

  it('puts larger to the right where neither is better', () => {
    expect(dots([1, 2], '不评价').map((d) => d.x)).toEqual([10, 230]);
  });

  it('puts equal values in the middle, beside each other', () => {
    const same = dots([5, 5, 5]);
    expect(same.map((d) => d.x)).toEqual([120, 120, 120]);
    expect(new Set(same.map((d) => d.y)).size).toBe(3);
  });

  it('moves dots apart that would cover each other, and only those', () => {
    const [a, b, c] = dots([0, 1, 100]);
    expect(a!.y).not.toBe(b!.y);
    expect(c!.y).toBe(dots([0, 50, 100])[0]!.y);
  });

  it('leaves the own place on the line and moves the others', () => {
    const strip = dotStrip(
      [
        { value: 0, isOwn: false, ranked: true },
        { value: 1, isOwn: true, ranked: true },
        { value: 100, isOwn: false, ranked: true }
      ],
      '高'
    );
    expect(strip.dots.map((d) => d.y === strip.base)).toEqual([false, true, true]);
  });

  it('keeps every dot inside the picture', () => {
    const { width, height } = dotStrip([], '高');
    for (const d of dots(Array.from({ length: 40 }, (_, i) => i % 7))) {
      expect(d.x - d.r).toBeGreaterThanOrEqual(0);
      expect(d.x + d.r).toBeLessThanOrEqual(width);
      expect(d.y - d.r).toBeGreaterThanOrEqual(0);
      expect(d.y + d.r).toBeLessThanOrEqual(height);
    }
  });

  it('says which dot is the place’s own and which isn’t ranked', () => {
    const strip = dotStrip(
      [
        { value: 1, isOwn: false, ranked: true },
        { value: 2, isOwn: true, ranked: true },
        { value: 3, isOwn: false, ranked: false }
      ],
      '高'
    );
    expect(strip.dots.map((d) => [d.index, d.own, d.hollow])).toEqual([
      [0, false, false],
      [1, true, false],
      [2, false, true]
    ]);
  });
});
