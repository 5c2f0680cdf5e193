import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../../src/domain/contribution/pairs';
import type { Place } from '../../../src/domain/model/records';
import { count, dataset, type Fact, place, unit } from '../factory';

const VISITS = count({ id: 'visits' });
const CITY = place('某市', { level: '地市' });
const both = (at: string): Fact[] => [
  { of: 'visits', at, in: '2023', value: 100 },
  { of: 'visits', at, in: '2024', value: 120 }
];

/** The units of 某市 for 2024 held against 2023, and those without a pair. */
function ask(units: readonly Place[], facts: readonly Fact[], asked?: string) {
  const data = dataset({ indicators: [VISITS], places: [CITY, ...units], facts: [...facts] });
  const indicator = data.indicators.find(({ id }) => id === 'visits')!;
  const at = data.places.find(({ id }) => id === '某市')!;
  const found = pairsOf(data, { indicator, place: at, against: { base: 'year' }, asked });
  return {
    ...found,
    names: found.units.map((pair) => pair.place.name),
    without: found.absent.map((one) => `${one.place.name}：${one.reason}`)
  };
}

describe('the units between which a change is split', () => {
  const county = (name: string, fields: Partial<Place> = {}) => place(name, { parent: '某市', ...fields });

  it('are those that were there on a day at least of one of the two periods', () => {
    const units = [
      county('甲县'),
      // Founded on the last day of 2024, and the day after.
      county('乙县', { validFrom: '2024-12-31' }),
      county('丙县', { validFrom: '2025-01-01' }),
      // Dissolved on the first day of 2023, and the day before.
      county('丁县', { validTo: '2023-01-01' }),
      county('戊县', { validTo: '2022-12-31' })
    ];
    const { names, without } = ask(units, both('甲县'));
    expect(names).toEqual(['甲县']);
    expect(without).toEqual(['乙县：这一期没有数', '丁县：这一期没有数']);
  });

  it('have a pair where both figures are there, 0 among them', () => {
    const zero: Fact[] = [
      { of: 'visits', at: '乙县', in: '2023', value: 0 },
      { of: 'visits', at: '乙县', in: '2024', value: 0 }
    ];
    const { units } = ask([county('甲县'), county('乙县')], [...both('甲县'), ...zero]);
    expect(units.map(({ before, now }) => [before.value, now.value])).toEqual([
      [100, 120],
      [0, 0]
    ]);
  });

  it('are of the period asked for, even where nobody has two figures in it', () => {
    const { period, names, without } = ask([county('甲县')], both('甲县'), '2023');
    expect(period?.text).toBe('2023');
    expect(names).toEqual([]);
    expect(without).toEqual(['甲县：2022年没有数']);
    const { absent } = ask([county('甲县')], both('甲县'), '2023');
    expect(absent[0]!.evidence).toMatchObject({ value: 100 });
  });

  it('are said to be none, or to have no two figures', () => {
    expect(ask([], []).reason).toBe('没有所属地区或单位报这项指标');
    expect(ask([county('甲县')], both('甲县').slice(1)).reason).toBe('所属地区和单位没有两期都有的确数，拆不到各单位');
  });

  it('are its own organisations before those of its areas, and areas before either', () => {
    const [own, below] = [unit('市医院', '某市'), unit('县医院', '甲县')];
    expect(ask([county('甲县'), own, below], [...both('市医院'), ...both('县医院')]).names).toEqual(['市医院']);
    expect(ask([county('甲县'), own, below], both('县医院')).names).toEqual(['县医院']);
    expect(ask([county('甲县'), own, below], [...both('甲县'), ...both('市医院')]).names).toEqual(['甲县']);
  });
});
