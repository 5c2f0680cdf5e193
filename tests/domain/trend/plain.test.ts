/** What is counted from the columns is what the points of every place say, whatever stands in the rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberRows } from '../../../src/domain/model/numberRows';
import { MEASURES, QUALIFIERS } from '../../../src/domain/model/records';
import { changeBoard } from '../../../src/domain/trend/changes';
import { changePlaces } from '../../../src/domain/trend/changePlaces';
import { trendCoverage } from '../../../src/domain/trend/coverage';
import { spanSeriesOf } from '../../../src/domain/trend/series';
import { dataset, type Fact } from '../factory';
import { CASES, RATE, at } from './trending';

const PERIODS = ['2022', '2023', '2024', '2023-05', '2024-05', '2024-06', '2023-H1', '2024-H1', '2024-12-31'];

const fact = fc.record({
  of: fc.constantFrom(RATE.id, CASES.id),
  at: fc.constantFrom('甲县', '乙县', '丙县'),
  in: fc.constantFrom(...PERIODS),
  value: fc.integer({ min: -2, max: 9 }),
  // Mostly plain rows, so that the short way is taken as often as the long one.
  measure: fc.constantFrom(...Array.from({ length: 30 }, () => '数值' as const), ...MEASURES),
  qualifier: fc.constantFrom(...Array.from({ length: 12 }, () => '' as const), ...QUALIFIERS),
  status: fc.constantFrom('实际' as const, '实际' as const, '存疑' as const, '预计' as const),
  flags: fc.constantFrom(...Array.from({ length: 30 }, () => ''), '口径调整')
});
const facts = fc.oneof(
  fc.array(fact, { maxLength: 25 }),
  fc.uniqueArray(fact, { maxLength: 25, selector: (f) => `${f.of} ${f.at} ${f.in}` })
);

function data(rows: readonly Fact[]) {
  return dataset({ indicators: [RATE, CASES], facts: rows });
}

describe('what is counted without points', () => {
  it('is the longest run of each place, as its points have it', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        const all = data(rows);
        const expected = [RATE, CASES].flatMap((indicator) => {
          const places = all.places.flatMap((place) => {
            const runs = spanSeriesOf(all, indicator, [place]).map(({ points }) => points);
            const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), runs[0] ?? []);
            const certain = longest.filter(({ observation: o }) => o && o.status !== '存疑').length;
            return longest.length > 1 ? [{ place: place.id, periods: longest.length, certain }] : [];
          });
          return places.length > 0 ? [{ indicator: indicator.id, places }] : [];
        });
        const found = trendCoverage(all).map(({ indicator, places }) => ({
          indicator: indicator.id,
          places: places.map(({ place, ...rest }) => ({ place: place.id, ...rest }))
        }));
        expect(found).toEqual(expected);
      })
    );
  });

  it('is how many indicators of each place changed, as its board has it', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        const all = data(rows);
        const expected = all.places
          .map(({ id }) => [id, changeBoard(all, id)!.kinds.reduce((sum, { count }) => sum + count, 0)] as const)
          .filter(([, count]) => count > 0)
          .sort((a, b) => b[1] - a[1]);
        expect(changePlaces(all).map(({ place, count }) => [place.id, count])).toEqual(expected);
      })
    );
  });
});

describe('numberRows(dataset, indicator)', () => {
  const rowsOf = (rows: readonly Fact[]) => {
    const all = data(rows.map((row) => ({ of: RATE.id, ...row })));
    const { rows: found, isPlain, changed } = numberRows(all, RATE.id)!;
    const values = Array.from(found, (row) => all.observation(row).value);
    return { values, isPlain, changed: Array.from(changed, ({ name }) => name) };
  };

  it('gives one number a place and period, by place and then by time', () => {
    expect(
      rowsOf([...at('甲县', ['2024', 3], ['2022', 1]), ...at('乙县', ['2023', 9]), ...at('甲县', ['2023', 2])])
    ).toEqual({ values: [1, 2, 3, 9], isPlain: true, changed: [] });
  });

  it('passes over ranks and rows without a number', () => {
    expect(
      rowsOf([
        { at: '甲县', in: '2024', value: 3 },
        { at: '甲县', in: '2024', value: 1, measure: '位次' },
        { at: '甲县', in: '2023', value: null, status: '未报' },
        { at: '甲县', in: '2023', value: null, status: '未报', measure: '同比(%)' }
      ])
    ).toEqual({ values: [3], isPlain: true, changed: [] });
  });

  it('says where a number stands twice, a change is stated or the 口径 changed', () => {
    const one: Fact = { at: '甲县', in: '2024', value: 3 };
    expect(rowsOf([one, { ...one, value: 4 }])).toEqual({ values: [3, 4], isPlain: false, changed: [] });
    expect(rowsOf([one, { ...one, measure: '同比(%)' }])).toEqual({ values: [3], isPlain: false, changed: ['甲县'] });
    expect(rowsOf([{ ...one, flags: '口径调整' }])).toEqual({ values: [3], isPlain: false, changed: [] });
  });
});
