/** Places by a rate (up) and by its denominator (across), with the limits of chance round the rate of all together. */
import type { Funnel, FunnelRow } from '../domain/compare/funnel';
import { rowSources } from '../domain/evidence/citation';
import { valueAxis } from '../domain/number/valueAxis';
import { periodLabel } from '../domain/time/periodLabel';
import { formatNumber } from '../domain/wording/format';
import { placeLabel } from '../domain/wording/placeLabel';
import {
  axisNumber,
  baseOption,
  type Drawing,
  HALO,
  type MarkItem,
  type Option,
  OWN_ROOM,
  escapeLabel,
  textWidth,
  typeSizes
} from './drawing';
import { type Box, placeLabels } from './labelLayout';
import { isDimmed, palette, type RenderContext } from './theme';
import { gradedTitle } from '../domain/wording/position';

const POINTS = 'funnel';

/** @returns places as points, the limits as curves that end at the largest denominator, the rate of all as a line */
export function funnelPlot(funnel: Funnel, context: RenderContext): Drawing {
  const layout = layoutOf(funnel, context);
  return {
    option: {
      ...baseOption(context),
      ...axes(layout),
      series: [...limits(funnel, layout), points(funnel, layout)]
    } as Option,
    height: layout.height,
    across: true,
    tip: ({ seriesId, dataIndex }: MarkItem) => (seriesId === POINTS ? tip(funnel.rows[dataIndex]) : []),
    sources: ({ seriesId, dataIndex }: MarkItem) => {
      const at = seriesId === POINTS ? funnel.rows[dataIndex] : undefined;
      return at ? rowSources(at.row) : [];
    },
    marks: funnel.rows.map((row, index) => ({
      seriesId: POINTS,
      dataIndex: index,
      at: [row.base, row.row.value] as const
    }))
  };
}

/** Sizes and positions, in px. */
interface Layout {
  readonly context: RenderContext;
  readonly font: number;
  readonly small: number;
  readonly height: number;
  /** Diameter of a point. */
  readonly dot: number;
  readonly rates: Axis;
  readonly bases: Axis;
  /** What the axes enclose, and the room right of it. */
  readonly inner: Box;
  readonly right: number;
  readonly x: (base: number) => number;
  readonly y: (rate: number) => number;
}

type Axis = ReturnType<typeof valueAxis>;

function layoutOf(funnel: Funnel, context: RenderContext): Layout {
  const { font, small, narrow } = typeSizes(context, [15, 13]);
  const { scale } = context;
  const height = context.height ?? Math.round((narrow ? 340 : 440) * scale);
  const { rates, bases } = funnelAxes(funnel, narrow);
  const left = textWidth(formatNumber(rates.max), small) + Math.round(24 * scale);
  const top = Math.round(34 * scale);
  const right = Math.round(24 * scale);
  const bottom = Math.round(small * 3 + 20 * scale);
  const inner: Box = {
    left,
    top,
    width: Math.max(60, context.width - left - right),
    height: Math.max(60, height - top - bottom)
  };
  return {
    context,
    font,
    small,
    height,
    dot: Math.round(11 * scale),
    rates,
    bases,
    inner,
    right,
    x: (base) => left + ((base - bases.min) / (bases.max - bases.min)) * inner.width,
    y: (rate) => top + ((rates.max - rate) / (rates.max - rates.min)) * inner.height
  };
}

/** The same on the screen and in an office program. */
export function funnelAxes(funnel: Funnel, narrow = false): { readonly rates: Axis; readonly bases: Axis } {
  const shown = [
    ...funnel.rows.map(({ row }) => row.value),
    ...funnel.curve.flatMap(({ control }) => [control.lower, control.upper])
  ];
  return {
    rates: valueAxis(shown, { zero: false, percent: true, steps: narrow ? 4 : 5 }),
    bases: valueAxis(
      funnel.curve.map(({ base }) => base),
      { zero: true, whole: true, steps: narrow ? 3 : 5 }
    )
  };
}

function axes({ context, small, rates, bases, inner, right }: Layout): Option {
  return {
    grid: { left: inner.left, right, top: inner.top, height: inner.height, ...OWN_ROOM },
    xAxis: {
      type: 'value',
      min: bases.min,
      max: bases.max,
      interval: bases.step,
      name: '分母',
      nameLocation: 'middle',
      nameGap: Math.round(small * 1.4 + 10 * context.scale),
      nameTextStyle: { color: palette.inkSoft, fontSize: small },
      axisLabel: { color: palette.inkSoft, fontSize: small, formatter: axisNumber },
      splitLine: { show: false },
      axisLine: { lineStyle: { color: palette.line } }
    },
    yAxis: {
      type: 'value',
      min: rates.min,
      max: rates.max,
      interval: rates.step,
      name: rates.min > 0 ? '%（纵轴不从0起）' : '%',
      nameTextStyle: { color: palette.inkFaint, fontSize: small, align: 'left' },
      axisLabel: { color: palette.inkFaint, fontSize: small, formatter: axisNumber },
      splitLine: { lineStyle: { color: palette.lineSoft } }
    }
  };
}

