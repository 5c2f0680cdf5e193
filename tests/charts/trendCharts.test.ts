import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBars } from '../../src/charts/changeBars';
import { lies, overlaps } from '../../src/charts/labelLayout';
import { palette } from '../../src/charts/theme';
import { trendDumbbell } from '../../src/charts/trendDumbbell';
import { trendLayout } from '../../src/charts/trendLayout';
import { seriesColours, trendLine } from '../../src/charts/trendLine';
import { trendSlope } from '../../src/charts/trendSlope';
import { changeBoard } from '../../src/domain/trend/changes';
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

describe('changeBars(board, context)', () => {
  const board = changeBoard(
    dataset({
      indicators: [
        count({ id: 'up', name: '管理人数', better: '高' }),
        count({ id: 'down', name: '报告例数', better: '高' }),
        count({ id: 'flat', name: '门诊人次' })
      ],
      facts: [
        ['up', 67.5],
        ['down', -30],
        ['flat', 4]
      ].map(([of, value]): Fact => ({
        of: String(of),
        at: '甲县',
        in: '2020',
        value: Number(value),
        measure: '同比(%)',
        ...(of === 'flat' ? { qualifier: '≥' } : {})
      }))
    }),
    '甲县'
  )!;
  const bars = () =>
    (changeBars(board, { width: 900, scale: 1 }).option.series as LineSeries[])[0]!.data as unknown as {
      value: number;
      itemStyle: Record<string, unknown>;
      label: { position: string; formatter: string };
    }[];

  it('has each word at the outer end of its bar, better and worse in words too', () => {
    expect(bars().map((b) => [b.value, b.label.position, b.label.formatter])).toEqual([
      [67.5, 'right', '增长67.5%（好转）'],
      [4, 'right', '增长≥4%'],
      [-30, 'left', '下降30%（变差）']
    ]);
  });

  it('colours by what is better, and leaves a bound hollow', () => {
    expect(bars().map((b) => b.itemStyle.color)).toEqual([palette.accent, palette.ground, palette.clock]);
  });

  it('is short on a phone, without losing the word', () => {
    expect(render((context) => changeBars(board, context), 358).texts).toEqual(
      expect.arrayContaining(['+67.5%', '好转', '+≥4%', '−30%', '变差'])
    );
  });

  it('draws a part on the axis of all, with its own sources', () => {
    const { option, sources } = changeBars(board, { width: 900, scale: 1 }, { from: 2, to: 3 });
    expect(option.xAxis).toMatchObject({ min: -40, max: 80, interval: 20 });
    expect(sources!({ seriesId: 'changes', dataIndex: 0 }).map((s) => s.what)).toEqual(['报告例数（2020年，下降30%）']);
  });
});
