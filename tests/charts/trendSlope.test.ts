import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { trendDumbbell } from '../../src/charts/trendDumbbell';
import { trendSlope } from '../../src/charts/trendSlope';
import { trend } from '../../src/domain/trend/computeTrend';
import type { Trend, TrendQuery } from '../../src/domain/trend/trend';
import { count, dataset, indicator, type Fact, type Small } from '../domain/factory';
import { render } from './render';

const months = (place: string, values: Record<string, number>): Fact[] =>
  Object.entries(values).map(([period, value]) => ({ at: place, in: period, value }));

function ask(small: Small, query: Partial<TrendQuery> = {}): Trend {
  const data = dataset(small);
  return trend(data, { indicator: data.indicators[0]!.id, places: data.places.map((p) => p.id), ...query })!;
}

interface LineSeries {
  id: string;
  type: string;
  data: { value: [string, number]; itemStyle: Record<string, unknown>; label: { formatter: string } }[];
}

describe('trendSlope(trend, context)', () => {
  it('writes both values, both periods, the place and the change', () => {
    const answer = ask({ indicators: [indicator({ id: 'r' })], facts: months('甲县', { '2019': 75, '2020': 92.05 }) });
    const { texts } = render((context) => trendSlope(answer, context));
    expect(texts).toEqual(expect.arrayContaining(['75', '92.05', '2019年', '2020年', '甲县 A级', '上升17.05个百分点']));
  });

  it('rests on zero, or on the lowest value under it', () => {
    const bottom = (values: Record<string, number>) => {
      const { yAxis } = trendSlope(ask({ indicators: [count()], facts: months('甲县', values) }), {
        width: 900,
        scale: 1
      }).option;
      return (yAxis as { min: number }).min;
    };
    expect(bottom({ '2019': 7293, '2020': 7329 })).toBe(0);
    expect(bottom({ '2019': 2, '2020': -3 })).toBe(-3);
  });

  it('draws a value worked back from the stated change hollow, calls it 推算, and says whose change it is', () => {
    const small: Small = {
      indicators: [count()],
      facts: [
        { at: '甲县', in: '2020', value: 702 },
        { at: '甲县', in: '2020', value: -30, measure: '同比(%)' }
      ]
    };
    const build = (context: { width: number; scale: number }) => trendSlope(ask(small), context);
    expect(render(build).texts).toEqual(expect.arrayContaining(['1,003', '推算', '702', '下降30%（原文同比）']));
    const [slope] = build({ width: 900, scale: 1 }).option.series as LineSeries[];
    expect(slope!.data[0]!.itemStyle).toMatchObject({ color: palette.ground });
    expect(slope!.data[1]!.itemStyle).toMatchObject({ color: palette.accent });
  });

  it('does not join what is not alike, nor speak of a change', () => {
    const answer = ask({ indicators: [count()], facts: months('甲县', { '2018': 5, '2020': 8 }) });
    const [slope, change] = trendSlope(answer, { width: 900, scale: 1 }).option.series as (LineSeries & {
      lineStyle: { width: number };
    })[];
    expect(slope!.lineStyle.width).toBe(0);
    expect(change!.data).toEqual([]);
  });
});

describe('trendDumbbell(trend, context)', () => {
  const two: Small = {
    indicators: [indicator({ id: 'r' })],
    facts: [...months('甲县', { '2019': 80, '2020': 90 }), ...months('乙县', { '2019': 70, '2020-H1': 60 })]
  };

  it('joins two periods of equal length only', () => {
    const series = trendDumbbell(ask(two), { width: 900, scale: 1 }).option.series as { id: string; type: string }[];
    expect(series.filter((s) => s.id.startsWith('join-'))).toHaveLength(1);
  });

  it('writes both values with their periods', () => {
    const { texts } = render((context) => trendDumbbell(ask(two), context));
    expect(texts).toEqual(
      expect.arrayContaining(['80（2019年）', '90（2020年）', '70（2019年）', '60（2020年上半年）'])
    );
  });
});
