/** How the areas of a map look and what stands in them: for the screen and for the shapes of an office program. */
import type { MapItem, PlaceMap } from '../domain/atlas/answer';
import { placeLabel } from '../domain/wording/placeLabel';
import type { AreaKeyEntry } from './areaKey';
import { fitText, splitText, textWidth } from './drawing';
import type { Box } from './labelLayout';
import { SHADES } from './shades';
import { isDimmed, LIGHT_PALETTES, palette, type RenderContext } from './theme';

export interface AreaLook {
  readonly fill: string;
  readonly edge: string;
  /** Of its border, in px at scale 1. */
  readonly width: number;
  readonly isDashed: boolean;
  readonly isHatched: boolean;
}

export interface AreaWords {
  readonly isShown: boolean;
  readonly lines: readonly string[];
  /** In px. */
  readonly size: number;
  readonly isBold: boolean;
  readonly colour: string;
}

export interface Sizes {
  readonly context: RenderContext;
  readonly font: number;
  readonly small: number;
}

/** The fill of a class: a shade of the ramp, spread over as many as there are, or its light. */
function classFill({ classes, rule }: PlaceMap, at: number): string {
  const { light } = classes[at]!;
  if (light) return LIGHT_PALETTES[rule!.palette][light.level];
  const last = SHADES.length - 1;
  return classes.length === 1 ? SHADES[2] : SHADES[Math.round((at * last) / (classes.length - 1))]!;
}

/** Classes, then what is in none: bounds with an empty ground, what has no number hatched. */
export function keyEntries(map: PlaceMap): AreaKeyEntry[] {
  const bounds = map.items.filter(({ row, at }) => row && at === null).length;
  const without = map.items.filter(({ row }) => !row).length;
  return [
    ...map.classes.map(({ label, count, light }, at) => ({
      text: `${light ? `${light.shape}` : ''}${label}（${count}个）`,
      fill: classFill(map, at),
      hatched: false
    })),
    ...(bounds > 0 ? [{ text: `不是确数（${bounds}个）`, fill: palette.ground, hatched: false }] : []),
    ...(without > 0 ? [{ text: `无数据或不列入（${without}个）`, fill: palette.ground, hatched: true }] : [])
  ];
}

/** How an area is filled and bordered: what has no number is hatched, a bound has an empty ground and a broken border. */
export function areaLook(map: PlaceMap, item: MapItem): AreaLook {
  const own = item.row?.isFocus === true;
  return {
    fill: item.at === null ? palette.ground : classFill(map, item.at),
    edge: own ? palette.ink : item.row ? palette.inkFaint : palette.contextSoft,
    width: own ? 3 : 1,
    isDashed: item.row !== null && item.at === null,
    isHatched: item.row === null
  };
}

/** Name and number in two lines as far as there is room: else the name alone, else nothing. Beside the spotlight names stay. */
export function areaWords(
  map: PlaceMap,
  item: MapItem,
  { width, height }: Pick<Box, 'width' | 'height'>,
  { context, font, small }: Sizes
): AreaWords {
  const room = width - 6;
  const value = valueText(map, item);
  const isWide = textWidth(placeLabel(item.place), font) <= room && textWidth(value, font) <= room;
  const size = isWide && height >= font * 2.7 ? font : small;
  const name = fitText(placeLabel(item.place), size, room);
  const second = !isDimmed(item, context) && height >= size * 2.5 && textWidth(value, size) <= room ? value : '';
  const ink = isDimmed(item, context)
    ? palette.inkFaint
    : item.at !== null && map.classes[item.at]!.light
      ? palette.ground
      : palette.ink;
  return {
    isShown: height >= size * 1.2 && name.length > 1,
    lines: [name, second].filter(Boolean),
    size,
    isBold: item.row?.isFocus === true,
    colour: ink
  };
}

function valueText({ classes }: PlaceMap, { row, at }: MapItem): string {
  if (!row) return '无数据';
  const light = at === null ? null : classes[at]!.light;
  return light ? `${light.shape} ${row.bare}` : row.bare;
}

/** A text in as many lines as the width asks for. */
export function wrapped(text: string, small: number, width: number): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== '';) {
    const [line, more] = splitText(rest, small, width - 4);
    // Not even one sign fits: it is drawn all the same.
    lines.push(line || rest);
    rest = line ? more : '';
  }
  return lines;
}
