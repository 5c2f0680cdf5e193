import { describe, expect, it } from 'vitest';
import { nearestPoint, sparkLine } from '../../src/charts/sparkLine';
import { period } from '../domain/factory';

const point = (text: string, value: number, derived = false) => ({ period: period(text), value, derived });

describe('sparkLine(segments)', () => {
  it('runs from the first to the last period, higher values higher', () => {
    // 120 × 32 with 6 at each side; 2019-12-31 → 2021-12-31 is 731 days, 366 of them to 2020-12-31.
    const { lines, dots, specks, across } = sparkLine([[point('2019', 10), point('2020', 30), point('2021', 20)]]);
    expect(lines).toEqual(['M6 26L60.1 6L114 16']);
    expect(specks).toBe('M6 26h0M60.1 6h0');
    expect(dots.map((d) => [d.index, d.x, d.y])).toEqual([[2, 114, 16]]);
    expect(across).toEqual([6, 60.1, 114]);
  });

  it('doesn’t join over a gap', () => {
    // 6 + 108 × 365 ÷ 1461 = 33.
    const { lines, dots, specks } = sparkLine([[point('2017', 1), point('2018', 2)], [point('2021', 3)]]);
    expect(lines).toEqual(['M6 26L33 16']);
    expect(specks).toBe('M6 26h0M33 16h0');
    expect(dots.map((d) => [d.x, d.y])).toEqual([[114, 6]]);
  });

  it('draws points that were worked back hollow, and marks the last', () => {
    const { dots } = sparkLine([[point('2019', 1, true), point('2020', 2)]]);
    expect(dots.map((d) => [d.hollow, d.last])).toEqual([
      [true, false],
      [false, true]
    ]);
  });

  it('draws equal values at half height', () => {
    expect(sparkLine([[point('2019', 5), point('2020', 5)]]).lines).toEqual(['M6 16L114 16']);
  });

  it('has dots at its ends only where there are more than forty points', () => {
    const months = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        point(`${2000 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`, i)
      );
    expect(sparkLine([months(40)]).specks.split('M')).toHaveLength(40);
    const long = sparkLine([months(30), months(41).slice(30)]);
    expect(long.specks).toBe('M6 26h0');
    expect(long.dots.map((d) => [d.index, d.last])).toEqual([[40, true]]);
    // Where no dot is drawn a point is found all the same.
    expect(long.across).toHaveLength(41);
  });

  it('finds the point that lies nearest, the earlier of two', () => {
    const line = { across: [6, 60, 114] };
    expect([0, 6, 33, 33.1, 87.5, 200].map((x) => nearestPoint(line, x))).toEqual([0, 0, 0, 1, 2, 2]);
    expect(nearestPoint({ across: [] }, 5)).toBe(-1);
  });

  it('draws nothing for nothing', () => {
    expect(sparkLine([])).toEqual({ width: 120, height: 32, lines: [], dots: [], specks: '', across: [] });
  });
});
