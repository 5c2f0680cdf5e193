/** A comparison chooses by place and period before any fact is made; what it says is what it would say of all facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsEqualSpans, spanReason } from '../../../src/domain/compare/comparability';
import { compare } from '../../../src/domain/compare/compare';
import { comparedPeriods } from '../../../src/domain/compare/comparedRows';
import type { CompareQuery } from '../../../src/domain/compare/comparison';
import type { Dataset } from '../../../src/domain/model/dataset';
import { type Fact, valueFacts } from '../../../src/domain/model/facts';
import { latestFirst, periodCounts, sameSpan, spanKey } from '../../../src/domain/time/period';
import { periodLabel } from '../../../src/domain/time/periodLabel';
import { count, dataset, type Fact as Row, indicator, source, unit } from '../factory';

const KINDS = [indicator({ id: 'x', name: '率' }), count({ id: 'x', name: '人次' }), indicator({ id: 'x', unit: '‰' })];
const NAMES = ['甲县', '乙县', '丙县', '丁县', '县医院'];
const PERIODS = ['2023', '2024', '2023-H1', '2024-H1', '2024-05', '2024-06', '2024-01/2024-06', '2024-06-30'];

const row = fc.record({
  at: fc.constantFrom(...NAMES),
  in: fc.constantFrom(...PERIODS),
  value: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 8 }),
  measure: fc.constantFrom('数值' as const, '数值' as const, '数值' as const, '同比(%)' as const, '位次' as const),
  source: fc.constantFrom('甲', '乙'),
  qualifier: fc.constantFrom('' as const, '' as const, '≈' as const, '≥' as const),
  status: fc.constantFrom('实际' as const, '实际' as const, '存疑' as const, '预计' as const),
  flags: fc.constantFrom('', '', '', '口径调整', '修订')
});

/** What is chosen of a place, read from all facts: the latest that fits, else the latest and why not. */
function chosen(facts: readonly Fact[], all: Dataset, { period }: CompareQuery) {
  const [of] = all.indicators;
  const lengths = [...new Set(facts.map((fact) => spanKey(fact.period)))].map((key) => {
    const those = facts.filter((fact) => spanKey(fact.period) === key);
    const [latest] = those.map((fact) => fact.period).sort(latestFirst);
    return { latest: latest!, places: new Set(those.map(({ place }) => place)).size };
  });
  lengths.sort((a, b) => b.places - a.places || latestFirst(a.latest, b.latest));
  const reference = needsEqualSpans(of!) ? lengths[0]?.latest : undefined;
  const why = (fact: Fact): string => {
    if (period)
      return fact.period.text === period
        ? ''
        : `时期为${periodLabel(fact.period)}，不是所选的${periodLabel(periodOf(period))}`;
    return !reference || sameSpan(fact.period, reference) ? '' : spanReason(fact.period, reference);
  };
  const periodOf = (text: string) => PERIOD_OF.get(text)!;
  const places = [...new Set(facts.map(({ place }) => place))];
  return places.map((place) => {
    const own = facts.filter((fact) => fact.place === place).sort((a, b) => latestFirst(a.period, b.period));
    const fact = own.find((one) => why(one) === '') ?? own[0]!;
    return { place: place.id, rows: rowsOf(fact), reason: why(fact) };
  });
}

const PERIOD_OF = new Map(
  valueFacts(dataset({ facts: PERIODS.map((text) => ({ at: '甲县', in: text, value: 1 })) }), '规范管理率').map(
    ({ period }) => [period.text, period]
  )
);
interface Stated {
  readonly witnesses: readonly { readonly index: number }[];
  readonly conflicts: readonly { readonly index: number }[];
}
const rowsOf = ({ witnesses, conflicts }: Stated) =>
  [witnesses, conflicts].map((list) => list.map(({ index }) => index));
const byPlace = (a: { readonly place: string }, b: { readonly place: string }) => (a.place < b.place ? -1 : 1);

describe('a comparison that makes the facts it chose alone', () => {
  it('takes what all facts would have it take, and leaves out the rest for the same reason, in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.constantFrom(...KINDS),
        fc.constantFrom(undefined, '2024', '2024-06', '2023-H1'),
        fc.boolean(),
        (facts: readonly Row[], of, period, includeOrganisations) => {
          const all = dataset({
            indicators: [of],
            places: [unit('县医院', '甲县')],
            sources: [source('甲', { grade: 'B' }), source('乙')],
            facts
          });
          const query: CompareQuery = { indicator: 'x', includeOrganisations, ...(period ? { period } : {}) };
          const full = valueFacts(all, 'x').filter(({ place }) => includeOrganisations || place.level !== '机构');
          const expected = chosen(full, all, query);
          const left = compare(all, query)!;
          const said = left.rows.map((r) => ({ place: r.place.id, rows: rowsOf(r), reason: r.reason }));
          expect(said.sort(byPlace)).toEqual(expected.filter(({ reason }) => reason === '').sort(byPlace));
          expect(left.excluded.map(({ place, reason }) => [place.id, reason])).toEqual(
            expected.filter(({ reason }) => reason !== '').map(({ place, reason }) => [place, reason])
          );
          expect(left.periods).toEqual(periodCounts(full));
          expect(comparedPeriods(all, query)).toEqual(periodCounts(full));
        }
      )
    );
  });
});
