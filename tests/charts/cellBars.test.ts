import { describe, expect, it } from 'vitest';
import { cellBars } from '../../src/charts/cellBars';
import { compare } from '../../src/domain/compare/compare';
import { dataset, indicator } from '../domain/factory';

const bars = (values: readonly number[], reference: 'mean' | 'none' = 'none') => {
  const data = dataset({
    indicators: [indicator({ id: 'i', unit: '天', kind: '人均' })],
    facts: values.map((value, i) => ({ of: 'i', at: `${'甲乙丙丁'[i]!}县`, in: '2020', value }))
  });
  const comparison = compare(data, { indicator: 'i', reference })!;
  const { bar, reference: line } = cellBars(comparison);
  return { bars: comparison.rows.map(bar), line };
};

describe('bars in cells', () => {
  it('begin at zero and are as long as their value on the axis of the chart', () => {
    expect(bars([10, 4])).toEqual({
      bars: [
        { x: 0, width: 100 },
        { x: 0, width: 40 }
      ],
      line: null
    });
  });

  it('run to the left below zero', () => {
    expect(bars([10, -10]).bars).toEqual([
      { x: 50, width: 50 },
      { x: 0, width: 50 }
    ]);
  });

  it('are crossed by the reference', () => {
    expect(bars([10, 4, 1], 'mean').line).toBe(50);
  });
});
