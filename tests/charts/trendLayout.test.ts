import { describe, expect, it } from 'vitest';
import { axisDay } from '../../src/charts/timeAxis';
import { MOST_FIGURES, namedSeries, trendLayout } from '../../src/charts/trendLayout';
import type { TrendSeries } from '../../src/domain/trend/trend';
import { ask, at, rate } from '../domain/trend/trending';

const layout = (width = 900, height?: number) =>
  trendLayout(ask(rate(...at('甲县', ['2019', 60], ['2020', 80], ['2021', 70]))), {
    width,
    scale: 1,
    ...(height === undefined ? {} : { height })
  });

describe('where everything of a line chart goes', () => {
  it('puts the first day at the left of the plot, the last at its right, and reads both back', () => {
    const { plot, x, timeAt } = layout();
    expect(x('2019-12-31')).toBe(plot.left);
    expect(x('2021-12-31')).toBe(plot.left + plot.width);
    expect(timeAt(plot.left)).toBe(axisDay('2019-12-31'));
    expect(timeAt(plot.left + plot.width)).toBe(axisDay('2021-12-31'));
    // 366 of 731 days
    expect((x('2020-12-31') - plot.left) / plot.width).toBeCloseTo(366 / 731, 9);
  });

  it('puts the largest value of the axis at the top, the least at the bottom, and reads both back', () => {
    const { plot, axis, y, valueAt } = layout();
    expect(y(axis.max)).toBe(plot.top);
    expect(y(axis.min)).toBe(plot.top + plot.height);
    expect(valueAt(plot.top)).toBe(axis.max);
    expect(valueAt(plot.top + plot.height)).toBe(axis.min);
  });

  it('is as high as asked for, else 420 px, 320 where it is narrow', () => {
    expect([layout(900).height, layout(559).height, layout(900, 300).height]).toEqual([420, 320, 300]);
    expect([layout(560).twoLines, layout(559).twoLines]).toEqual([false, true]);
    // 40 above, 32 below: 13 × 1.4 + 14.
    expect(layout(900).plot).toMatchObject({ top: 40, height: 420 - 72 });
  });

  it('gives a single day half a month on either side', () => {
    const { span, x, plot } = trendLayout(ask(rate(...at('甲县', ['2020', 80]))), { width: 900, scale: 1 });
    expect(span).toEqual([axisDay('2020-12-16'), axisDay('2021-01-15')]);
    expect(x('2020-12-31')).toBe(plot.left + plot.width / 2);
  });

  it('writes figures at the points while they are few, the last of a line at its name', () => {
    const years = (count: number) =>
      Array.from({ length: count }, (_, i): [string, number] => [String(2000 + i), 50 + (i % 2) * 20]);
    const figures = (count: number) =>
      trendLayout(ask(rate(...at('甲县', ...years(count)))), { width: 1800, scale: 1 }).figures.size;
    expect(figures(MOST_FIGURES)).toBe(MOST_FIGURES - 1);
    expect(figures(MOST_FIGURES + 1)).toBe(0);
  });

  it('keeps the names above a date that reaches below them', () => {
    const places = ['甲县', '乙县', '丙县'].flatMap((name) =>
      at(name, ['2019上半年', 0], ['2020上半年', 0], ['2021上半年', 0])
    );
    const { ends, plot } = trendLayout(ask(rate(...places)), { width: 900, scale: 1 });
    // A line of names is 15 × 1.3 = 19.5 → 20 px high; the date begins 8 px below the plot.
    expect(ends.map(({ y }) => y + 10 - (plot.top + plot.height)).sort((a, b) => a - b)).toEqual([-36, -16, 4]);
  });

  it('writes the figures of the place in the spotlight alone', () => {
    const two = ask(rate(...at('甲县', ['2019', 60], ['2020', 80]), ...at('乙县', ['2019', 20], ['2020', 30])));
    const at2019 = (spotlight?: string) =>
      [...trendLayout(two, { width: 900, scale: 1, ...(spotlight ? { spotlight } : {}) }).figures.keys()].map(
        (p) => p.value
      );
    expect(at2019().sort()).toEqual([20, 60]);
    expect(at2019('甲县')).toEqual([60]);
  });
});

describe('which lines are named at their end', () => {
  const line = (place: string, span: string, end: string) =>
    ({ place: { id: place }, span, segments: [[{ period: { end } }]] }) as unknown as TrendSeries;

  it('is of one place and span the one that ends last', () => {
    const [old, now, other] = [
      line('甲', '年', '2019-12-31'),
      line('甲', '年', '2021-12-31'),
      line('乙', '年', '2018-12-31')
    ];
    expect(namedSeries([old!, now!, other!])).toEqual([now, other]);
    expect(namedSeries([now!, old!, other!])).toEqual([now, other]);
  });

  it('is of two that end together the later one, and both where their spans differ', () => {
    const [a, b, half] = [
      line('甲', '年', '2021-12-31'),
      line('甲', '年', '2021-12-31'),
      line('甲', '半年', '2021-12-31')
    ];
    expect(namedSeries([a!, b!]).map((s) => s === b)).toEqual([true]);
    expect(namedSeries([a!, half!])).toEqual([a, half]);
  });
});
