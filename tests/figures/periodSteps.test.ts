import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/domain/time/parsePeriod';
import { comparisonAxis } from '../../src/charts/placesBar';
import { parseView } from '../../src/domain/address/views';
import { heatFigure } from '../../src/figures/heatFigure';
import { stepsOf } from '../../src/figures/periodSteps';
import { placesFigure } from '../../src/figures/placesFigure';
import { choicesOf } from './realData';

const at = (text: string, count: number) => ({ period: parsePeriod(text)!, count });

describe('the periods that a chart is stepped through', () => {
  const periods = [
    at('2024', 5),
    at('2024-12', 3),
    at('2024-11', 3),
    at('2024-10', 1),
    at('2024-09', 3),
    at('2023', 5)
  ];

  it('are as long as the one shown, of two places and more, the earliest first', () => {
    expect(stepsOf(periods, parsePeriod('2024-11')).map(({ text }) => text)).toEqual(['2024-09', '2024-11', '2024-12']);
    expect(stepsOf(periods).map(({ text }) => text)).toEqual(['2023', '2024']);
    expect(stepsOf([])).toEqual([]);
  });
});

describe('stepping through the 示例数据', async () => {
  const choices = await choicesOf('data/demo');
  const view = (query: Record<string, string>) => parseView('places', query, choices).view;
  const { dataset } = choices;

  it('keeps the axis, so that the bars of one month can be held against those of the next', () => {
    const axes = ['2023-01', '2023-07', '2024-12'].map((period) =>
      comparisonAxis(placesFigure(dataset, view({ i: 'flu', period }))!.comparison)
    );
    expect(axes[1]).toEqual(axes[0]);
    expect(axes[2]).toEqual(axes[0]);
  });

  it('shows the heat table of one time only', () => {
    const { answer } = heatFigure(dataset, view({ tab: 'heat', period: '2024-03' }));
    const ends = new Set(
      answer.rows.flatMap((row) => row.cells.flatMap((c) => (c.value === null ? [] : [c.observation!.period.end])))
    );
    expect([...ends]).toEqual(['2024-03-31']);
    expect(answer.verdict).toContain('2024年3月');
  });
});
