import { describe, expect, it } from 'vitest';
import { placeNumbers } from '../../../src/domain/model/placeNumbers';
import { dataset, indicator, place, source, type Fact } from '../factory';

const RATE = indicator({ id: 'rate' });
const PLACES = ['甲县', '乙县', '丙县'];
const made = (facts: readonly Fact[]) =>
  dataset({
    indicators: [RATE],
    places: PLACES.map((id) => place(id)),
    sources: [source('甲'), source('乙', { grade: 'C' }), source('丙')],
    facts: facts.map((fact) => ({ of: 'rate', ...fact }))
  });
const ask = (facts: readonly Fact[], asked = [1, 1, 1]) => placeNumbers(made(facts), RATE, Uint8Array.from(asked))!;

describe('placeNumbers(dataset, indicator, asked)', () => {
  it('counts periods and not reports, and knows the latest wherever it stands in the file', () => {
    const numbers = ask([
      { at: '甲县', in: '2021', value: 2 },
      { at: '甲县', in: '2022', value: 3 },
      { at: '甲县', in: '2020', value: 1 },
      { at: '甲县', in: '2020', value: 1, source: '乙' },
      { at: '乙县', in: '2022', value: null, status: '缺字' },
      { at: '丙县', in: '2022', value: 7, part: '男' },
      { at: '丙县', in: '2022', value: 8, measure: '同比(%)' }
    ]);
    expect([...numbers.periods]).toEqual([3, 0, 0]);
    expect(numbers.latestAt(0).value).toBe(3);
    expect(numbers.factsAt(place('甲县')).map(({ observation }) => observation.value)).toEqual([3, 2, 1]);
  });

  it('has the better report speak for the latest period where several state it', () => {
    const numbers = ask([
      { at: '甲县', in: '2021', value: 5 },
      { at: '甲县', in: '2022', value: 3, source: '乙' },
      { at: '甲县', in: '2022', value: 4 }
    ]);
    expect([numbers.periods[0], numbers.latestAt(0).value]).toEqual([2, 4]);
  });

  it('forgets that an earlier period was stated twice once a later one comes', () => {
    const numbers = ask([
      { at: '甲县', in: '2021', value: 5 },
      { at: '甲县', in: '2021', value: 6, source: '乙' },
      { at: '甲县', in: '2022', value: 3 }
    ]);
    expect(numbers.latestAt(0).value).toBe(3);
  });

  it('names the sources of the places asked for', () => {
    const numbers = ask(
      [
        { at: '甲县', in: '2021', value: 5, source: '丙' },
        { at: '乙县', in: '2021', value: 5, source: '乙' }
      ],
      [1, 0, 0]
    );
    expect([...numbers.sources]).toEqual([0, 0, 1]);
  });

  it('tells more than 32 periods apart', () => {
    const months = Array.from({ length: 40 }, (_, i) => `20${20 + Math.floor(i / 12)}-${`0${(i % 12) + 1}`.slice(-2)}`);
    const numbers = ask(months.map((month, i) => ({ at: '丙县', in: month, value: i })));
    expect([numbers.periods[2], numbers.latestAt(2).value]).toEqual([40, 39]);
  });
});
