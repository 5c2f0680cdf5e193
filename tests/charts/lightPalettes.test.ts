import { describe, expect, it } from 'vitest';
import { LIGHT_PALETTES } from '../../src/charts/theme';
import { LIGHT_LEVELS, PALETTE_NAMES } from '../../src/domain/lights/rule';

/** Relative luminance after WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16;

describe.each(PALETTE_NAMES)('the lights of %s', (name) => {
  const palette = LIGHT_PALETTES[name];

  it.each(LIGHT_LEVELS)('hold 4.5:1 as text on white: %s', (level) => {
    expect(1.05 / (luminance(palette[level]) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it('differ in lightness, so that a grey print tells them', () => {
    const [a, b, c] = (['bad', 'middling', 'good'] as const)
      .map((level) => lightness(palette[level]))
      .sort((x, y) => x - y);
    expect(b! - a!).toBeGreaterThanOrEqual(8);
    expect(c! - b!).toBeGreaterThanOrEqual(8);
  });
});
