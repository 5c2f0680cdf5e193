/** What is found in the columns is what all facts of an indicator say, whatever stands in its rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFactSources,
  certainFacts,
  factCutoff,
  factPeriods,
  plainFacts
} from '../../../src/domain/model/factColumns';
import { factIndex } from '../../../src/domain/model/factIndex';
import { type Fact, hasNumber, isChange, valueFacts } from '../../../src/domain/model/facts';
import { insteadOfNumbers } from '../../../src/domain/model/insteadOfNumbers';
import { placesOf } from '../../../src/domain/model/placesOf';
import { MEASURES, type Source } from '../../../src/domain/model/records';
import { latestFirst, periodCounts } from '../../../src/domain/time/period';
import { inBlocks } from '../../fixtures/inBlocks';
import { count, dataset, type Fact as Row, indicator, period, source, unit } from '../factory';

const RATE = indicator({ name: '率' });
const CASES = count({ name: '人次' });
const PLACES = ['甲县', '乙县', '丙县', '县医院'];
const PERIODS = ['2023', '2024', '2024-H1', '2024-Q2', '2024-05', '2024-06', '2024-01/2024-06', '2024-06-30'];

const row = fc.record({
  of: fc.constantFrom(RATE.id, CASES.id),
  at: fc.constantFrom(...PLACES),
  in: fc.constantFrom(...PERIODS),
  value: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 8 }),
  measure: fc.constantFrom(...Array.from({ length: 12 }, () => '数值' as const), ...MEASURES),
  source: fc.constantFrom('甲', '乙'),
  status: fc.constantFrom('实际' as const, '实际' as const, '存疑' as const, '预计' as const),
  flags: fc.constantFrom('', '', '', '口径调整', '修订', '初步'),
  qualifier: fc.constantFrom('' as const, '' as const, '' as const, '≈' as const, '≥' as const),
  denominator: fc.constantFrom(undefined, 49, 50),
  part: fc.constantFrom('', '', '', '', '女')
});
const rows = fc.oneof(
  fc.array(row, { maxLength: 40 }),
  // Mostly one number a place and period, as tables of months have it.
  fc.uniqueArray(row, { maxLength: 40, selector: (r) => `${r.of} ${r.at} ${r.in}` })
);

function data(facts: readonly Row[]) {
  return dataset({
    indicators: [RATE, CASES],
    places: [unit('县医院', '甲县')],
    sources: [source('甲', { grade: 'B' }), source('乙')],
    facts
  });
}

const said = ({ place, period: when, observation, witnesses, conflicts }: Fact) => ({
  place: place.id,
  period: when.text,
  rows: [observation, ...witnesses, ...conflicts].map(({ index }) => index),
  same: witnesses.length
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('factIndex(dataset, indicator)', () => {
  it('has the facts of each place, the latest first, and makes them as they are made of all rows', () => {
    fc.assert(
      fc.property(rows, (facts) => {
        const all = data(facts);
        for (const { id } of all.indicators) {
          const full = valueFacts(all, id);
          const places = [...new Set(full.map(({ place }) => place))];
          const index = factIndex(all, id);
          expect(ids(index.places)).toEqual(ids(places));
          const found = index.places.map((_, at) => {
            const list: Fact[] = [];
            for (let i = index.latestOf(at); i < index.endOf(at); i += 1) list.push(index.fact(i));
            return list.map(said);
          });
          const expected = places.map((place) =>
            full
              .filter((fact) => fact.place === place)
              .sort((a, b) => latestFirst(a.period, b.period))
              .map(said)
          );
          expect(found).toEqual(expected);
        }
      })
    );
  });

  it('answers of single facts and of several what the facts say, without making them', () => {
    fc.assert(
      fc.property(rows, (facts) => {
        const all = data(facts);
        for (const { id } of all.indicators) {
          const index = factIndex(all, id);
          const every = index.places.flatMap((_, place) => {
            const [from, to] = [index.latestOf(place), index.endOf(place)];
            return Array.from({ length: to - from }, (__, i) => from + i);
          });
          const made = every.map((at) => index.fact(at));
          expect(every.map((at) => index.placeOf(at))).toEqual(made.map(({ place }) => place));
          expect(every.map((at) => index.valueOf(at))).toEqual(made.map(({ observation }) => observation.value));
          expect(every.map((at) => index.isBound(at))).toEqual(
            made.map(({ observation }) => ['≥', '≤', '>', '<'].includes(observation.qualifier))
          );
          expect(every.map(plainFacts(index))).toEqual(
            made.map(
              ({ observation: o, conflicts }) =>
                conflicts.length === 0 && o.status === '实际' && `${o.flags}${o.qualifier}` === '' && !o.smallBase
            )
          );
          expect(every.map(certainFacts(index))).toEqual(
            made.map(({ observation, conflicts }) => conflicts.length === 0 && observation.status === '实际')
          );
          const ends = made
            .filter(({ observation }) => observation.status !== '预计')
            .map(({ period: { end } }) => end);
          expect(factCutoff(index, every)).toBe(ends.sort().pop() ?? '');
          expect(new Set(factPeriods(index, every).map(({ text }) => text))).toEqual(
            new Set(made.map(({ period: { text } }) => text))
          );
          const stating = made.flatMap(({ witnesses, conflicts }) => [...witnesses, ...conflicts]);
          const known = new Set<Source>();
          addFactSources(index, every, known);
          expect(known).toEqual(new Set(stating.map(({ source: one }) => one)));
        }
      })
    );
  });

  it('counts the periods of some places, and names them', () => {
    fc.assert(
      fc.property(rows, fc.subarray(PLACES), (facts, chosen) => {
        const all = data(facts);
        const index = factIndex(all, RATE.id);
        const at = index.placesWhere(({ id }) => chosen.includes(id));
        const full = valueFacts(all, RATE.id).filter(({ place }) => chosen.includes(place.id));
        expect(index.periodCounts(at)).toEqual(periodCounts(full));
        const texts = (list: Iterable<Pick<Fact, 'place' | 'period'>>) =>
          Array.from(list, (fact) => `${fact.place.id} ${fact.period.text}`).sort();
        expect(texts(index.stated(at))).toEqual(texts(full));
      })
    );
  });

  it('is the same from blocks that are loaded for it, and asks for no other', () => {
    const facts = ['2023', '2024'].flatMap((when) =>
      ['甲县', '乙县'].flatMap((at): Row[] => [
        { of: RATE.id, at, in: when, value: 1 },
        { of: CASES.id, at, in: when, value: 2 }
      ])
    );
    const whole = data(facts);
    const { value, loaded } = inBlocks(whole, 3).answer((all) => factIndex(all, CASES.id).fact(0));
    expect(loaded).toEqual([CASES.id]);
    expect([value.place.id, value.period.text, value.observation.value, value.observation.row]).toEqual([
      '甲县',
      '2024',
      2,
      7
    ]);
  });

  it('has nothing of an unknown indicator or of one without a row, in a table and in blocks', () => {
    const whole = data([{ of: RATE.id, at: '甲县', in: '2024', value: 1 }]);
    const { dataset: packed } = inBlocks(whole, 1);
    for (const all of [whole, packed])
      for (const id of ['没有', CASES.id]) {
        const index = factIndex(all, id);
        expect([index.places, index.periodCounts([]), index.positionOf(all.places[0]!)]).toEqual([[], [], undefined]);
      }
  });
});

describe('positions in it', () => {
  const all = data([
    { at: '乙县', in: '2024-02-29', value: 3 },
    { at: '甲县', in: '2023', value: null, status: '未报' },
    { at: '甲县', in: '2024', value: 1, source: '甲' },
    { at: '乙县', in: '2024-02-28', value: 4 },
    { at: '甲县', in: '2024', value: 2, source: '乙' },
    { at: '乙县', in: '2025-02-28', value: 5 }
  ]);
  const index = factIndex(all, RATE.id);

  it('stand in the order in which the file first has a number of a place', () => {
    expect(ids(index.places)).toEqual(['乙县', '甲县']);
    expect(index.positionOf(all.place('甲县')!)).toBe(1);
    expect(index.positionOf(all.place('县医院')!)).toBeUndefined();
  });

  it('give the fact of several rows by the better report, and who says another number', () => {
    const fact = index.fact(index.latestOf(1));
    expect([fact.observation.value, fact.witnesses.length, fact.conflicts.map(({ value }) => value)]).toEqual([
      2,
      1,
      [1]
    ]);
    expect(index.endOf(1) - index.latestOf(1)).toBe(1);
  });

  it('find facts of some periods, of two the one that the file has first', () => {
    const found = index.factsIn(0, [period('2024-02-28'), period('2024-02-29')]);
    expect(found.map((at) => index.fact(at).observation.value)).toEqual([3, 4]);
    expect(index.factsIn(0, [period('2024')])).toEqual([]);
  });
});

describe('what stands in the place of numbers', () => {
  it('is the last hole and the last change of each place, as all rows have it', () => {
    fc.assert(
      fc.property(rows, (facts) => {
        const all = data(facts);
        const instead = insteadOfNumbers(all, RATE.id);
        for (const place of all.places) {
          const own = all.observationsIn(RATE.id, place.id);
          const holes = own.filter((o) => o.measure === '数值' && !hasNumber(o));
          const changes = own.filter(isChange);
          expect(instead.hole(place)?.index).toBe(holes[holes.length - 1]?.index);
          expect(instead.change(place)?.index).toBe(changes[changes.length - 1]?.index);
        }
      })
    );
  });

  it('is nothing of an unknown indicator', () => {
    const { dataset: packed } = inBlocks(data([{ at: '甲县', in: '2024', value: 1 }]), 1);
    const { hole, change } = insteadOfNumbers(packed, '没有');
    expect([hole(packed.places[0]!), change(packed.places[0]!)]).toEqual([undefined, undefined]);
  });
});

describe('placesOf(dataset, indicator, measure)', () => {
  it('names places in the order of the file, with a number or without, sub-groups aside', () => {
    const all = data([
      { at: '丙县', in: '2024', value: 1, part: '女' },
      { at: '乙县', in: '2024', value: null, status: '未报' },
      { at: '甲县', in: '2024', value: 9, measure: '位次' },
      { at: '甲县', in: '2024', value: 1 },
      { at: '乙县', in: '2023', value: 1 }
    ]);
    expect(ids(placesOf(all, RATE.id, '数值'))).toEqual(['乙县', '甲县']);
    expect(ids(placesOf(all, RATE.id, '位次'))).toEqual(['甲县']);
    expect(placesOf(inBlocks(all, 1).dataset, '没有', '数值')).toEqual([]);
  });
});
