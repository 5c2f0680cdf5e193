import { describe, expect, it } from 'vitest';
import { trendChart } from '../../src/charts/office/trendChart';
import { levelPlace } from '../../src/charts/processMarks';
import { palette } from '../../src/charts/theme';
import { trendLine } from '../../src/charts/trendLine';
import { cases, processOf } from '../domain/trend/trending';
import { render } from './render';

/** Twelve months of cases, where fewer is better: the last lies above the upper limit of 24.8. */
const VALUES = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 38];
const answer = processOf(
  cases(...VALUES.map((value, i) => ({ at: '甲县', in: `2023-${String(i + 1).padStart(2, '0')}`, value })))
);

interface Drawn {
  id: string;
  data: { symbol: string; symbolRotate?: number; itemStyle: { color: string } }[];
  markLine?: { data: [{ coord: [string, number]; label: { formatter: string } }, { coord: [string, number] }][] };
}

describe('a process behaviour chart', () => {
  const series = trendLine(answer, { width: 900, scale: 1 }).option.series as Drawn[];

  it('draws mean and limits over the time of the stretch, each with its name and figure', () => {
    const lines = series.find((s) => s.id === 'process')!.markLine!.data;
    expect(lines.map(([from, to]) => [from.label.formatter, from.coord, to.coord])).toEqual([
      ['上限 24.8例', ['2023-01-31', 24.8], ['2023-12-31', 24.8]],
      ['均值 13.2例', ['2023-01-31', 13.2], ['2023-12-31', 13.2]],
      ['下限 1.6例', ['2023-01-31', 1.6], ['2023-12-31', 1.6]]
    ]);
  });

  it('names a level where no line runs through the words', () => {
    const phase = answer.process!.phases[0]!;
    // A month is 100 px wide, a case 10 px high; the words are 13 px × 1.6 high and less than four months wide.
    const x = (day: string) => Number(day.slice(5, 7)) * 100;
    const y = (value: number) => 400 - value * 10;
    const place = (value: number) =>
      levelPlace(
        answer,
        { x, y, sizes: { font: 15, small: 13, narrow: false } },
        {
          phase,
          at: { value, text: `${value}例` },
          text: `均值 ${value}例`
        }
      );
    expect(place(24.8)).toEqual({ position: 'insideStartTop' });
    // The line goes up and down between 10 and 12, and at the end from 10 to 38.
    expect(place(11.5)).toEqual({ position: 'insideEndTop' });
    expect(place(9.9)).toEqual({ position: 'insideStartBottom' });
  });

  it('marks signals by shape and colour: up and worse for many cases, down and better for few', () => {
    const points = series.find((s) => s.id.includes('#'))!.data;
    const last = points[points.length - 1]!;
    expect([last.symbol, last.symbolRotate, last.itemStyle.color]).toEqual(['triangle', 0, palette.clock]);
    expect([points[0]!.symbol, points[0]!.symbolRotate, points[0]!.itemStyle.color]).toEqual([
      'triangle',
      180,
      palette.accent
    ]);
  });

  it('is drawn without a fault', () => {
    expect(render((context) => trendLine(answer, context)).texts).toContain('上限 24.8例');
  });

  it('has its levels as series of their own in an office program', () => {
    const { series: native } = trendChart(answer);
    expect(native.map((s) => [s.name, s.role, s.points.filter(Boolean).length])).toEqual([
      ['甲县', 'line', 12],
      ['上限', 'limit', 12],
      ['均值', 'mean', 12],
      ['下限', 'limit', 12]
    ]);
  });
});
