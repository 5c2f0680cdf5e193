import { beforeAll, describe, expect, it } from 'vitest';
import { facetGrid } from '../../src/charts/facetGrid';
import { facetColumns, facetLayout } from '../../src/charts/facetLayout';
import { overlaps } from '../../src/charts/labelLayout';
import type { Facets } from '../../src/domain/facets/answer';
import { indicatorFacets } from '../../src/domain/facets/indicatorFacets';
import { placeFacets } from '../../src/domain/facets/placeFacets';
import type { Dataset } from '../../src/domain/model/dataset';
import { choicesOf } from '../figures/realData';

let demo: Dataset;
let answer: Facets;
beforeAll(async () => {
  demo = (await choicesOf('data/demo')).dataset;
  answer = placeFacets(demo, { indicator: 'htn-standard', places: [], focus: 'lichuan' })!;
});

describe('small charts', () => {
  it('stand as many side by side as hold their words', () => {
    expect([320, 390, 600, 994, 1302].map((width) => facetColumns('places', width))).toEqual([2, 2, 2, 4, 6]);
    expect([320, 390, 994, 1302].map((width) => facetColumns('indicators', width))).toEqual([1, 1, 3, 4]);
  });

  it('have one axis, whichever of them are drawn, and numbers at the left of each line', () => {
    const { boxes } = facetLayout(answer, answer.facets.slice(0, 5), { width: 994, scale: 1 });
    // The first four and the fifth below would leave a hole: three and two.
    expect(boxes.map(({ isNumbered, isLowest }) => [isNumbered, isLowest])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [true, true],
      [false, true]
    ]);
    const [all] = facetLayout(answer, answer.facets, { width: 994, scale: 1 }).boxes;
    expect(new Set(boxes.map(({ axis }) => axis.max))).toEqual(new Set([all!.axis.max]));
    // From 61.8 to 84.24.
    expect(all!.axis).toMatchObject({ min: 60, max: 90, fromZero: false });
  });

  it.each([
    [350, 1],
    [994, 1],
    [1800, 1.9]
  ])('lie apart and inside a picture of %d at scale %d', (width, scale) => {
    for (const one of [answer, indicatorFacets(demo, { place: 'lichuan' })!]) {
      const { boxes, height } = facetLayout(one, one.facets.slice(0, 12), { width, scale });
      boxes.forEach(({ plot, words }, i) => {
        expect(plot.left + plot.width).toBeLessThanOrEqual(width);
        expect(plot.top + plot.height).toBeLessThan(height);
        expect(words.y).toBeLessThan(plot.top);
        for (const other of boxes.slice(i + 1)) expect(overlaps(plot, other.plot)).toBe(false);
      });
    }
  });

  it('say what a break means beside its stroke, inside the small chart', () => {
    const { boxes } = facetLayout(answer, answer.facets, { width: 994, scale: 1 });
    for (const { breaks, plot } of boxes) {
      expect(breaks).toHaveLength(1);
      expect(breaks[0]!.left).toBeGreaterThanOrEqual(plot.left);
    }
  });

  it('answer for each number, in reading order, and for all of a place at its name', () => {
    const drawing = facetGrid(answer, answer.facets.slice(0, 2), { width: 994, scale: 1 });
    const [first] = drawing.marks!;
    expect(drawing.tip!(first!)).toEqual(expect.arrayContaining(['拟西区  79.02%', '例川县：71.03%']));
    expect(drawing.sources!(first!)[0]!.row.place.name).toBe('拟西区');
    const name = { seriesId: 'words', dataIndex: 2 };
    expect(drawing.tip!(name)[0]).toBe('拟南区  83.2%');
    expect(new Set(drawing.sources!(name).map(({ row }) => row.place.name))).toEqual(new Set(['拟南区']));
    // 18 months counted in the old way, 6 in the new.
    expect(drawing.marks).toHaveLength(48);
  });

  it('are bars from zero where there is one period', () => {
    const single: Facets = { ...answer, isSingle: true };
    const { option } = facetGrid(single, answer.facets.slice(0, 1), { width: 994, scale: 1 });
    const bars = (option.series as { type: string }[]).filter(({ type }) => type === 'bar');
    expect(bars.length).toBeGreaterThan(0);
    expect((option.yAxis as { min: number }[])[1]!.min).toBe(0);
  });
});
