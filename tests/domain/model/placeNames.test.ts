import { describe, expect, it } from 'vitest';
import { distinctNames } from '../../../src/domain/model/placeNames';
import { place, unit } from '../factory';

const names = (...places: Parameters<typeof distinctNames>[0]) => distinctNames(places).map((p) => p.name);

describe('distinctNames(places)', () => {
  const nanjing = place('南京市', { id: 'nj' });
  const fuzhou = place('福州市', { id: 'fz' });

  it('gives a name that repeats its parent’s, and leaves the others', () => {
    const places = [
      nanjing,
      fuzhou,
      place('鼓楼区', { id: 'a', parent: 'nj' }),
      place('鼓楼区', { id: 'b', parent: 'fz' }),
      place('玄武区', { id: 'c', parent: 'nj' })
    ];
    expect(names(...places)).toEqual(['南京市', '福州市', '南京市鼓楼区', '福州市鼓楼区', '玄武区']);
    // What needs no other name is the same record.
    expect(distinctNames(places)[4]).toBe(places[4]);
  });

  it('goes on to the parent’s parent, and to the code where there is none', () => {
    const jiangsu = place('江苏省', { id: 'js' });
    const anhui = place('安徽省', { id: 'ah' });
    const cities = [place('某市', { id: 'm1', parent: 'js' }), place('某市', { id: 'm2', parent: 'ah' })];
    const offices = [unit('中心', 'm1'), unit('中心', 'm2')].map((p, i) => ({ ...p, id: `o${i}` }));
    expect(names(jiangsu, anhui, ...cities, ...offices).slice(2)).toEqual([
      '江苏省某市',
      '安徽省某市',
      '江苏省某市中心',
      '安徽省某市中心'
    ]);
    expect(names(place('甲区', { id: 'x', code: '320106' }), place('甲区', { id: 'y' }))).toEqual([
      '甲区（320106）',
      '甲区（y）'
    ]);
  });

  it('comes to an end with places that are each other’s parent', () => {
    expect(names(place('乙', { id: '1', parent: '2' }), place('乙', { id: '2', parent: '1' }))).toHaveLength(2);
  });
});
