import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLines } from '../../../src/domain/facets/columnLine';
import type { Line } from '../../../src/domain/facets/line';
import { pointLine } from '../../../src/domain/facets/pointLine';
import { spanSeriesOf } from '../../../src/domain/trend/series';
import { count, dataset, type Fact, indicator, place, source } from '../factory';

const RATE = indicator({ id: 'rate' });
const SOURCES = [source('甲'), source('乙')];
const PLACES = ['甲县', '乙县'].map((id) => place(id));
const made = (facts: readonly Fact[], of = RATE) =>
  dataset({ indicators: [of], places: PLACES, sources: SOURCES, facts });
const linesOf = (facts: readonly Fact[], of = RATE) => {
  const { lines, hasSingleMonths } = columnLines(made(facts, of), of, () => true);
  return { 甲县: [...lines].find(([{ id }]) => id === '甲县')?.[1], hasSingleMonths, count: lines.size };
};
/** Everything that a line says of itself without a look. */
const told = ({ span, periods, values, isGapped, extent, cutoff, sources, isExact }: Line) => ({
  ...{ span, isGapped, extent, cutoff },
  periods: periods.map(({ text }) => text),
  values: Array.from(values),
  isExact: Array.from(values, (_, at) => isExact(at)),
  sources: [...sources].map(({ id }) => id).sort()
});

describe('lines read from the columns', () => {
  it('are one a length of period, with its figures, its end and its sources', () => {
    const { 甲县: own } = linesOf([
      { at: '甲县', in: '2020', value: 70 },
      { at: '甲县', in: '2021', value: 72.5, qualifier: '≥', source: '乙' },
      { at: '甲县', in: '2022', value: 75, status: '预计' },
      { at: '甲县', in: '2021-H1', value: 60 }
    ]);
    expect(own!.map(told)).toEqual([
      {
        ...{ span: '全年', isGapped: false, cutoff: '2021-12-31', sources: ['乙', '甲'] },
        ...{ periods: ['2020', '2021', '2022'], values: [70, 72.5, 75], isExact: [true, false, true] },
        extent: { low: 70, high: 75, count: 3, isWhole: false }
      },
      {
        ...{ span: '半年', isGapped: false, cutoff: '2021-06-30', sources: ['甲'] },
        ...{ periods: ['2021-H1'], values: [60], isExact: [true] },
        extent: { low: 60, high: 60, count: 1, isWhole: true }
      }
    ]);
  });

  it('have no cut-off day where all is forecast', () => {
    expect(linesOf([{ at: '甲县', in: '2030', value: 70, status: '预计' }]).甲县![0]!.cutoff).toBe('');
  });

  it('reach as far as the intervals of their figures', () => {
    const { 甲县: own } = linesOf([
      { at: '甲县', in: '2020', value: 70, lower: 61.5, upper: 71 },
      { at: '甲县', in: '2021', value: 72, lower: 70, upper: 80 },
      { at: '甲县', in: '2022', value: 75 }
    ]);
    expect(own![0]!.extent).toEqual({ low: 61.5, high: 80, count: 7, isWhole: false });
  });

  it('are broken for want of a year, and not by one month after the other', () => {
    const of = (...periods: readonly string[]) =>
      linesOf(periods.map((time, i) => ({ at: '甲县', in: time, value: 70 + i }))).甲县![0]!.isGapped;
    expect(of('2019', '2020', '2021')).toBe(false);
    expect(of('2019', '2021')).toBe(true);
    expect(of('2024-01', '2024-02')).toBe(false);
    expect(of('2024-01', '2024-03')).toBe(true);
  });

  it('are none where a period is said twice, a 口径 changed, a change is stated, or nobody asks', () => {
    const plain: Fact = { at: '甲县', in: '2020', value: 70 };
    expect(linesOf([plain]).count).toBe(1);
    expect(linesOf([plain, { ...plain, source: '乙' }]).count).toBe(0);
    expect(linesOf([plain, { at: '甲县', in: '2021', value: 80, flags: '口径调整' }]).count).toBe(0);
    expect(linesOf([plain, { at: '甲县', in: '2021', value: 2, measure: '同比(百分点)' }]).count).toBe(0);
    expect(linesOf([]).count).toBe(0);
    expect(columnLines(made([plain]), RATE, () => false).lines.size).toBe(0);
  });

  it('of sums up to a month tell that single months can be worked out', () => {
    const visits = count({ id: 'visits' });
    const upTo = (...months: readonly string[]) =>
      linesOf(
        months.map((month, i) => ({ at: '甲县', in: `2024-01/2024-${month}`, value: 100 * (i + 1) })),
        visits
      ).hasSingleMonths;
    expect(upTo('02', '03')).toBe(true);
    expect(upTo('02', '04')).toBe(false);
  });

  const fact = fc.record({
    at: fc.constantFrom('甲县', '乙县'),
    in: fc.constantFrom('2019', '2020', '2021', '2023', '2021-H1', '2022-H1', '2024-01', '2024-02', '2024-04'),
    value: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 6 }),
    source: fc.constantFrom('甲', '乙'),
    status: fc.constantFrom('实际' as const, '实际' as const, '预计' as const),
    qualifier: fc.constantFrom('' as const, '' as const, '≥' as const, '>' as const),
    flags: fc.constantFrom('', '', '', '口径调整')
  });

  it('say of themselves what lines made of points say', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.uniqueArray(fact, { maxLength: 8, selector: (one) => `${one.at} ${one.in}` }), (facts) => {
        const data = made(facts);
        for (const [at, lines] of columnLines(data, RATE, () => true).lines) {
          const points = spanSeriesOf(data, RATE, [at]).map((series) => pointLine(data, series));
          expect(lines.map(told)).toEqual(points.map(told));
          compared += lines.length;
        }
      }),
      { numRuns: 300 }
    );
    expect(compared).toBeGreaterThan(300);
  });
});
