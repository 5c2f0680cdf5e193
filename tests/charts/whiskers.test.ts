import { describe, expect, it } from 'vitest';
import { placesBar } from '../../src/charts/placesBar';
import { trendDumbbell } from '../../src/charts/trendDumbbell';
import { trendLine } from '../../src/charts/trendLine';
import { compare } from '../../src/domain/compare/compare';
import { trend } from '../../src/domain/trend/computeTrend';
import { dataset, indicator, place, type Fact } from '../domain/factory';
import { render } from './render';

const RATE = indicator({ id: 'rate', name: '规范管理率' });
const facts: Fact[] = [
  { at: '甲县', in: '2020', value: 90, lower: 85, upper: 97 },
  { at: '乙县', in: '2020', value: 80 },
  { at: '丙县', in: '2020', value: 70, lower: 60, upper: 75 }
];

interface Series {
  readonly id: string;
  readonly data: readonly { readonly label?: { readonly distance: number } }[];
}

const seriesOf = (option: unknown): readonly Series[] => (option as { series: readonly Series[] }).series;

describe('confidence intervals', () => {
  it('lie over the bars of a comparison, and the words stand beyond them', () => {
    const comparison = compare(dataset({ indicators: [RATE], facts }), { indicator: 'rate' })!;
    const [bars, whiskers] = seriesOf(placesBar(comparison, { width: 900, scale: 1 }).option);
    // Rows: 甲县 90, 乙县 80, 丙县 70.
    expect(whiskers!.data).toEqual([
      [85, 0],
      [97, 0],
      ['-', '-'],
      [60, 2],
      [75, 2],
      ['-', '-']
    ]);
    const distances = bars!.data.map((bar) => bar.label!.distance);
    expect(distances[1]).toBe(5);
    // 7 and 5 points of the axis: the words of 甲县 are moved by 7 ÷ 5 of those of 丙县.
    expect((distances[0]! - 5) / (distances[2]! - 5)).toBeCloseTo(7 / 5, 6);
    const { texts } = render((context) => placesBar(comparison, context));
    expect(texts).toEqual(expect.arrayContaining(['甲县', '90', '80', '70']));
  });

  it('are left out where no row has one, beyond the spotlight and per head', () => {
    const plain = compare(dataset({ indicators: [RATE], facts: facts.slice(1, 2) }), { indicator: 'rate' })!;
    expect(seriesOf(placesBar(plain, { width: 900, scale: 1 }).option)).toHaveLength(1);
    const all = compare(dataset({ indicators: [RATE], facts }), { indicator: 'rate' })!;
    const lit = seriesOf(placesBar(all, { width: 900, scale: 1, spotlight: '丙县' }).option);
    expect(lit[1]!.data).toEqual([
      [60, 2],
      [75, 2],
      ['-', '-']
    ]);
  });

  it('make the axis long enough for their ends', () => {
    const long = compare(
      dataset({ indicators: [RATE], facts: [{ at: '甲县', in: '2020', value: 90, lower: 60, upper: 130 }] }),
      { indicator: 'rate' }
    )!;
    const { option } = placesBar(long, { width: 900, scale: 1 });
    expect((option as { xAxis: { max: number } }).xAxis.max).toBeGreaterThanOrEqual(130);
  });

  it('stand upright at the points of a line', () => {
    const line = trend(
      dataset({
        indicators: [RATE],
        facts: [
          { at: '甲县', in: '2018', value: 88, lower: 86, upper: 91 },
          { at: '甲县', in: '2019', value: 89 },
          { at: '甲县', in: '2020', value: 90, lower: 85, upper: 97 }
        ]
      }),
      { indicator: 'rate', places: ['甲县'] }
    )!;
    const { option } = trendLine(line, { width: 900, scale: 1 });
    expect(seriesOf(option).find(({ id }) => id === 'whiskers')!.data).toEqual([
      ['2018-12-31', 86],
      ['2018-12-31', 91],
      ['-', '-'],
      ['2020-12-31', 85],
      ['2020-12-31', 97],
      ['-', '-']
    ]);
    expect(() => render((context) => trendLine(line, context))).not.toThrow();
  });

  it('of both periods of a row are apart: the earlier one grey and behind the later one', () => {
    const pairs = trend(
      dataset({
        indicators: [RATE],
        places: [place('甲县'), place('乙县')],
        facts: [
          { at: '甲县', in: '2018', value: 88, lower: 86, upper: 91 },
          { at: '甲县', in: '2019', value: 90, lower: 87, upper: 97 },
          { at: '乙县', in: '2018', value: 70 },
          { at: '乙县', in: '2019', value: 72, lower: 69, upper: 75 }
        ]
      }),
      { indicator: 'rate', places: ['甲县', '乙县'] }
    )!;
    const { option } = trendDumbbell(pairs, { width: 900, scale: 1 });
    const dataOf = (id: string) => seriesOf(option).find((series) => series.id === id)!.data;
    expect(dataOf('whiskers-earlier')).toEqual([
      [86, '0'],
      [91, '0'],
      ['-', '-']
    ]);
    expect(dataOf('whiskers')).toEqual([
      [87, '0'],
      [97, '0'],
      ['-', '-'],
      [69, '1'],
      [75, '1'],
      ['-', '-']
    ]);
    // The axis reaches to their ends.
    expect((option as { xAxis: { min: number; max: number } }).xAxis).toMatchObject({ min: 60, max: 100 });
  });
});
