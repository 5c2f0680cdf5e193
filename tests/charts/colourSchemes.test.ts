import { describe, expect, it } from 'vitest';
import type { DrawingBuilder } from '../../src/charts/drawing';
import { colourIn, SCHEME_PALETTES, recolour } from '../../src/charts/colourSchemes';
import { contrast } from '../../src/domain/number/contrast';
import { SHADES } from '../../src/charts/shades';
import { categorical, palette } from '../../src/charts/theme';

const TEXT = ['ink', 'inkSoft', 'inkFaint', 'accent', 'clock', 'red', 'amber', 'green'] as const;
const MARKS = ['accentSoft', 'context'] as const;

describe.each(['light', 'contrast', 'dark'] as const)('the %s ground', (ground) => {
  const colours = SCHEME_PALETTES[ground];

  it.each(TEXT)('holds %s as text at 4.5 to 1', (name) => {
    expect(contrast(colours[name], colours.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('holds a warning on its wash at 4.5 to 1', () => {
    expect(contrast(colours.warnInk, colours.warnWash)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(categorical)('holds the line %s at 3 to 1', (colour) => {
    expect(contrast(colourIn(colour, ground), colours.ground)).toBeGreaterThanOrEqual(3);
  });

  it('holds ink on every shade of a map at 4.5 to 1, and the shades apart in their order', () => {
    const shades = SHADES.map((shade) => colourIn(shade, ground));
    for (const shade of shades) expect(contrast(colours.ink, shade), shade).toBeGreaterThanOrEqual(4.5);
    const away = shades.map((shade) => contrast(shade, colours.ground));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    expect(new Set(shades).size).toBe(5);
  });

  if (ground !== 'light') {
    it.each(MARKS)('holds %s as a mark at 3 to 1', (name) => {
      expect(contrast(colours[name], colours.ground)).toBeGreaterThanOrEqual(3);
    });
  }
});

describe('recolour(build, ground)', () => {
  const build: DrawingBuilder = () => ({
    option: {
      series: [
        { type: 'bar', itemStyle: { color: palette.accent }, data: [{ value: 5, itemStyle: { color: '#123456' } }] }
      ],
      yAxis: { axisLabel: { formatter: (key: string) => `#${key}`, color: palette.ink } }
    },
    height: 10
  });

  it('leaves the light drawing alone', () => {
    expect(recolour(build, 'light')).toBe(build);
  });

  it('moves every colour, however deep, and leaves numbers and functions', () => {
    const { option, height } = recolour(build, 'dark')({ width: 100, scale: 1 });
    const dark = SCHEME_PALETTES.dark;
    expect(option).toMatchObject({
      series: [{ itemStyle: { color: dark.accent }, data: [{ value: 5 }] }],
      yAxis: { axisLabel: { color: dark.ink } }
    });
    const [series] = option.series as { data: { itemStyle: { color: string } }[] }[];
    expect(contrast(series!.data[0]!.itemStyle.color, dark.ground)).toBeGreaterThanOrEqual(4.5);
    expect((option.yAxis as { axisLabel: { formatter: (key: string) => string } }).axisLabel.formatter('1')).toBe('#1');
    expect(height).toBe(10);
  });
});
