/**
 * The one palette, type scale and spacing scale. The stylesheet gets them as custom properties
 * (`cssTokens`), the charts as values, so that they can't drift apart.
 * Marks hold 3:1 and text 4.5:1 against the white ground; the lights differ in lightness as well as in hue.
 */
import type { LightLevel, LightPalette } from '../domain/lights/rule';

export const palette = {
  ground: '#ffffff',
  surface: '#f6f8fa',
  ink: '#151b28',
  inkSoft: '#4a5568',
  inkFaint: '#66708a',
  line: '#dfe4ea',
  lineSoft: '#eceff3',
  accent: '#1d4f91',
  accentSoft: '#8ea7c9',
  accentWash: '#edf3fb',
  context: '#8d9aaa',
  contextSoft: '#c3ccd6',
  track: '#e9edf2',
  clock: '#c2410c',
  warnWash: '#fef5ec',
  warnInk: '#6b3510',
  red: '#b3261e',
  amber: '#9a5b00',
  green: '#1b6e3c'
} as const;

/**
 * The lights of each palette by level. As text they hold 4.5:1 on white, and within a palette the three
 * lie at least 8 steps of lightness (L*) apart, so that a grey print or a colour-blind eye tells them too.
 */
export const LIGHT_PALETTES: Readonly<Record<LightPalette, Readonly<Record<LightLevel, string>>>> = {
  红黄绿: { bad: '#b3261e', middling: '#a46300', good: '#14532d', none: '#66708a' },
  蓝黄红: { bad: '#b3261e', middling: '#a46300', good: '#1a3f7a', none: '#66708a' },
  色盲安全: { bad: '#4a1259', middling: '#b35c00', good: '#0061a8', none: '#66708a' }
};

/** Lines that may stand side by side (Okabe–Ito order, darkened to 3:1 on white). */
export const categorical = ['#1d4f91', '#c2410c', '#00795c', '#8a4a86', '#7a6400', '#44546a'] as const;

/** Grounds of cells by standing in their row, worst to best; `.cell--standing-0` to `.cell--standing-4` of the stylesheet. */
export const STANDING_FILLS = ['#fbe9e2', '#fdf4ea', '#f3f6fa', '#e3ecf7', '#cfdff1'] as const;

export const fontFamily =
  '"Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** Type sizes in px at normal scale. */
const type = { note: 13, body: 15, label: 16, lead: 18, title: 26 } as const;

/** Spaces in px. */
const space = { xs: 4, s: 8, m: 16, l: 24, xl: 40 } as const;

/** How a chart is to be drawn, as far as its surroundings decide it. */
export interface RenderContext {
  /** Width to draw for, in px. */
  readonly width: number;
  /** Factor on all type sizes: 1 on a desktop, about 1.9 on a projector. */
  readonly scale: number;
  /** Height to fill, in px; without it a chart takes what its marks need. */
  readonly height?: number;
  /** Id of a place that alone is shown in full, the others faint; without it all are. */
  readonly spotlight?: string;
}

/** Whether what belongs to a place steps back, because the spotlight is on another. */
export function isDimmed(
  { place }: { readonly place: { readonly id: string } },
  { spotlight }: RenderContext
): boolean {
  return spotlight !== undefined && place.id !== spotlight;
}

/** The tokens as CSS custom properties, without the leading `--`. */
export function cssTokens(): Record<string, string> {
  const tokens: Record<string, string> = { font: fontFamily };
  for (const [name, value] of Object.entries(palette)) tokens[kebab(name)] = value;
  for (const [lights, colours] of Object.entries(LIGHT_PALETTES)) {
    for (const [level, value] of Object.entries(colours)) tokens[`light-${lights}-${level}`] = value;
  }
  for (const [name, value] of Object.entries(type)) tokens[`type-${name}`] = `${value}px`;
  for (const [name, value] of Object.entries(space)) tokens[`space-${name}`] = `${value}px`;
  return tokens;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
