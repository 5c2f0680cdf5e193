import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lies, overlaps } from '../../src/charts/labelLayout';
import { palette } from '../../src/charts/theme';
import { trendLayout } from '../../src/charts/trendLayout';
import { seriesColours, trendLine } from '../../src/charts/trendLine';
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
const lines = (answer: Trend) =>
  (trendLine(answer, { width: 900, scale: 1 }).option.series as LineSeries[]).filter(
    (s) => s.type === 'line' && s.id.includes('#')
  );

describe('trendLine(trend, context)', () => {
  it('draws one line for months without a gap', () => {
    const answer = ask({
      indicators: [count()],
      facts: months('甲县', { '2024-01': 10, '2024-02': 12, '2024-03': 11 })
    });
    expect(lines(answer).map((s) => s.data.map((d) => d.value))).toEqual([
      [
        ['2024-01-31', 10],
        ['2024-02-29', 12],
        ['2024-03-31', 11]
      ]
    ]);
  });

  it('does not join over a missing month', () => {
    const answer = ask({
      indicators: [count()],
      facts: months('甲县', { '2024-01': 10, '2024-02': 12, '2024-04': 11, '2024-05': 9 })
    });
    expect(lines(answer).map((s) => s.data.length)).toEqual([2, 2]);
  });

  it('does not join half a year to a whole one', () => {
    const answer = ask({ indicators: [count()], facts: months('甲县', { '2019': 100, '2020': 110, '2021-H1': 60 }) });
    expect(lines(answer).map((s) => s.data.length)).toEqual([2, 1]);
  });

  it('draws a derived value hollow and calls it 推算', () => {
    const small: Small = {
      indicators: [count()],
      facts: [
        { at: '甲县', in: '2020', value: 702 },
        { at: '甲县', in: '2020', value: -30, measure: '同比(%)' }
      ]
    };
    // 702 ÷ (1 − 30%) = 1,002.857…, a count: 1,003
    const [first, second] = lines(ask(small))[0]!.data;
    expect(first!.itemStyle).toMatchObject({ color: palette.ground });
    expect(first!.label.formatter).toBe('推算1,003');
    expect(second!.itemStyle).not.toMatchObject({ color: palette.ground });
    expect(second!.label.formatter).toBe('702');
  });

  it('names each place at the end of its line, apart even where the lines end together', () => {
    const facts = ['甲县', '乙县', '丙县'].flatMap((p, i) =>
      months(p, { '2019': 80, '2020': 85, '2021': 90 + i * 0.1 })
    );
    const { svg } = render((context) => trendLine(ask({ indicators: [indicator({ id: 'r' })], facts }), context));
    const heights = ['甲县', '乙县', '丙县'].map((name) => {
      const match =
        new RegExp(`transform="translate\\(([\\d.]+) ([\\d.]+)\\)"[^>]*>${name}<`).exec(svg) ??
        new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(svg);
      return Number(match?.[2] ?? match?.[1]);
    });
    const [a, b, c] = heights.sort((x, y) => x - y);
    expect(b! - a!).toBeGreaterThan(14);
    expect(c! - b!).toBeGreaterThan(14);
  });

  it('keeps the focus place in the accent and greys a crowd', () => {
    const facts = ['甲县', '乙县', '丙县', '丁县', '戊县'].flatMap((p) =>
      months(p, { '2019': 1, '2020': 2, '2021': 3 })
    );
    const answer = ask({ indicators: [count()], facts }, { focus: '丙县' });
    const colours = seriesColours(answer.series);
    answer.series.forEach((s, i) =>
      expect(colours[i]).toBe(s.place.name === '丙县' ? palette.accent : palette.context)
    );
  });

  it('says so where the axis does not start at zero', () => {
    const rates = ask({
      indicators: [indicator({ id: 'r' })],
      facts: months('甲县', { '2019': 90, '2020': 92, '2021': 93 })
    });
    expect(render((context) => trendLine(rates, context)).texts).toContain('纵轴不从0起');
    const counts = ask({ indicators: [count()], facts: months('甲县', { '2019': 10, '2020': 92, '2021': 50 }) });
    expect(render((context) => trendLine(counts, context)).texts).not.toContain('纵轴不从0起');
  });
});

