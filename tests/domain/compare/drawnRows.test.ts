import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedPlaces } from '../../../src/domain/compare/comparedPlaces';
import type { DrawnRows } from '../../../src/domain/compare/drawnRows';
import { ALL_ROWS } from '../../../src/domain/model/indicatorRows';
import type { Better } from '../../../src/domain/model/records';
import { dataset, type Fact, indicator } from '../factory';

type YearFact = Omit<Fact, 'in'> & Partial<Pick<Fact, 'in'>>;

/** The rows of a comparison of counties in 2020; what is of another year is among them and doesn't fit. */
function rowsOf(better: Better, facts: readonly YearFact[]): DrawnRows {
  const rate = indicator({ id: 'x', better, decimals: 1 });
  const data = dataset({ indicators: [rate], facts: facts.map((fact) => ({ in: '2020', ...fact })) });
  return comparedPlaces(data, { indicator: 'x', period: '2020', showUnfit: true }, ALL_ROWS)!.columns;
}

/** By place its rank among how many, `1=/3` where another has the same. */
function ranksOf(rows: DrawnRows): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: rows.length }, (_, row) => {
      const found = rows.rankOf(row);
      return [rows.placeOf(row).name, found ? `${found.rank}${found.tied ? '=' : ''}/${found.of}` : '无'];
    })
  );
}

describe('the rank of one row', () => {
  const three = [
    { at: '甲县', value: 90 },
    { at: '乙县', value: 95 },
    { at: '丙县', value: 80 }
  ];

  it('goes by the better figure, the higher one where neither is the better', () => {
    expect(ranksOf(rowsOf('高', three))).toEqual({ 甲县: '2/3', 乙县: '1/3', 丙县: '3/3' });
    expect(ranksOf(rowsOf('低', three))).toEqual({ 甲县: '2/3', 乙县: '3/3', 丙县: '1/3' });
    expect(ranksOf(rowsOf('不评价', three))).toEqual({ 甲县: '2/3', 乙县: '1/3', 丙县: '3/3' });
  });

  it('is shared by figures that are printed alike', () => {
    const facts = [...three, { at: '丁县', value: 94.96 }];
    expect(ranksOf(rowsOf('高', facts))).toEqual({ 甲县: '3/4', 乙县: '1=/4', 丙县: '4/4', 丁县: '1=/4' });
  });

  it('is none of a bound, nor of what does not fit, and neither counts', () => {
    const facts: YearFact[] = [
      ...three,
      { at: '丁县', value: 99, qualifier: '≥' },
      { at: '戊县', value: 97, in: '2019' }
    ];
    expect(ranksOf(rowsOf('高', facts))).toEqual({ 甲县: '2/3', 乙县: '1/3', 丙县: '3/3', 丁县: '无', 戊县: '无' });
  });

  it('is the first of one', () => {
    expect(ranksOf(rowsOf('低', [{ at: '甲县', value: 0 }]))).toEqual({ 甲县: '1/1' });
  });

  it('is that of all ranks together', () => {
    const fact = fc.record({
      at: fc.constantFrom('甲县', '乙县', '丙县', '丁县', '戊县', '己县'),
      value: fc.integer({ min: -3, max: 3 }).map((n) => n / 20),
      qualifier: fc.constantFrom('' as const, '' as const, '≈' as const, '≥' as const),
      in: fc.constantFrom('2020', '2020', '2019')
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(fact, { selector: ({ at }) => at }),
        fc.constantFrom('高' as const, '低' as const, '不评价' as const),
        (facts, better) => {
          const rows = rowsOf(better, facts);
          const of = rows.ranks.rank.length;
          for (let row = 0; row < rows.length; row += 1) {
            const { rank, tied } = rows.at(row);
            expect(rows.rankOf(row)).toEqual(rank === null ? null : { rank, of, tied });
          }
        }
      )
    );
  });
});
