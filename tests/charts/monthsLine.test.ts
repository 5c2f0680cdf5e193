import { describe, expect, it } from 'vitest';
import { monthsLayout } from '../../src/charts/monthsLayout';
import { monthsLine } from '../../src/charts/monthsLine';
import { monthsChart } from '../../src/charts/office/monthsChart';
import { DEFAULT_RULE } from '../../src/domain/lights/rule';
import type { TaskMonths } from '../../src/domain/months/answer';
import { taskMonths } from '../../src/domain/months/taskMonths';
import { dataset, programme, type Task } from '../domain/factory';
import { render } from './render';

/** 8.33, 13.33 and 22.5% of 1,200; 97% in December of the year before. */
function months(more: readonly Partial<Task>[] = [], until?: string): TaskMonths {
  const tasks: Partial<Task>[] = [
    { asOf: '2024-01-31', done: 100 },
    { asOf: '2024-02-29', done: 160 },
    { asOf: '2024-03-31', done: 270 },
    { in: '2023', asOf: '2023-03-31', done: 300 },
    { in: '2023', asOf: '2023-12-31', done: 1164 },
    ...more
  ];
  const data = dataset({
    programmes: [programme('筛查')],
    tasks: tasks.map((task) => ({ of: '筛查', at: '甲县', in: '2024', target: 1200, ...task }))
  });
  return taskMonths(data, {
    programme: '筛查',
    place: '甲县',
    period: '2024',
    rule: DEFAULT_RULE,
    ...(until ? { until } : {})
  })!;
}

describe('monthsLine(months, context)', () => {
  it('names each line at its end with its figure, the task with its light', () => {
    const { texts } = render((context) => monthsLine(months(), context), 1000);
    expect(texts).toEqual(
      expect.arrayContaining([
        '目标100%',
        '完成',
        '22.5%',
        '▲略慢',
        '序时',
        '2023年',
        '97%',
        '推算最低',
        '67.5%',
        '105.0%'
      ])
    );
    expect(texts.filter((text) => /^\d+月$/.test(text))).toHaveLength(12);
  });

  it('draws the task, the clock and the range each from where it begins to where it ends', () => {
    const { option } = monthsLine(months(), { width: 1000, scale: 1 });
    const series = option.series as { id: string; data: unknown[]; lineStyle?: { type?: unknown } }[];
    const dataOf = (id: string) => series.find((s) => s.id === id)!.data;
    expect((dataOf('own') as { value: unknown }[]).map(({ value }) => value)).toEqual([
      ['2024-01-31', 8.33],
      ['2024-02-29', 13.33],
      ['2024-03-31', 22.5]
    ]);
    expect(dataOf('clock')[0]).toEqual(['2023-12-31', 0]);
    expect(dataOf('low')).toEqual([
      ['2024-03-31', 22.5],
      ['2024-12-31', 67.5]
    ]);
    expect(dataOf('high')[1]).toEqual(['2024-12-31', 105]);
    // The light is the last mark: amber, a triangle.
    expect(dataOf('own')[2]).toMatchObject({ symbol: 'triangle', itemStyle: { color: '#a46300' } });
  });

  it.each([320, 700, 1300])('keeps its names apart and inside at %i px', (width) => {
    const { names, column, height, sizes, plot } = monthsLayout(months(), { width, scale: 1 });
    const middles = names.map(({ y }) => y).sort((a, b) => a - b);
    const line = sizes.narrow ? sizes.font + sizes.small : sizes.font;
    expect(names).toHaveLength(5);
    for (const [i, y] of middles.entries()) if (i > 0) expect(y - middles[i - 1]!).toBeGreaterThan(line);
    expect(middles[0]!).toBeGreaterThan(0);
    expect(middles[4]!).toBeLessThan(height);
    expect(plot.width).toBeGreaterThan(width * 0.4);
    expect(column).toBeLessThan(width);
  });

  it('keeps its axis while one steps through the months, and cuts a forecast that would flatten the rest', () => {
    const hasty = [{ asOf: '2024-04-30', done: 900 }];
    expect(monthsLayout(months(hasty), { width: 1000, scale: 1 }).axis.max).toBe(150);
    expect(monthsLayout(months(hasty, '2024-03-31'), { width: 1000, scale: 1 }).axis.max).toBe(150);
  });

  it('draws the course of a task without a range, a clock or a year before', () => {
    const { option } = monthsLine(months([], '2024-01-31'), { width: 1000, scale: 1 });
    expect((option.series as { id: string }[]).map(({ id }) => id)).not.toContain('low');
  });
});

describe('monthsChart(months)', () => {
  it('is a native line chart with a series each, on the same axis', () => {
    const chart = monthsChart(months());
    expect(chart).toMatchObject({ kind: 'lines', min: 0, max: 120, gaps: 'span' });
    expect(chart.categories).toHaveLength(12);
    expect(chart.series.map(({ name, role }) => [name, role])).toEqual([
      ['完成（▲略慢）', 'line'],
      ['序时', 'clock'],
      ['2023年', 'mean'],
      ['推算最高', 'forecast'],
      ['推算最低', 'forecast']
    ]);
    expect(chart.series[0]!.points.map((p) => p?.value ?? null)).toEqual([
      8.33,
      13.33,
      22.5,
      ...Array<null>(9).fill(null)
    ]);
    expect(chart.series[4]!.points[11]).toMatchObject({ value: 67.5, text: '67.5%' });
  });
});
