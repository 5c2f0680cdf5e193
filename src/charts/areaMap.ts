/**
 * Areas shaded by class, with their names and numbers: places where they lie. What is an area is said by a layout (tiles of a
 * grid); an area is drawn as a symbol of its own path, so that the engine needs no more than points.
 */
import type { MapItem, PlaceMap } from '../domain/atlas/answer';
import { citationOf } from '../domain/evidence/citation';
import { comparedSources } from '../domain/compare/sources';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';
import { statedAt } from '../domain/wording/position';
import { areaKey, keyLines, type KeyLines } from './areaKey';
import { areaLook, areaWords, keyEntries, type Sizes, wrapped } from './areaLooks';
import { baseOption, type Drawing, type MarkItem, type Option, OWN_ROOM, escapeLabel, typeSizes } from './drawing';
import type { Box } from './labelLayout';
import { boundsOf, hatchPath, type Ring, ringsPath } from './polygon';
import { isDimmed, palette, type RenderContext } from './theme';

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

/** Where the parts of a map stand, in px. */
export interface AreaPlan {
  readonly areas: readonly Area[];
  readonly others: readonly (readonly Ring[])[];
  readonly key: KeyLines;
  /** What has to be printed with it, in lines at the right below. */
  readonly feet: readonly string[];
  readonly height: number;
  readonly font: number;
  readonly small: number;
}

/** What stands where on the map, in px of the drawing, with the whole height: key above, areas, foot. */
export function areaPlan(map: PlaceMap, context: RenderContext, layout: AreaLayout): AreaPlan {
  const { width, scale } = context;
  const { font, small } = typeSizes(context, [15, 13]);
  const key = keyLines(keyEntries(map), width, small, scale);
  const above = key.height + Math.round(10 * scale);
  const feet = layout.foot ? wrapped(layout.foot, small, width) : [];
  const foot = Math.round(8 * scale + feet.length * small * 1.5);
  const height = context.height ?? above + layout.height(width) + foot;
  const box: Box = { left: 1, top: above, width: width - 2, height: Math.max(60, height - above - foot) };
  return { areas: layout.areas(box), others: layout.others?.(box) ?? [], key, feet, height, font, small };
}

/** Places as areas, coloured by class: tiles or outlines, as `layout` lays them. Without a number an area is hatched. */
export function areaMap(map: PlaceMap, context: RenderContext, layout: AreaLayout): Drawing {
  const { width, scale } = context;
  const { areas, others, key, feet, height, font, small } = areaPlan(map, context, layout);
  // The own place is painted last: its frame lies over its neighbours'.
  const painted = [...areas].sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
  return {
    option: {
      ...baseOption(context),
      grid: { left: 0, top: 0, width, height, ...OWN_ROOM },
      xAxis: { type: 'value', show: false, min: 0, max: width },
      yAxis: { type: 'value', show: false, min: 0, max: height, inverse: true },
      series: [
        ...(layout.others ? [otherSeries(others, scale)] : []),
        {
          id: AREAS,
          type: 'scatter',
          clip: false,
          animation: false,
          // Strokes of a symbol that is stretched are of unequal width.
          symbolKeepAspect: true,
          data: painted.map((area) => areaMark(map, area, { context, font, small }))
        },
        areaKey(key, small),
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
        formatter: escapeLabel(text),
        fontSize: small,
        color: palette.inkSoft
      }
    }))
  } as Option;
}

function isOwn({ item }: Area): boolean {
  return item.row?.isFocus === true;
}

function middle({ left, top, right, bottom }: ReturnType<typeof boundsOf>): readonly [number, number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

function areaMark(map: PlaceMap, area: Area, sizes: Sizes): Option {
  const { item, rings, words } = area;
  const { context } = sizes;
  const box = boundsOf(rings);
  const [x, y] = middle(box);
  const look = areaLook(map, item);
  const said = areaWords(map, item, words, sizes);
  const hatch = look.isHatched ? hatchPath(rings, 7 * context.scale) : '';
  return {
    value: [x, y],
    symbol: `path://${ringsPath(rings)}${hatch}`,
    symbolSize: Math.max(box.right - box.left, box.bottom - box.top),
    itemStyle: {
      color: look.fill,
      borderColor: look.edge,
      borderWidth: look.width * context.scale,
      borderType: look.isDashed ? 'dashed' : 'solid',
      opacity: isDimmed(item, context) ? 0.3 : 1
    },
    label: {
      show: said.isShown,
      position: 'inside',
      formatter: said.lines.map(escapeLabel).join('\n'),
      fontSize: said.size,
      lineHeight: Math.round(said.size * 1.25),
      fontWeight: said.isBold ? 'bold' : 'normal',
      color: said.colour,
      ...(look.isHatched ? { textBorderColor: palette.ground, textBorderWidth: 3 } : {}),
      offset: [words.left + words.width / 2 - x, words.top + words.height / 2 - y]
    }
  };
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
    ...(row ? row.witnesses.map((w) => `来源：${statedAt(w)}`) : [])
  ].filter(Boolean);
}
