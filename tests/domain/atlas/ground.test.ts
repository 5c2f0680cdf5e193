import { describe, expect, it } from 'vitest';
import { groundOf, mapForms } from '../../../src/domain/atlas/ground';
import { mapGaps } from '../../../src/domain/atlas/mapGaps';
import { placeMap, type MapQuery } from '../../../src/domain/atlas/placeMap';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import type { Outline, Shape } from '../../../src/domain/model/boundaries';
import { dataset, indicator, place, unit, type Small } from '../factory';

const ring = (x: number, y: number): Outline => [
  [x, y],
  [x + 5, y],
  [x, y + 5]
];
const mapOf = (...shapes: Shape[]) => ({ approval: 'GS（2024）1号', width: 100, height: 100, shapes });
const shape = (key: string, ...rings: Outline[]): Shape => ({ key, rings });

/** 甲县 is named by its id, 乙县 by its code and twice, 丙县 not at all. */
const SMALL: Small = {
  indicators: [indicator({ name: '合格率' })],
  places: [place('甲县', { code: '330225' }), place('乙县', { code: '330226' }), place('丙县')],
  facts: ['甲县', '乙县', '丙县'].map((at, i) => ({ at, in: '2024', value: 90 - i })),
  boundaries: mapOf(
    shape('甲县', ring(50, 10)),
    shape('330226', ring(60, 30)),
    shape('330226', ring(20, 10)),
    shape('999999', ring(0, 0)),
    shape('', ring(1, 1))
  )
};
const onMap = (small: Small) => {
  const ground = groundOf(dataset(small), 'map');
  if (ground.form !== 'map') throw new Error('no map');
  return ground;
};
const drawn = (small: Small, query: Partial<MapQuery> = {}) =>
  placeMap(dataset(small), {
    ...{
      indicator: '合格率',
      places: [],
      includeOrganisations: false,
      perHead: false,
      rule: DEFAULT_RULE,
      form: 'map'
    },
    ...query
  })!;

describe('the outlines of a map', () => {
  it('belong to the place that they name by its id, else by its code; several of one place go together', () => {
    const { shapes, others } = onMap(SMALL);
    expect([...shapes]).toEqual([
      ['甲县', [ring(50, 10)]],
      ['乙县', [ring(60, 30), ring(20, 10)]]
    ]);
    // 丙县 has no code: an outline without a name isn't its own.
    expect(others.map(({ key }) => key)).toEqual(['999999', '']);
  });

  it('that name an id which is another place’s code belong to the place of that id', () => {
    const places = [place('丁县', { code: '戊县' }), place('戊县')];
    const { shapes } = onMap({ ...SMALL, places, facts: [], boundaries: mapOf(shape('戊县', ring(0, 0))) });
    expect([...shapes.keys()]).toEqual(['戊县']);
  });

  it('are drawn from the northernmost on, of two as far north the western first', () => {
    // 甲县 and 乙县 begin at y = 10; 乙县 reaches to x = 20 by its second outline, 甲县 to 50.
    expect(drawn(SMALL).items.map((item) => item.place.name)).toEqual(['乙县', '甲县']);
    const north = { ...SMALL, boundaries: mapOf(shape('甲县', ring(50, 9)), shape('乙县', ring(20, 10))) };
    expect(drawn(north).items.map((item) => item.place.name)).toEqual(['甲县', '乙县']);
  });

  it('say whose approval they have, which of them are no place, and who has none', () => {
    const { notes, unplaced } = drawn(SMALL);
    expect(notes.map(({ text }) => text).slice(1)).toEqual([
      '审图号：GS（2024）1号。边界由本单位提供。',
      'map.json 里的999999对不上地区的编号或代码，只画边界。',
      '丙县没有边界，没有画，数在数据表里。'
    ]);
    expect(unplaced.map(({ place: { name }, reason }) => [name, reason])).toEqual([
      ['丙县', 'map.json 里没有它的边界']
    ]);
    const nameless = { ...SMALL, boundaries: mapOf(shape('甲县', ring(0, 0)), shape('', ring(1, 1))) };
    expect(drawn(nameless).notes.filter(({ text }) => text.startsWith('map.json'))).toEqual([]);
  });
});

describe('the form of a map', () => {
  const spots = [place('甲县', { gridColumn: 1, gridRow: 1 })];
  const outlined = mapOf(shape('甲县', ring(0, 0)));

  it('is what the dataset has, 地图 first; of both the one that is asked for', () => {
    const both = dataset({ ...SMALL, places: spots, boundaries: outlined });
    expect(mapForms(both)).toEqual(['map', 'tiles']);
    expect([groundOf(both, 'map').form, groundOf(both, 'tiles').form]).toEqual(['map', 'tiles']);
    const map = dataset(SMALL);
    expect(mapForms(map)).toEqual(['map']);
    expect(groundOf(map, 'tiles').form).toBe('map');
    const tiles = dataset({ indicators: SMALL.indicators!, places: spots });
    expect(mapForms(tiles)).toEqual(['tiles']);
    expect(groundOf(tiles, 'map').form).toBe('tiles');
  });

  it('without one asked for is 地图 where there is one', () => {
    const query = {
      ...{ indicator: '合格率', places: [], includeOrganisations: false, perHead: false },
      rule: DEFAULT_RULE
    };
    expect(placeMap(dataset({ ...SMALL, places: spots, boundaries: outlined }), query)!.ground.form).toBe('map');
    expect(placeMap(dataset({ ...SMALL, places: spots, boundaries: undefined }), query)!.ground.form).toBe('tiles');
  });
});

describe('where outlines and places don’t meet', () => {
  it('is told of outlines without a place, and of places with numbers of the levels that are drawn', () => {
    const gaps = mapGaps(
      dataset({
        ...SMALL,
        // 市 is no level of the map; 丁县 has no number; 一院 is drawn, which makes 机构 no level of it.
        places: [
          ...SMALL.places!,
          place('宁波市', { level: '地市' }),
          place('丁县'),
          unit('一院', '甲县'),
          unit('二院', '甲县')
        ],
        facts: [...SMALL.facts!, { at: '宁波市', in: '2024', value: 1 }, { at: '二院', in: '2024', value: 1 }],
        boundaries: mapOf(...SMALL.boundaries!.shapes, shape('一院', ring(3, 3)))
      })
    )!;
    expect(gaps.unknown).toEqual(['999999', '']);
    expect(gaps.without.map(({ name }) => name)).toEqual(['丙县']);
  });

  it('is nothing where no map is drawn', () => {
    expect(mapGaps(dataset({ ...SMALL, boundaries: undefined }))).toBeNull();
  });
});
