import { describe, expect, it } from 'vitest';
import { bulletStrokes } from '../../../src/charts/office/bulletStrokes';
import { type NativeSeries, point } from '../../../src/charts/office/nativeChart';

const series = (name: string, role: NativeSeries['role'], values: readonly (number | null)[]): NativeSeries => ({
  name,
  role,
  labelled: false,
  points: values.map((value) => (value === null ? null : point(value, '', false, false)))
});

/** Where the strokes of a row begin, by the series whose figures they show. */
function startsOf(made: readonly NativeSeries[], row: number): Record<string, number> {
  let end = 0;
  const found: Record<string, number> = {};
  for (const { role, owner, points } of made) {
    const value = points[row]?.value ?? 0;
    if (role === 'stroke' && value > 0) found[owner!] = end;
    end += value;
  }
  return found;
}

const TARGET = [100, 100, 100, 100, 100, null];
const CLOCK = [80, 80, 80, 100, null, null];
const LAST = [60, 90, 130, 100, 40, 50];

describe('bulletStrokes(all, at, thick)', () => {
  const all = [
    series('目标（%）', 'track', TARGET),
    series('完成率（%）', 'bar', [70, 70, 70, 70, 70, null]),
    series('序时（%）', 'value', CLOCK),
    series('上年同期（%）', 'value', LAST)
  ];
  const made = bulletStrokes(all, { target: 0, clock: 2, last: 3, bars: 2 }, 1);

  it('stand at their figures, 上年同期 left of 序时, between it and the target, or beyond', () => {
    expect([0, 1, 2].map((row) => startsOf(made, row))).toEqual([
      { '上年同期（%）': 60, '序时（%）': 80, '目标（%）': 100 },
      { '上年同期（%）': 90, '序时（%）': 80, '目标（%）': 100 },
      { '上年同期（%）': 130, '序时（%）': 80, '目标（%）': 100 }
    ]);
  });

  it('stand beside one another where they are equal: none is hidden', () => {
    expect(startsOf(made, 3)).toEqual({ '上年同期（%）': 98, '序时（%）': 99, '目标（%）': 100 });
  });

  it('are left out where there is no figure, all of them without a target', () => {
    expect(startsOf(made, 4)).toEqual({ '上年同期（%）': 40, '目标（%）': 100 });
    expect(startsOf(made, 5)).toEqual({});
  });

  it('have formulas that name the cells of the figures', () => {
    const only = [all[0]!, all[1]!, all[2]!];
    const plain = bulletStrokes(only, { target: 0, clock: 2, bars: 2 }, 1);
    expect(plain.map((s) => [s.name, s.formula?.((at) => `${'BCDEFGHI'[at]}2`)])).toEqual([
      ['占位1（空）', undefined],
      ['序时之前（不显示）', 'IF(AND(D2<>"",B2<>""),MAX(0,MIN(D2,B2-1)),0)'],
      ['序时的线', 'IF(AND(D2<>"",B2<>""),1,0)'],
      ['目标之前（不显示）', 'IF(B2<>"",MAX(0,B2-SUM(F2:G2)),0)'],
      ['目标的线', 'IF(B2<>"",1,0)']
    ]);
  });
});
