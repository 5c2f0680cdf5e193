import { describe, expect, it } from 'vitest';
import { sparkLine } from '../../src/charts/sparkLine';
import { period } from '../domain/factory';

const point = (text: string, value: number, derived = false) => ({ period: period(text), value, derived });

describe('sparkLine(segments)', () => {
  it('runs from the first to the last period, higher values higher', () => {
    // 120 × 32 with 6 at each side; 2019-12-31 → 2021-12-31 is 731 days, 366 of them to 2020-12-31.
    const { lines, dots } = sparkLine([[point('2019', 10), point('2020', 30), point('2021', 20)]]);
    expect(lines).toEqual(['M6 26L60.1 6L114 16']);
    expect(dots.map((d) => [d.x, d.y])).toEqual([
      [6, 26],
      [60.1, 6],
      [114, 16]
    ]);
  });

  it('doesn’t join over a gap', () => {
    const { lines, dots } = sparkLine([[point('2017', 1), point('2018', 2)], [point('2021', 3)]]);
    expect(lines).toHaveLength(1);
    expect(dots).toHaveLength(3);
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
    expect(sparkLine([months(40)]).dots.map((d) => d.index)).toHaveLength(40);
    expect(sparkLine([months(30), months(41).slice(30)]).dots.map((d) => [d.index, d.last])).toEqual([
      [0, false],
      [40, true]
    ]);
  });

  it('draws nothing for nothing', () => {
    expect(sparkLine([])).toMatchObject({ lines: [], dots: [] });
  });
});
