import { describe, expect, it } from 'vitest';
import { areaShapes } from '../../../src/charts/office/areaShapes';
import { SHADES } from '../../../src/charts/shades';
import { palette } from '../../../src/charts/theme';
import { tileLayout } from '../../../src/charts/tileLayout';
import { placeMap } from '../../../src/domain/atlas/placeMap';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { dataset, indicator, place } from '../../domain/factory';

const at = (name: string, gridColumn: number, gridRow: number) => place(name, { gridColumn, gridRow });
const data = dataset({
  indicators: [indicator({ name: '合格率' })],
  places: [at('甲县', 2, 5), at('乙县', 3, 5), at('丙县', 2, 6), at('丁县', 3, 6)],
  facts: [
    { at: '甲县', in: '2024', value: 90 },
    { at: '乙县', in: '2024', value: 70 },
    { at: '丙县', in: '2024', value: 95, qualifier: '≥' }
  ]
});

describe('a map as shapes', () => {
  it('has tiles with name and number, shaded by class; bounds are bordered broken, what has no number is hatched', () => {
    const map = placeMap(data, {
      indicator: '合格率',
      places: [],
      includeOrganisations: false,
      perHead: false,
      focus: '甲县',
      rule: DEFAULT_RULE
    })!;
    if (map.ground.form !== 'tiles') throw new Error('no tiles');
    const { ground } = map;
    const { areas, key } = areaShapes(map, { width: 800, height: 400, scale: 1 }, (scale) =>
      tileLayout(ground, map.items, scale)
    );
    // The own place is the last: its border lies over its neighbours'.
    expect(areas.map(({ name }) => name)).toEqual(['乙县', '丙县', '丁县', '甲县']);
    expect(areas.map(({ words }) => words.lines)).toEqual([
      ['乙县', '70'],
      ['丙县', '≥95'],
      ['丁县', '无数据'],
      ['甲县', '90']
    ]);
    expect(areas.map(({ look }) => [look.fill, look.edge, look.isDashed, look.isHatched])).toEqual([
      [SHADES[0], palette.inkFaint, false, false],
      [palette.ground, palette.inkFaint, true, false],
      [palette.ground, palette.contextSoft, false, true],
      [SHADES[SHADES.length - 1], palette.ink, false, false]
    ]);
    expect(key.entries.map(({ text }) => text)).toEqual([
      '70（1个）',
      '90（1个）',
      '不是确数（1个）',
      '无数据或不列入（1个）'
    ]);
  });
});
