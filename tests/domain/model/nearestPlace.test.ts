import { describe, expect, it } from 'vitest';
import { nearestPlace } from '../../../src/domain/model/nearestPlace';
import { dataset, place, unit } from '../factory';

const data = dataset({
  places: [
    place('某市', { level: '地市' }),
    place('甲县', { parent: '某市' }),
    place('乙县', { parent: '某市' }),
    unit('一院', '甲县'),
    place('外县')
  ]
});
const nearest = (of: string, ...having: string[]) =>
  nearestPlace(data, data.place(of)!, ({ id }) => having.includes(id))?.name;

describe('nearestPlace(dataset, place, has)', () => {
  it('goes up first, then down, then beside, then anywhere', () => {
    expect(nearest('一院', '某市', '甲县', '乙县')).toBe('甲县');
    expect(nearest('一院', '某市', '乙县')).toBe('某市');
    expect(nearest('甲县', '乙县', '一院')).toBe('一院');
    expect(nearest('甲县', '外县', '乙县')).toBe('乙县');
    expect(nearest('甲县', '外县')).toBe('外县');
  });

  it('looks further down, and beside the area above, before it goes elsewhere', () => {
    const country = dataset({
      places: [
        place('外省', { level: '省' }),
        place('某省', { level: '省' }),
        place('某市', { level: '地市', parent: '某省' }),
        place('邻市', { level: '地市', parent: '某省' }),
        place('甲县', { parent: '某市' }),
        place('丙县', { parent: '邻市' })
      ]
    });
    const of = (id: string, ...having: string[]) =>
      nearestPlace(country, country.place(id)!, (one) => having.includes(one.id))?.name;
    expect(of('某省', '外省', '甲县')).toBe('甲县');
    expect(of('甲县', '外省', '丙县')).toBe('丙县');
  });

  it('is undefined where no other place has anything', () => {
    expect(nearest('甲县', '甲县')).toBeUndefined();
  });

  it('ends where places lie in each other', () => {
    const round = dataset({ places: [place('甲', { parent: '乙' }), place('乙', { parent: '甲' })] });
    expect(nearestPlace(round, round.place('甲')!, () => false)).toBeUndefined();
  });
});
