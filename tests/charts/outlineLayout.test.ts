import { describe, expect, it } from 'vitest';
import { areaMap } from '../../src/charts/areaMap';
import { outlineLayout, roomFor } from '../../src/charts/outlineLayout';
import { crossings, type Ring } from '../../src/charts/polygon';
import { placeMap } from '../../src/domain/atlas/placeMap';
import { DEFAULT_RULE } from '../../src/domain/lights/rule';
import type { Dataset } from '../../src/domain/model/dataset';
import { dataset, indicator, place } from '../domain/factory';
import { render } from './render';

const square = (x: number, y: number): Ring => [
  [x, y],
  [x + 1000, y],
  [x + 1000, y + 1000],
  [x, y + 1000]
];
const plain = dataset({
  indicators: [indicator({ name: '合格率' })],
  places: [place('甲县'), place('乙县', { code: '900102' }), place('丙县')],
  facts: [
    { at: '甲县', in: '2024', value: 90 },
    { at: '乙县', in: '2024', value: 70 },
    { at: '丙县', in: '2024', value: 80 }
  ]
});
const data: Dataset = Object.assign(Object.create(plain) as Dataset, {
  boundaries: {
    approval: '虚构S（2024）001号',
    width: 4000,
    height: 2000,
    shapes: [
      { key: '甲县', rings: [square(0, 0)] },
      { key: '900102', rings: [square(1000, 0)] },
      { key: '900109', rings: [square(3000, 1000)] },
      { key: '', rings: [square(2000, 1000)] }
    ]
  }
});
const map = placeMap(data, {
  indicator: '合格率',
  places: [],
  includeOrganisations: false,
  perHead: false,
  rule: DEFAULT_RULE
})!;

describe('a map of outlines', () => {
  it('matches places by id and by code, names who has none, and keeps the rest of the map', () => {
    if (map.ground.form !== 'map') throw new Error('no map');
    expect(map.items.map(({ place: { name }, at }) => [name, at])).toEqual([
      ['甲县', 1],
      ['乙县', 0]
    ]);
    expect(map.unplaced.map(({ place: { name }, reason }) => [name, reason])).toEqual([
      ['丙县', 'map.json 里没有它的边界']
    ]);
    expect(map.ground.others.map(({ key }) => key)).toEqual(['900109', '']);
    expect(map.notes.map(({ text }) => text).slice(1)).toEqual([
      '审图号：虚构S（2024）001号。边界由本单位提供。',
      'map.json 里的900109对不上地区的编号或代码，只画边界。',
      '丙县没有边界，没有画，数在数据表里。'
    ]);
  });

  it('prints the approval number in the picture, in more lines where it is narrow', () => {
    if (map.ground.form !== 'map') throw new Error('no map');
    const layout = outlineLayout(map.ground, map.items, 1);
    expect(render((context) => areaMap(map, context, layout)).texts).toEqual(
      expect.arrayContaining(['甲县', '90', '乙县', '70', '审图号：虚构S（2024）001号'])
    );
    const narrow = render((context) => areaMap(map, context, layout), 120).texts.join('');
    expect(narrow).toContain('审图号：');
    expect(narrow).toContain('001号');
    const { svg } = render((context) => areaMap(map, context, layout));
    expect(/<text[^>]*>审图号/.exec(svg)![0]).not.toContain('opacity="0"');
  });

  it('is drawn to scale: as wide as high, whatever the room', () => {
    if (map.ground.form !== 'map') throw new Error('no map');
    const layout = outlineLayout(map.ground, map.items, 1);
    const [jia, yi] = layout.areas({ left: 0, top: 0, width: 900, height: 200 });
    // 2,000 high in 200 px: a tenth; 400 wide in the middle of 900.
    expect(jia!.rings[0]![0]).toEqual([250, 0]);
    expect(yi!.rings[0]![2]).toEqual([450, 100]);
  });
});

describe('room for words in an area', () => {
  const L: Ring = [
    [0, 0],
    [10, 0],
    [10, 40],
    [60, 40],
    [60, 60],
    [0, 60]
  ];
  it('lies where the lines through it are longest inside', () => {
    expect(crossings([L], 20)).toEqual([[0, 10]]);
    expect(crossings([L], 50)).toEqual([[0, 60]]);
    const { left, top, width, height } = roomFor([L], 10);
    expect([left, width, height]).toEqual([0, 60, 10]);
    expect(top).toBeGreaterThanOrEqual(40);
    expect(top + height).toBeLessThanOrEqual(60);
  });
});
