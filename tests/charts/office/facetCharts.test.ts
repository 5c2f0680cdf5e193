import { beforeAll, describe, expect, it } from 'vitest';
import { facetLayout } from '../../../src/charts/facetLayout';
import { facetCharts } from '../../../src/charts/office/facetCharts';
import type { Facets } from '../../../src/domain/facets/answer';
import { indicatorFacets } from '../../../src/domain/facets/indicatorFacets';
import { placeFacets } from '../../../src/domain/facets/placeFacets';
import type { Dataset } from '../../../src/domain/model/dataset';
import { choicesOf } from '../../figures/realData';

const WALL = { width: 1728, height: 700, scale: 1.85 };
let demo: Dataset;
/** 18 months counted in the old way, 6 in the new. */
let broken: Facets;
/** 例山县 has no number in 2023年12月: a gap. */
let gapped: Facets;
beforeAll(async () => {
  demo = (await choicesOf('data/demo')).dataset;
  broken = placeFacets(demo, { indicator: 'htn-standard', places: [], focus: 'lichuan' })!;
  gapped = placeFacets(demo, { indicator: 'stay-days', places: [], focus: 'lichuan' })!;
});

describe('small charts of an office program', () => {
  it('stand where those of the wall stand, with the same words and axis', () => {
    const shown = broken.facets.slice(0, 5);
    const { boxes } = facetLayout(broken, shown, WALL);
    const { charts, key, ends } = facetCharts(broken, shown).build(WALL);
    expect(charts.map(({ plot }) => plot)).toEqual(boxes.map(({ plot }) => plot));
    expect(charts.map(({ isNumbered }) => isNumbered)).toEqual([true, false, false, true, false]);
    expect(charts.map(({ chart }) => [chart.min, chart.max])).toEqual(Array(5).fill([60, 90]));
    expect(charts[0]!.head).toMatchObject({ title: '拟西区', value: '84.24', isOwn: false });
    expect(key.map(({ text }) => text)).toEqual(['本图地区', '例川县', '纵轴不从0起']);
    expect(ends.map(({ text }) => text)).toContain('2024年12月31日');
  });

  it('have an empty column and a stroke in it where the 口径 changes, the same in all', () => {
    const { charts } = facetCharts(broken, broken.facets.slice(0, 2)).build(WALL);
    for (const { chart, breaks } of charts) {
      expect(chart.categories).toHaveLength(25);
      expect(chart.categories.indexOf('')).toBe(18);
      const mark = chart.series.find(({ role }) => role === 'mark')!;
      expect(mark.points.map((p, i) => (p ? i : -1)).filter((i) => i >= 0)).toEqual([18]);
      expect(breaks.map(({ text }) => text)).toEqual([mark.name]);
    }
  });

  it('keep a gap as a gap in one series, in the colour of its place, before the grey line of the others', () => {
    const { charts } = facetCharts(gapped, gapped.facets).build(WALL);
    const { chart } = charts.find(({ head }) => head.title === '例山县')!;
    const own = chart.series.filter(({ role }) => role === 'line');
    expect(own).toHaveLength(1);
    expect(own[0]!.points.filter((p) => p === null).length).toBeGreaterThan(0);
    expect(chart.gaps).toBe('gap');
    expect(chart.series.map(({ role }) => role)[0]).toBe('others');
    const strong = charts.filter(({ chart: one }) => one.series.some((s) => s.points.some((p) => p?.strong)));
    expect(strong.map(({ head }) => [head.title, head.isOwn])).toEqual([['例川县', true]]);
  });

  it('of months and years share their columns; a line goes on over those that only others have', () => {
    const answer = indicatorFacets(demo, { place: 'nizhou' })!;
    const { charts } = facetCharts(answer, answer.facets).build(WALL);
    expect(new Set(charts.map(({ chart }) => chart.categories.length)).size).toBe(1);
    const yearly = charts.find(({ chart }) => chart.gaps === 'span')!;
    expect(yearly.chart.series[0]!.points.filter(Boolean).length).toBeLessThan(24);
  });

  it('mark the last number of the indicator itself, though another 口径 goes on', () => {
    const { chart } = facetCharts(broken, broken.facets.slice(0, 1)).build(WALL).charts[0]!;
    const own = chart.series.filter(({ role }) => role === 'line');
    expect(own.map(({ continued, points }) => [continued, points.filter(Boolean).length])).toEqual([
      [false, 18],
      [true, 6]
    ]);
  });

  it('are columns beside each other where there is one period', () => {
    const single: Facets = { ...broken, isSingle: true };
    const { chart } = facetCharts(single, broken.facets.slice(0, 1)).build(WALL).charts[0]!;
    expect(chart).toMatchObject({ kind: 'columns', categories: ['2024年6月30日'] });
    expect(chart.series.map(({ role, points }) => [role, points[0]!.text])).toEqual([
      ['bar', '84.24'],
      ['others', '78.67%']
    ]);
  });
});