describe('the words of a line chart', () => {
  const equal = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县'];
  const six: Small = {
    indicators: [indicator({ id: 'r' })],
    facts: equal.flatMap((p) => months(p, { '2019': 80, '2020': 85, '2021': 90.5 }))
  };

  it('has the names of six lines that end equal, each with its last figure', () => {
    const { texts } = render((context) => trendLine(ask(six), context));
    expect(texts.filter((text) => equal.includes(text))).toHaveLength(6);
    expect(texts.filter((text) => text === '90.5')).toHaveLength(6);
  });

  it('lets no two overlap and none leave the picture, whatever the figures', () => {
    const values = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8
    });
    fc.assert(
      fc.property(values, fc.constantFrom(358, 700, 1200), fc.constantFrom(1, 1.9), (rows, width, scale) => {
        const facts = rows.flatMap((row, i) => row.map((value, n) => ({ at: `县${i}`, in: `${2015 + n}`, value })));
        const layout = trendLayout(ask({ indicators: [indicator({ id: 'r' })], facts }), { width, scale });
        const figures = [...layout.figures.values()];
        figures.forEach((a, i) => {
          expect(lies(a, { left: 0, top: 0, width, height: layout.height })).toBe(true);
          figures.slice(i + 1).forEach((b) => expect(overlaps(a, b)).toBe(false));
        });
        const middles = layout.ends.map((e) => e.y).sort((a, b) => a - b);
        const line = layout.sizes.font * 1.2;
        middles.forEach((y, i) => {
          expect(y).toBeGreaterThanOrEqual(line / 2);
          expect(y).toBeLessThanOrEqual(layout.height - line / 2);
          if (i > 0) expect(y - middles[i - 1]!).toBeGreaterThanOrEqual(line);
        });
        expect(layout.ends).toHaveLength(rows.length);
      }),
      { numRuns: 40 }
    );
  });

  it('keeps apart the figures of near points', () => {
    const near: Small = {
      indicators: [indicator({ id: 'r' })],
      facts: [
        ...months('甲县', { '2019': 91, '2020': 70, '2021': 60 }),
        ...months('乙县', { '2019': 90, '2020': 50, '2021': 40 })
      ]
    };
    const layout = trendLayout(ask(near), { width: 900, scale: 1 });
    expect(layout.figures.size).toBe(4);
  });
});

describe('the axis of values of a line chart', () => {
  const axis = (values: Record<string, number>, of = count()) =>
    trendLine(ask({ indicators: [of], facts: months('甲县', values) }), { width: 900, scale: 1 }).option.yAxis;

  it('has whole steps for a count, none below zero, and no more than 100% for a rate', () => {
    expect(axis({ '2019': 1, '2020': 2, '2021': 0 })).toMatchObject({ min: 0, max: 2, interval: 1 });
    expect(axis({ '2019': 5, '2020': 95, '2021': 60 }, indicator({ id: 'r' }))).toMatchObject({ min: 0, max: 100 });
    expect(axis({ '2019': -5, '2020': 12, '2021': 7 })).toMatchObject({ min: -5, max: 15, interval: 5 });
  });
});

describe('the periods under a line', () => {
  it('are named as they are, where they are few', () => {
    const answer = ask({ indicators: [count()], facts: months('甲县', { '2019': 10, '2020-H1': 6, '2021': 14 }) });
    const { texts } = render((context) => trendLine(answer, context));
    expect(texts).toEqual(expect.arrayContaining(['2019年', '2020年上半年', '2021年']));
  });

  it('are ticks of time where they are many', () => {
    const days = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`2024-${String(i + 1).padStart(2, '0')}-15`, i + 1])
    );
    const { texts } = render((context) =>
      trendLine(ask({ indicators: [count()], facts: months('甲县', days) }), context)
    );
    expect(texts).not.toContain('2024年3月15日');
    // The first month says its year and month, and the last one has its tick.
    expect(texts).toEqual(expect.arrayContaining(['2024年1月', '2月', '11月', '2024年12月']));
  });
});
