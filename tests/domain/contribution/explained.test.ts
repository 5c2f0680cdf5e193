import { describe, expect, it } from 'vitest';
import { explainedPlaces } from '../../../src/domain/contribution/explained';
import { isSplit, splitPlaces } from '../../../src/domain/contribution/splitPlaces';
import { unitsOf } from '../../../src/domain/contribution/units';
import { count, dataset, type Fact, indicator, place, unit } from '../factory';

const VISITS = count({ id: 'visits' });
const DAYS = indicator({ id: 'days', name: '平均住院日', kind: '人均', unit: '天', better: '低' });
const years = (of: string, at: string, ...figures: readonly number[]): Fact[] =>
  figures.map((value, i) => ({ of, at, in: String(2024 - i), value }));
const data = dataset({
  indicators: [VISITS, DAYS],
  places: [
    place('某省', { level: '省' }),
    place('某市', { level: '地市', parent: '某省' }),
    ...['甲县', '乙县'].map((id) => place(id, { parent: '某市' })),
    place('某镇', { level: '乡镇', parent: '乙县' }),
    unit('一院', '甲县'),
    unit('二院', '乙县')
  ],
  facts: [
    ...years('visits', '甲县', 10, 9),
    ...years('visits', '乙县', 10, 9),
    ...years('visits', '一院', 5, 4),
    // One figure is no change.
    ...years('visits', '二院', 5),
    ...years('days', '甲县', 8, 9),
    ...years('days', '乙县', 8, 9)
  ]
});
const names = (places: readonly { readonly name: string }[]) => places.map(({ name }) => name);

describe('which places have a change that their units explain', () => {
  it('are those with a unit that has two figures, in the order of places.csv', () => {
    expect(names(explainedPlaces(data, 'visits'))).toEqual(['某市', '甲县']);
    expect(names(explainedPlaces(data, 'days'))).toEqual(['某市']);
    expect(explainedPlaces(data, '没有')).toEqual([]);
  });

  it('are a city too where only the hospitals of its counties have figures', () => {
    const hospitals = dataset({
      indicators: [VISITS],
      places: [
        place('某市'),
        place('甲县', { parent: '某市' }),
        unit('一院', '甲县'),
        place('某镇', { parent: '甲县' })
      ],
      facts: years('visits', '一院', 5, 4)
    });
    expect(names(explainedPlaces(hospitals, 'visits'))).toEqual(['某市', '甲县']);
    // A town is no unit of the city above its county.
    const town = dataset({
      indicators: [VISITS],
      places: [place('某市'), place('甲县', { parent: '某市' }), place('某镇', { level: '乡镇', parent: '甲县' })],
      facts: years('visits', '某镇', 5, 4)
    });
    expect(names(explainedPlaces(town, 'visits'))).toEqual(['甲县']);
  });

  it('of them can be split whose change adds up: no average without numerators, no single unit of who states nothing', () => {
    expect(names(splitPlaces(data, 'visits'))).toEqual(['某市', '甲县']);
    expect(splitPlaces(data, 'days')).toEqual([]);
    expect(isSplit(data, { indicator: 'visits', place: '甲县' })).toBe(true);
    expect(isSplit(data, { indicator: 'visits', place: '甲县', period: '2023' })).toBe(false);
    expect(isSplit(data, { indicator: 'visits', place: '乙县' })).toBe(false);
    expect(isSplit(data, { indicator: '没有', place: '乙县' })).toBe(false);
  });
});

describe('the units of a place', () => {
  const unitsWith = (at: string, ...having: readonly string[]) =>
    names(unitsOf(data, data.place(at)!, (one) => having.includes(one.name)));

  it('are all its areas as soon as one of them has it', () => {
    expect(unitsWith('某市', '甲县')).toEqual(['甲县', '乙县']);
    expect(unitsWith('某省', '某市')).toEqual(['某市']);
  });

  it('are else the organisations that have it, its own or its areas’, never the towns two levels down', () => {
    expect(unitsWith('乙县', '二院')).toEqual(['二院']);
    expect(unitsWith('某市', '二院')).toEqual(['二院']);
    expect(unitsWith('某市', '某镇')).toEqual([]);
    expect(unitsWith('某省', '二院')).toEqual([]);
  });
});
