import { describe, expect, it } from 'vitest';
import { trendChart } from '../../src/charts/office/trendChart';
import { trendDumbbell } from '../../src/charts/trendDumbbell';
import { trend } from '../../src/domain/trend/computeTrend';
import { count, dataset } from '../domain/factory';

describe('two periods of several places, a page at a time', () => {
  const data = dataset({
    indicators: [count()],
    facts: [
      ...[120, 180].map((value, i) => ({ at: '甲县', in: String(2023 + i), value })),
      ...[910, 960].map((value, i) => ({ at: '乙县', in: String(2023 + i), value }))
    ]
  });
  const answer = trend(data, { indicator: data.indicators[0]!.id, places: data.places.map(({ id }) => id) })!;
  const page = (at: number) => ({ ...answer, series: answer.series.slice(at, at + 1) });

  it('stand on one axis, so that a dot on one page is held against a dot on the next', () => {
    const axes = [0, 1].map(
      (at) =>
        trendDumbbell(page(at), { width: 900, scale: 1 }, answer.series).option.xAxis as { min: number; max: number }
    );
    // 120 … 960: from 0 to 1,000 by 200, on both.
    expect(axes.map(({ min, max }) => [min, max])).toEqual([
      [0, 1000],
      [0, 1000]
    ]);
  });

  it('do so in an office chart too', () => {
    const charts = [0, 1].map((at) => trendChart(page(at), answer.series));
    expect(charts[0]!.min).toBe(charts[1]!.min);
    expect(charts[0]!.max).toBe(charts[1]!.max);
    expect(charts[0]!.max).toBeGreaterThanOrEqual(960);
  });
});