/** The outer limits as whole lines, the inner ones as dashed lines. */
function limits({ curve }: Funnel, { context }: Layout): Option[] {
  const line = (key: 'warning' | 'control', end: 'lower' | 'upper'): Option => ({
    id: `${key}-${end}`,
    type: 'line',
    silent: true,
    symbol: 'none',
    smooth: false,
    animation: false,
    z: 1,
    lineStyle: { color: palette.context, width: 1.3 * context.scale, type: key === 'warning' ? [6, 4] : 'solid' },
    data: curve.map((at) => [at.base, at[key][end]])
  });
  return [line('control', 'upper'), line('control', 'lower'), line('warning', 'upper'), line('warning', 'lower')];
}

function points(funnel: Funnel, layout: Layout): Option {
  const { context, small, dot } = layout;
  const named = labelBoxes(funnel, layout);
  return {
    id: POINTS,
    type: 'scatter',
    symbolSize: dot,
    z: 4,
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: palette.clock, width: 1.5 * context.scale, type: 'solid' },
      label: {
        position: 'insideEndTop',
        formatter: escapeLabel(averageText(funnel)),
        color: palette.clock,
        fontSize: small,
        ...HALO
      },
      data: [{ yAxis: funnel.average }]
    },
    data: funnel.rows.map((row) => point(row, named.get(row), layout))
  };
}

function point(row: FunnelRow, box: Box | undefined, { context, font, dot, x, y }: Layout): Option {
  return {
    value: [row.base, row.row.value],
    symbol: symbolOf(row),
    symbolRotate: row.zone.startsWith('低') ? 180 : 0,
    symbolSize: row.row.isFocus ? Math.round(dot * 1.4) : dot,
    itemStyle: { color: colourOf(row, context), borderColor: palette.ground, borderWidth: 1 },
    label: {
      show: box !== undefined,
      position: 'inside',
      formatter: escapeLabel(placeLabel(row.row.place)),
      fontSize: font,
      fontWeight: row.row.isFocus ? 'bold' : 'normal',
      color: palette.ink,
      textBorderColor: palette.ground,
      textBorderWidth: 3,
      offset: box ? [box.left + box.width / 2 - x(row.base), box.top + box.height / 2 - y(row.row.value)] : [0, 0]
    }
  };
}

/** A triangle outside the outer limits, pointing to the side; a circle inside. */
function symbolOf({ zone }: FunnelRow): string {
  return zone.includes('99.8') ? 'triangle' : 'circle';
}

function colourOf({ row, zone, judgement }: FunnelRow, context: RenderContext): string {
  if (isDimmed(row, context)) return palette.contextSoft;
  if (judgement === '好') return palette.accent;
  if (judgement === '差') return palette.clock;
  if (row.isFocus || zone.includes('99.8')) return palette.ink;
  return palette.context;
}

function averageText({ average }: Funnel): string {
  return `合计 ${formatNumber(average, { decimals: 2, unit: '%' })}`;
}

/** Names at the points: the own place first, then those outside, then as many as find room. */
function labelBoxes(funnel: Funnel, { x, y, font, small, dot, inner, context }: Layout): Map<FunnelRow, Box> {
  const weight = ({ row, zone }: FunnelRow) =>
    row.isFocus ? 0 : zone.includes('99.8') ? 1 : zone.includes('95') ? 2 : 3;
  const rows = funnel.rows
    .filter(({ row }) => context.spotlight === undefined || row.place.id === context.spotlight)
    .sort((a, b) => weight(a) - weight(b));
  const off = dot / 2 + 4;
  const wishes = rows.map(({ row, base }) => {
    const [px, py] = [x(base), y(row.value)];
    const width = textWidth(placeLabel(row.place), font);
    const height = Math.ceil(font * 1.3);
    const corners: [number, number][] = [
      [px + off, py - height / 2],
      [px - width / 2, py - off - height],
      [px - width / 2, py + off],
      [px - off - width, py - height / 2]
    ];
    return { width, height, corners };
  });
  const dots = funnel.rows.map(({ row, base }): Box => ({
    left: x(base) - dot / 2,
    top: y(row.value) - dot / 2,
    width: dot,
    height: dot
  }));
  const bounds: Box = { ...inner, left: 2, width: context.width - 4 };
  // The name of the line stands at its right end.
  const lineName = textWidth(averageText(funnel), small) + 16;
  const line: Box = {
    left: inner.left + inner.width - lineName,
    top: y(funnel.average) - small * 1.6,
    width: lineName,
    height: small * 1.6
  };
  const boxes = placeLabels(wishes, bounds, [...dots, line]);
  return new Map(rows.flatMap((row, i) => (boxes[i] ? [[row, boxes[i]!] as const] : [])));
}

function tip(at: FunnelRow | undefined): string[] {
  if (!at) return [];
  const { row, count, base, zone } = at;
  return [
    `${placeLabel(row.place)}  ${row.text}`,
    periodLabel(row.observation.period),
    `分子${formatNumber(count)}，分母${formatNumber(base)}`,
    zone === '限内' ? '在两条限之内，可能只是偶然' : zone,
    ...row.witnesses.map((o) => `来源：${gradedTitle(o.source)}`)
  ];
}
