/**
 * Areas shaded by class, with their names and numbers: places where they lie. What is an area is said by a layout (tiles of a
 * grid); an area is drawn as a symbol of its own path, so that the engine needs no more than points.
 */
import type { MapItem, PlaceMap } from '../domain/atlas/answer';
import { citationOf } from '../domain/evidence/citation';
import { comparedSources } from '../domain/compare/sources';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';
import { positionText } from '../domain/wording/position';
import {
  baseOption,
  type Drawing,
  fitText,
  type MarkItem,
  type Option,
  OWN_ROOM,
  plain,
  splitText,
  textWidth,
  typeSizes
} from './drawing';
import type { Box } from './labelLayout';
import { areaKey, keyLines, type KeyEntry } from './areaKey';
import { boundsOf, hatchPath, type Ring, ringsPath } from './polygon';
import { SHADES } from './shades';
import { LIGHT_PALETTES, palette, type RenderContext } from './theme';

const AREAS = 'areas';

/** An item with where it is drawn, in px. */
export interface Area {
  readonly item: MapItem;
  readonly rings: readonly Ring[];
  /** Room for its words. */
  readonly words: Box;
}

/** Height that areas need in a width, and the areas in a box. */
export interface AreaLayout {
  readonly height: (width: number) => number;
  readonly areas: (box: Box) => readonly Area[];
  /** Outlines of no place, drawn below the areas. */
  readonly others?: (box: Box) => readonly (readonly Ring[])[];
  /** What has to be printed with every picture. */
  readonly foot?: string;
}

export function areaMap(map: PlaceMap, context: RenderContext, layout: AreaLayout): Drawing {
  const { width, scale } = context;
  const { font, small } = typeSizes(context, [15, 13]);
  const lines = keyLines(keyEntries(map), width, small, scale);
  const above = lines.height + Math.round(10 * scale);
  const feet = layout.foot ? wrapped(layout.foot, small, width) : [];
  const foot = Math.round(8 * scale + feet.length * small * 1.5);
  const height = context.height ?? above + layout.height(width) + foot;
  const box: Box = { left: 1, top: above, width: width - 2, height: Math.max(60, height - above - foot) };
  const areas = layout.areas(box);
  // The own place is painted last: its frame lies over its neighbours'.
  const painted = [...areas].sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  return {
    option: {
      ...baseOption(context),
      grid: { left: 0, top: 0, width, height, ...OWN_ROOM },
      xAxis: { type: 'value', show: false, min: 0, max: width },
      yAxis: { type: 'value', show: false, min: 0, max: height, inverse: true },
      series: [
        ...(layout.others ? [otherSeries(layout.others(box), scale)] : []),
        {
          id: AREAS,
          type: 'scatter',
          clip: false,
          animation: false,
          // Strokes of a symbol that is stretched are of unequal width.
          symbolKeepAspect: true,
          data: painted.map((area) => areaMark(map, area, { context, font, small }))
        },
        areaKey(lines, small),
        footSeries(feet, { width, height, small })
      ]
    } as Option,
    height,
    across: true,
    tip: ({ seriesId, dataIndex }: MarkItem) => (seriesId === AREAS ? tip(map, painted[dataIndex]?.item) : []),
    sources: ({ seriesId, dataIndex }: MarkItem) => {
      const item = seriesId === AREAS ? painted[dataIndex]?.item : undefined;
      if (!item) return [];
      if (item.row) return comparedSources(map.comparison, item.row);
      return item.evidence ? [citationOf(item.evidence)] : [];
    },
    marks: areas.map((area) => ({
      seriesId: AREAS,
      dataIndex: painted.indexOf(area),
      at: middle(boundsOf(area.rings))
    }))
  };
}

/** Outlines that answer to nothing. */
function otherSeries(shapes: readonly (readonly Ring[])[], scale: number): Option {
  return {
    id: 'others',
    type: 'scatter',
    silent: true,
    clip: false,
    animation: false,
    symbolKeepAspect: true,
    data: shapes.map((rings) => {
      const box = boundsOf(rings);
      return {
        value: middle(box),
        symbol: `path://${ringsPath(rings)}`,
        symbolSize: Math.max(box.right - box.left, box.bottom - box.top),
        itemStyle: { color: palette.surface, borderColor: palette.contextSoft, borderWidth: scale, opacity: 1 }
      };
    })
  } as Option;
}

/** Lines at the right below, as words of points that can't be seen. */
function footSeries(
  lines: readonly string[],
  { width, height, small }: Readonly<Record<'width' | 'height' | 'small', number>>
): Option {
  return {
    id: 'foot',
    type: 'scatter',
    silent: true,
    animation: false,
    symbolSize: 1,
    itemStyle: { color: palette.ground, opacity: 1 },
    data: lines.map((text, at) => ({
      value: [width - 1, height - (lines.length - at - 0.5) * small * 1.5],
      label: {
        show: true,
        position: 'left',
        distance: 0,
        formatter: plain(text),
        fontSize: small,
        color: palette.inkSoft
      }
    }))
  } as Option;
}

