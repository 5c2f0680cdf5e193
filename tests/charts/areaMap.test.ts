import { describe, expect, it } from 'vitest';
import { tileLayout } from '../../src/charts/tileLayout';
import { areaMap } from '../../src/charts/areaMap';
import { SHADES } from '../../src/charts/shades';
import { palette, type RenderContext } from '../../src/charts/theme';
import { placeMap } from '../../src/domain/atlas/placeMap';
import { DEFAULT_RULE } from '../../src/domain/lights/rule';
import { dataset, indicator, place } from '../domain/factory';
import { render } from './render';

const at = (name: string, gridColumn: number, gridRow: number) => place(name, { gridColumn, gridRow });
const data = dataset({
  indicators: [indicator({ name: '合格率' })],
  places: [at('甲县', 2, 5), at('乙县', 3, 5), at('丙县', 2, 6), at('丁县', 3, 6)],
  facts: [
    { at: '甲县', in: '2024', value: 90, note: '年中换了系统' },
    { at: '乙县', in: '2024', value: 70 },
    { at: '丙县', in: '2024', value: 95, qualifier: '≥' }
  ]
});
const map = placeMap(data, {
  indicator: '合格率',
  places: [],
  includeOrganisations: false,
  perHead: false,
  focus: '甲县',
  rule: DEFAULT_RULE
})!;

function tileGrid(shown: typeof map, context: RenderContext) {
  if (shown.ground.form !== 'tiles') throw new Error('no tiles');
  return areaMap(shown, context, tileLayout(shown.ground, shown.items, context.scale));
}

interface Mark {
  value: [number, number];
  symbol: string;
  symbolSize: number;
  itemStyle: { color: string; borderColor: string; borderType: string; opacity: number };
  label: { show: boolean; formatter: string };
}

function marks(width: number, spotlight?: string): Mark[] {
  const { option } = tileGrid(map, { width, scale: 1, ...(spotlight === undefined ? {} : { spotlight }) });
  return (option.series as { data: Mark[] }[])[0]!.data;
}

describe('a grid of tiles', () => {
  it('begins at the first column and row that are used, tiles of one size', () => {
    // The own place is painted last.
    const [yi, bing, ding, jia] = marks(900);
    expect([jia!.value[1], bing!.value[1]]).toEqual([yi!.value[1], ding!.value[1]]);
    expect([jia!.value[0], yi!.value[0]]).toEqual([bing!.value[0], ding!.value[0]]);
    expect(new Set([jia, yi, bing, ding].map((mark) => mark!.symbolSize)).size).toBe(1);
  });

  it('shades the classes, leaves a bound empty and hatches what has no number', () => {
    const [yi, bing, ding, jia] = marks(900);
    expect([yi, bing, ding, jia].map((mark) => mark!.itemStyle.color)).toEqual([
      SHADES[0],
      palette.ground,
      palette.ground,
      SHADES[4]
    ]);
    expect(bing!.itemStyle.borderType).toBe('dashed');
    const strokes = (mark: Mark | undefined) => mark!.symbol.split('M').length - 2;
    expect([strokes(bing), strokes(yi)]).toEqual([0, 0]);
    expect(strokes(ding)).toBeGreaterThan(10);
  });

  it('writes name and number on each, and the key above', () => {
    const { texts } = render((context) => tileGrid(map, context));
    expect(texts).toEqual(
      expect.arrayContaining(['甲县', '90', '乙县', '70', '丙县', '≥95', '丁县', '无数据', '70（1个）', '90（1个）'])
    );
    expect(texts).toEqual(expect.arrayContaining(['不是确数（1个）', '无数据或不列入（1个）']));
  });

  it('keeps the name alone, then nothing, where there is no room', () => {
    const words = (width: number) => marks(width).map(({ label }) => (label.show ? label.formatter : ''));
    expect(words(900)[0]).toBe('乙县\n70');
    expect(words(40)[0]).toBe('');
  });

  it('dims all but the place in the spotlight', () => {
    expect(marks(900, '甲县').map(({ itemStyle, label }) => [itemStyle.opacity, label.formatter])).toEqual([
      [0.3, '乙县'],
      [0.3, '丙县'],
      [0.3, '丁县'],
      [1, '甲县\n90']
    ]);
  });

  it('tells of each place its number, rank, class and remark, and leads to where it stands', () => {
    const drawing = tileGrid(map, { width: 900, scale: 1 });
    expect(drawing.tip!({ seriesId: 'areas', dataIndex: 3 })).toEqual([
      '甲县  90%',
      '2024年',
      '第1',
      '档：90',
      '年中换了系统',
      '来源：甲报告（A级）第1行'
    ]);
    expect(drawing.tip!({ seriesId: 'areas', dataIndex: 2 })).toEqual(['丁县  无数据', '报告未写']);
    expect(drawing.tip!({ seriesId: 'key', dataIndex: 0 })).toEqual([]);
    expect(drawing.sources!({ seriesId: 'areas', dataIndex: 3 })).toHaveLength(1);
    expect(drawing.sources!({ seriesId: 'areas', dataIndex: 2 })).toEqual([]);
  });

  it('lets the keyboard go from the left above to the right below', () => {
    const drawing = tileGrid(map, { width: 900, scale: 1 });
    expect(drawing.marks!.map(({ dataIndex }) => dataIndex)).toEqual([3, 0, 1, 2]);
  });
});
