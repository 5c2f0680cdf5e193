import { describe, expect, it } from 'vitest';
import type { Drawing, DrawingBuilder } from '../../src/charts/drawing';
import { withStrokes } from '../../src/charts/strokes';

const build: DrawingBuilder = () => ({
  height: 100,
  option: {
    series: [
      {
        type: 'bar',
        barWidth: 10,
        label: { fontSize: 13 },
        itemStyle: { borderWidth: 2, borderType: [6, 4], decal: { dashArrayX: [1, 0], dashArrayY: [2, 5] } },
        data: [{ value: 96.2 }],
        markLine: { lineStyle: { width: 1.5, type: [5, 4] }, data: [{ xAxis: 90 }] }
      },
      { type: 'line', lineStyle: { width: 6 }, markLine: { lineStyle: { type: [5, 4] } } }
    ]
  } as Drawing['option']
});
const drawn = (factor: number) => withStrokes(build, factor)({ width: 800, scale: 1 }).option;

describe('withStrokes(build, factor)', () => {
  it('makes borders, dashes and hatching stronger, and no number, bar or letter', () => {
    expect(drawn(2)).toEqual({
      series: [
        {
          type: 'bar',
          barWidth: 10,
          label: { fontSize: 13 },
          itemStyle: { borderWidth: 4, borderType: [12, 8], decal: { dashArrayX: [2, 0], dashArrayY: [4, 10] } },
          data: [{ value: 96.2 }],
          markLine: { lineStyle: { width: 3, type: [10, 8] }, data: [{ xAxis: 90 }] }
        },
        // A whole line has its width from its builder; a dashed one without a width is one px wide.
        { type: 'line', lineStyle: { width: 6 }, markLine: { lineStyle: { width: 2, type: [10, 8] } } }
      ]
    });
  });

  it('changes nothing at 1 and below', () => {
    expect(withStrokes(build, 1)).toBe(build);
    expect(withStrokes(build, 0.4)).toBe(build);
  });
});