/** A text in as many lines as the width asks for. */
function wrapped(text: string, small: number, width: number): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== '';) {
    const [line, more] = splitText(rest, small, width - 4);
    // Not even one sign fits: it is drawn all the same.
    lines.push(line || rest);
    rest = line ? more : '';
  }
  return lines;
}

function isOwn({ item }: Area): boolean {
  return item.row?.isFocus === true;
}

function middle({ left, top, right, bottom }: ReturnType<typeof boundsOf>): readonly [number, number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** The fill of a class: a shade of the ramp, spread over as many as there are, or its light. */
function classFill({ classes, rule }: PlaceMap, at: number): string {
  const { light } = classes[at]!;
  if (light) return LIGHT_PALETTES[rule!.palette][light.level];
  const last = SHADES.length - 1;
  return classes.length === 1 ? SHADES[2] : SHADES[Math.round((at * last) / (classes.length - 1))]!;
}

/** Classes, then what is in none: bounds with an empty ground, what has no number hatched. */
function keyEntries(map: PlaceMap): KeyEntry[] {
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

interface Sizes {
  readonly context: RenderContext;
  readonly font: number;
  readonly small: number;
}

function areaMark(map: PlaceMap, { item, rings, words }: Area, sizes: Sizes): Option {
  const { context } = sizes;
  const box = boundsOf(rings);
  const [x, y] = middle(box);
  const own = item.row?.isFocus === true;
  const isFaint = context.spotlight !== undefined && item.place.id !== context.spotlight;
  const fill = item.at === null ? palette.ground : classFill(map, item.at);
  const hatch = item.row ? '' : hatchPath(rings, 7 * context.scale);
  return {
    value: [x, y],
    symbol: `path://${ringsPath(rings)}${hatch}`,
    symbolSize: Math.max(box.right - box.left, box.bottom - box.top),
    itemStyle: {
      color: fill,
      borderColor: own ? palette.ink : item.row ? palette.inkFaint : palette.contextSoft,
      borderWidth: (own ? 3 : 1) * context.scale,
      borderType: item.row && item.at === null ? 'dashed' : 'solid',
      opacity: isFaint ? 0.3 : 1
    },
    label: {
      ...labelOf(map, item, words, sizes),
      offset: [words.left + words.width / 2 - x, words.top + words.height / 2 - y]
    }
  };
}

/** Name and number in two lines as far as there is room: else the name alone, else nothing. Beside the spotlight names stay. */
function labelOf(map: PlaceMap, item: MapItem, { width, height }: Box, { context, font, small }: Sizes): Option {
  const room = width - 6;
  const value = valueText(map, item);
  const isWide = textWidth(placeLabel(item.place), font) <= room && textWidth(value, font) <= room;
  const size = isWide && height >= font * 2.7 ? font : small;
  const name = fitText(placeLabel(item.place), size, room);
  const isFaint = context.spotlight !== undefined && item.place.id !== context.spotlight;
  const second = !isFaint && height >= size * 2.5 && textWidth(value, size) <= room ? value : '';
  const ink = isFaint
    ? palette.inkFaint
    : item.at !== null && map.classes[item.at]!.light
      ? palette.ground
      : palette.ink;
  const isShown = height >= size * 1.2 && name.length > 1;
  return {
    show: isShown,
    position: 'inside',
    formatter: [name, second].filter(Boolean).map(plain).join('\n'),
    fontSize: size,
    lineHeight: Math.round(size * 1.25),
    fontWeight: item.row?.isFocus ? 'bold' : 'normal',
    color: ink,
    ...(item.row ? {} : { textBorderColor: palette.ground, textBorderWidth: 3 })
  };
}

function valueText({ classes }: PlaceMap, { row, at }: MapItem): string {
  if (!row) return '无数据';
  const light = at === null ? null : classes[at]!.light;
  return light ? `${light.shape} ${row.bare}` : row.bare;
}

function tip({ classes, rule }: PlaceMap, item: MapItem | undefined): string[] {
  if (!item) return [];
  const { place, row, at, reason, evidence } = item;
  const observation = row?.observation ?? evidence;
  return [
    `${placeLabel(place)}  ${row ? row.text : '无数据'}`,
    observation ? periodLabel(observation.period) : '',
    row?.rank ? `${row.tied ? '并列' : ''}第${row.rank}${row.gapToNext ? `，${row.gapToNext}` : ''}` : '',
    at === null ? reason : `${rule ? '亮灯' : '档'}：${classes[at]!.label}`,
    observation?.note ?? '',
    ...(row ? row.witnesses.map((w) => `来源：${w.source.title}（${w.source.grade}级）${positionText(w)}`) : [])
  ].filter(Boolean);
}
