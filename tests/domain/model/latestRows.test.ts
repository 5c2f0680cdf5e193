/** What is stored of the latest of each place answers as all rows do, whatever stands in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedRows } from '../../../src/domain/compare/comparedRows';
import type { ComparedRows } from '../../../src/domain/compare/comparison';
import type { Dataset } from '../../../src/domain/model/dataset';
import { latestRows, LATEST_ROWS, reportingPlaces } from '../../../src/domain/model/latestRows';
import { MEASURES } from '../../../src/domain/model/records';
import { periodWithin } from '../../../src/domain/scorecard/scorecard';
import { inBlocks } from '../../fixtures/inBlocks';
import { count, dataset, type Fact, indicator, period, place, source, unit } from '../factory';

const RATE = indicator({ id: 'rate', name: '率' });
const CASES = count({ id: 'cases', name: '人次' });
const PLACES = ['甲县', '乙县', '丙县', '县医院'];
const PERIODS = ['2023', '2024', '2024-H1', '2024-Q2', '2024-05', '2024-06', '2024-01/2024-06', '2024-06-30'];

const rows = fc.array(
  fc.record({
    of: fc.constantFrom(RATE.id, CASES.id),
    at: fc.constantFrom(...PLACES),
    in: fc.constantFrom(...PERIODS),
    value: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }),
    measure: fc.constantFrom(...Array.from({ length: 12 }, () => '数值' as const), ...MEASURES),
    source: fc.constantFrom('甲', '乙'),
    status: fc.constantFrom('实际' as const, '实际' as const, '存疑' as const),
    part: fc.constantFrom('', '', '', '', '女', '男')
  }),
  { maxLength: 40 }
);

function data(facts: readonly Fact[]) {
  return dataset({
    indicators: [RATE, CASES],
    places: [...PLACES.slice(0, 3).map((id) => place(id)), unit('县医院', '甲县')],
    sources: [source('甲', { grade: 'B' }), source('乙')],
    facts
  });
}

const told = (answer: ComparedRows | undefined) =>
  answer && {
    rows: answer.rows.map((row) => ({
      ...{ place: row.place.id, text: row.text, rank: row.rank, reason: row.reason },
      rows: [...row.witnesses, ...row.conflicts].map(({ index, row: line }) => [index, line])
    })),
    excluded: answer.excluded.map(({ place: at, reason, observation }) => [at.id, reason, observation.index]),
    missing: answer.missing.map(({ place: at, reason, evidence }) => [at.id, reason, evidence?.index])
  };

describe('the latest of each place, stored with a pack', () => {
  it('answers what all rows answer: the latest, one period, who reports, which period of a time', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(undefined, ...PERIODS), fc.boolean(), (facts, wanted, showUnfit) => {
        const whole = data(facts);
        const [plain, packed] = [inBlocks(whole, 1), inBlocks(whole, 1, true)];
        const agree = (ask: (all: Dataset) => unknown) =>
          expect(packed.answer(ask).value).toEqual(plain.answer(ask).value);
        for (const { id } of whole.indicators) {
          const query = { indicator: id, showUnfit, includeOrganisations: true };
          agree((all) => told(comparedRows(all, wanted === undefined ? query : { ...query, period: wanted })));
          agree((all) => reportingPlaces(all, id).map((one) => one.id));
          const within = period(wanted ?? '2024');
          agree((all) => periodWithin(all, all.indicator(id)!, within, new Set(PLACES))?.text);
        }
      })
    );
  });

  const months = ['甲县', '乙县'].flatMap((at) =>
    ['2024-05', '2024-06'].map((month) => ({ of: RATE.id, at, in: month, value: 1 }))
  );

  it('is read alone where nothing asked for lies behind it', () => {
    const packed = inBlocks(data(months), 1, true);
    const loaded = (wanted: string | undefined) =>
      packed.answer((all) => LATEST_ROWS.index(all, RATE.id, wanted === undefined ? [] : [period(wanted)])).loaded;
    expect(loaded(undefined)).toEqual(['latestRows']);
    expect(loaded('2024-06')).toEqual([]);
    expect(loaded('2024')).toEqual([]);
    expect(loaded('2024-05')).toEqual([RATE.id]);
  });

  it('has one row a place and span of a number, and of a place without one why it has none', () => {
    const whole = data([
      ...months,
      { of: RATE.id, at: '乙县', in: '2023', value: 2 },
      { of: RATE.id, at: '乙县', in: '2024', value: 3 },
      { of: RATE.id, at: '丙县', in: '2023', value: null, status: '未报' },
      { of: RATE.id, at: '丙县', in: '2024', value: null, status: '缺字' },
      { of: RATE.id, at: '丙县', in: '2024', value: 4, part: '女' },
      { of: RATE.id, at: '丙县', in: '2023', value: 5, part: '女' },
      { of: RATE.id, at: '甲县', in: '2024', value: null, status: '缺字' }
    ]);
    const [block] = whole.blocks();
    const said = latestRows(whole, block!, RATE.id).map((row) => {
      const one = whole.observation(block!.indexOf(row));
      return [one.place.id, one.period.text, one.part, one.value];
    });
    expect(said).toEqual([
      ['甲县', '2024-06', '', 1],
      ['乙县', '2024', '', 3],
      ['乙县', '2024-06', '', 1],
      ['丙县', '2024', '', null],
      ['丙县', '2024', '女', 4]
    ]);
  });
});
