import { describe, expect, it } from 'vitest';
import { columnAt, spreadStrip } from '../../src/charts/spreadStrip';

/** Worst first, as a profile gives them. */
const strip = (values: readonly number[], own = 0, better: '高' | '低' = '高') =>
  spreadStrip(
    values.map((value, i) => ({ value, isOwn: i === own, ranked: true })),
    better
  );
const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('spreadStrip(peers, better)', () => {
  it('marks worst, quarters, median, best and the own place where they stand', () => {
    // 0 … 100 from x = 10 to 230: 2.2 a unit.
    const { marks, half } = strip(range(101), 10);
    expect(marks.map((m) => [m.kind, m.index, m.x])).toEqual([
      ['worst', 0, 10],
      ['lower', 25, 65],
      ['middle', 50, 120],
      ['upper', 75, 175],
      ['best', 100, 230],
      ['own', 10, 32]
    ]);
    expect(half).toEqual({ x: 65, width: 110 });
  });

  it('puts the better to the right where lower is better', () => {
    const { marks, bars } = strip(range(101).reverse(), 0, '低');
    expect(marks.map((m) => m.x)).toEqual([10, 65, 120, 175, 230, 10]);
    expect(bars[0]!.first).toBe(0);
  });

  it('counts every place in one column, and no column is too low to be seen', () => {
    // 3,000 at 1 and a single one far off: of 44 columns two hold something.
    const { bars, base } = strip([...new Array<number>(3000).fill(1), 1000]);
    expect(bars.map((b) => [b.first, b.last, b.count, b.height])).toEqual([
      [0, 2999, 3000, 28],
      [3000, 3000, 1, 1]
    ]);
    expect(bars.map((b) => b.y + b.height)).toEqual([base, base]);
  });

  it('draws its columns as one path, and finds the one under the pointer', () => {
    // Columns are 5 wide, half a pixel apart from the next: 10–14.5 and 225–229.5.
    const drawn = strip([1, 1, 5]);
    expect(drawn.columns).toBe('M10 4h4.5v28h-4.5zM225 18h4.5v14h-4.5z');
    const found = [9.9, 10, 14.4, 14.5, 120, 225, 229.6].map((x) => columnAt(drawn, x)?.count ?? 0);
    expect(found).toEqual([0, 2, 2, 0, 0, 1, 0]);
  });

  it('has no more elements for more places', () => {
    const few = strip(range(100));
    const many = strip(range(5000));
    expect(few.bars.length).toBe(44);
    expect(many.bars.length).toBe(44);
    expect(many.bars.reduce((sum, b) => sum + b.count, 0)).toBe(5000);
    for (const { x, y, width, height } of many.bars) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x + width).toBeLessThanOrEqual(230);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(many.height);
    }
  });

  it('stands in the middle where all are equal, and takes no bound for a quarter', () => {
    expect(strip(new Array<number>(61).fill(5)).marks.map((m) => m.x)).toEqual([120, 120, 120, 120, 120, 120]);
    const bounds = spreadStrip(
      range(5).map((value) => ({ value, isOwn: value === 2, ranked: value > 1 })),
      '高'
    );
    expect(bounds.marks.map((m) => m.index)).toEqual([2, 3, 3, 4, 4, 2]);
    expect(spreadStrip([{ value: 1, isOwn: false, ranked: false }], '高').marks).toEqual([]);
  });
});
