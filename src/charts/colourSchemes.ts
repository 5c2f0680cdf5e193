/**
 * The palette on other grounds than white paper. Charts are built for the light ground and recoloured afterwards:
 * a builder need not know where it is shown, and a colour that a builder adds later is taken along.
 */
import { channels, contrast, luminance } from '../domain/number/contrast';
import type { Drawing, DrawingBuilder } from './drawing';
import { DARK_SHADES, SHADES } from './shades';
import { categorical, palette } from './theme';

export type ColourScheme = 'light' | 'contrast' | 'dark';

type Palette = Readonly<Record<keyof typeof palette, string>>;

/** Text 4.5:1 and marks 3:1 on their ground, as on the light one. */
export const SCHEME_PALETTES: Readonly<Record<ColourScheme, Palette>> = {
  light: palette,
  contrast: {
    ...palette,
    ink: '#000000',
    inkSoft: '#1c2330',
    inkFaint: '#333d4d',
    line: '#66708a',
    lineSoft: '#b9c2cd',
    accent: '#0b3a7a',
    accentSoft: '#5577a6',
    context: '#59657a',
    contextSoft: '#7d8998',
    track: '#dde2e9',
    clock: '#a83206',
    warnInk: '#4a2208',
    red: '#9a1b14',
    amber: '#7a4700',
    green: '#0f5630'
  },
  dark: {
    ground: '#10151f',
    surface: '#182030',
    ink: '#f4f6fa',
    inkSoft: '#c9d2de',
    inkFaint: '#aab5c6',
    line: '#4a566c',
    lineSoft: '#2b3447',
    accent: '#7fb2ff',
    accentSoft: '#5f84b8',
    accentWash: '#1b2a44',
    context: '#8d9aaa',
    contextSoft: '#6b788d',
    track: '#2b3447',
    clock: '#ff9a5c',
    warnWash: '#33261a',
    warnInk: '#ffd9b0',
    red: '#ff8f85',
    amber: '#ffc35c',
    green: '#7ddc9a'
  }
};

/** Lines side by side on the dark ground, in the order of `categorical`. */
const CATEGORICAL_DARK = ['#7fb2ff', '#ff9a5c', '#5fd0ae', '#d79ad3', '#d9c15a', '#aab8cc'];

/** The builder's drawing in the colours of a ground. */
export function recolour(build: DrawingBuilder, ground: ColourScheme): DrawingBuilder {
  if (ground === 'light') return build;
  return (context) => {
    const drawing = build(context);
    const { over } = drawing;
    return {
      ...drawing,
      option: recoloured(drawing.option, ground) as Drawing['option'],
      ...(over ? { over: (chart) => over(chart, (light) => colourIn(light, ground)) } : {})
    };
  };
}

/** A colour of the light palette as it is on a ground; a colour of no palette is moved until it can be read there from afar. */
export function colourIn(colour: string, ground: ColourScheme): string {
  if (ground === 'light') return colour;
  const known = MAPS[ground].get(colour.toLowerCase());
  return known ?? readable(colour, SCHEME_PALETTES[ground].ground);
}

const MAPS: Readonly<Record<'contrast' | 'dark', ReadonlyMap<string, string>>> = {
  contrast: mapTo('contrast'),
  dark: mapTo('dark')
};

function mapTo(ground: 'contrast' | 'dark'): ReadonlyMap<string, string> {
  const to = SCHEME_PALETTES[ground];
  const lines = categorical.map((colour, i): [string, string] => [
    colour,
    ground === 'dark' ? CATEGORICAL_DARK[i]! : colour
  ]);
  // Grounds under words stay grounds: to be read from afar is for what stands on them.
  const shades = SHADES.map((colour, i): [string, string] => [colour, ground === 'dark' ? DARK_SHADES[i]! : colour]);
  const named = (Object.keys(palette) as (keyof Palette)[]).map((name): [string, string] => [palette[name], to[name]]);
  // The named ones last: the accent is both.
  return new Map([...shades, ...lines, ...named]);
}

/** Every colour of an option, however deep; functions stay as they are. */
function recoloured(value: unknown, ground: ColourScheme): unknown {
  if (typeof value === 'string') return /^#[0-9a-f]{6}$/i.test(value) ? colourIn(value, ground) : value;
  if (Array.isArray(value)) return value.map((item) => recoloured(item, ground));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recoloured(item, ground)]));
}

function readable(colour: string, ground: string): string {
  const target = luminance(ground) < 0.2 ? 255 : 0;
  let mixed = colour;
  for (let share = 1; contrast(mixed, ground) < 7 && share <= 10; share += 1) {
    mixed = `#${channels(colour)
      .map((c) =>
        Math.round(c + ((target - c) * share) / 10)
          .toString(16)
          .padStart(2, '0')
      )
      .join('')}`;
  }
  return mixed;
}
