import { describe, expect, it } from 'vitest';
import { waterfallChart } from '../../src/charts/office/waterfallChart';
import { palette } from '../../src/charts/theme';
import { stackedParts, waterfall } from '../../src/charts/waterfall';
import { changeContribution } from '../../src/domain/contribution/change';
import { count, dataset, place } from '../domain/factory';
import { render } from './render';

interface Bars {
  readonly id: string;
  readonly data: readonly (number | { value: number; itemStyle: { color: string }; label: { formatter: string } })[];
  readonly markLine?: { readonly data: readonly (readonly { readonly coord: readonly number[] }[])[] };
}

/** The city 100 → 95: 甲 +10, 乙 −30, and +15 that no unit accounts for. */
const answer = changeContribution(
  dataset({
    indicators: [count({ id: 'visits', better: '高' })],
    places: [place('某市'), ...['甲县', '乙县'].map((id) => place(id, { parent: '某市' }))],
    facts: (
      [
        ['某市', 100, 95],
        ['甲县', 10, 20],
        ['乙县', 50, 20]
      ] as const
    ).flatMap(([at, before, now]) => [
      { at, in: '2023', value: before },
      { at, in: '2024', value: now }
    ])
  }),
  { indicator: 'visits', place: '某市', against: { base: 'year' } }
)!;
const seriesOf = (part?: { from: number; to: number }) =>
  waterfall(answer, { width: 900, scale: 1 }, part).option.series as unknown as Bars[];

describe('a waterfall', () => {
  it('stacks each step on where the one before it ended', () => {
    // Steps: 乙 0 → −30, 甲 −30 → −20, beyond them −20 → −5; ends 0 and −5.
    const [base, shares, across] = seriesOf();
    expect(base!.data).toEqual([0, 0, -20, -5, 0]);
    expect(shares!.data.map((bar) => (bar as { value: number }).value)).toEqual([0, -30, -10, -15, -5]);
    expect(across).toBeUndefined();
    expect(shares!.markLine!.data.map((ends) => ends.map(({ coord }) => coord))).toEqual([
      [[0, 0], [0, 1]],
      [[-30, 1], [-30, 2]],
      [[-20, 2], [-20, 3]],
      [[-5, 3], [-5, 4]]
    ]); // prettier-ignore
  });

  it('says what each adds, better and worse in their colours', () => {
    const bars = seriesOf()[1]!.data as readonly { itemStyle: { color: string }; label: { formatter: string } }[];
    expect(bars.map((bar) => bar.label.formatter)).toEqual(['100人次', '−30', '+10', '+15', '95人次（−5）']);
    expect(bars.map((bar) => bar.itemStyle.color)).toEqual([
      palette.inkSoft,
      palette.clock,
      palette.accent,
      palette.contextSoft,
      palette.inkSoft
    ]);
  });

  it('is drawn in parts on one axis', () => {
    const whole = waterfall(answer, { width: 900, scale: 1 }).option;
    const part = waterfall(answer, { width: 900, scale: 1 }, { from: 2, to: 5 }).option;
    expect(part.xAxis).toEqual(whole.xAxis);
    expect(part.grid).toEqual(whole.grid);
    expect(render((context) => waterfall(answer, context)).texts).toContain('与各单位之和的差');
  });

  it('cuts a step that crosses zero in two', () => {
    expect(stackedParts({ from: 10, to: -20 })).toEqual({ base: 0, bar: 10, across: -20 });
    expect(stackedParts({ from: 10, to: 30 })).toEqual({ base: 10, bar: 20, across: 0 });
    expect(stackedParts({ from: -10, to: -30 })).toEqual({ base: -10, bar: -20, across: 0 });
  });

  it('is stacked bars of an office program, the figures with the names', () => {
    const chart = waterfallChart(answer);
    expect(chart.categories).toEqual([
      '2023年　100人次',
      '乙县　−30',
      '甲县　+10',
      '与各单位之和的差　+15',
      '2024年　95人次（−5）'
    ]);
    expect(chart.series.map((s) => [s.role, s.points.map((p) => p?.value)])).toEqual([
      ['base', [0, 0, -20, -5, 0]],
      ['bar', [0, -30, -10, -15, -5]]
    ]);
    expect([chart.min, chart.max]).toEqual([-30, 0]);
  });
});
