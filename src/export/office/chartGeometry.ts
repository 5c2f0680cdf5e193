/** Where bars, strokes and words of a chart stand within its frame, worked out as the office program will draw it. */
import { textWidth } from '../../charts/drawing';
import type { NativeChart, NativePoint, NativeSeries } from '../../charts/office/nativeChart';
import { formatNumber } from '../../domain/wording/format';
import { sheetCategories, shownNames, type ShownNames } from '../plan/categoryNames';
import { columnLetters } from '../plan/columnName';
import { xmlText } from './xmlText';
import { withoutNoise } from '../../domain/number/rounding';

interface PlotBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartRoom {
  /** Of the chart's frame, in pt. */
  readonly width: number;
  readonly height: number;
  /** Type size in pt. */
  readonly font: number;
  /** Names of the rows of all pages of the chart: they leave the same room on each. */
  readonly names: readonly string[];
  /** Figures stand at the foot of their bars; absent: at the end. */
  readonly figuresAtFoot?: boolean;
  /** One of several small charts: where its lines are within the frame, and whether numbers stand at its axis. No names of periods. */
  readonly small?: { readonly plot: PlotBox; readonly isNumbered: boolean };
  /** Where the numbers stand in a workbook around the chart: sheet, and row of the names of its series. Absent: in its own. */
  readonly source?: { readonly sheet: string; readonly row: number };
}

/** A chart of a slide, to be written as a part of its own. */
export interface PlacedChart {
  readonly relation: string;
  readonly chart: NativeChart;
  readonly room: ChartRoom;
}

/** The sheet of the numbers as formulas name it, and the row of the names of its series. */
export function sheetSource({ source }: ChartRoom): { readonly sheet: string; readonly row: number } {
  return source
    ? { sheet: xmlText(`'${source.sheet.replace(/'/g, "''")}'`), row: source.row }
    : { sheet: 'Sheet1', row: 1 };
}

/** How far down the middle of each row is and where the bars begin, from 0 to 1 within the frame of the chart. */
export function rowMiddles(chart: NativeChart, room: ChartRoom): { rows: number[]; left: number } {
  const { x, y, height } = plotBox(chart, room);
  return { rows: chart.categories.map((_, i) => y + ((i + 0.5) * height) / chart.categories.length), left: x };
}

/** Where a point of a series is within the frame of the chart, 0 to 1: the end of its bar, or its dot. */
export function pointIn(
  chart: NativeChart,
  room: ChartRoom,
  series: number,
  category: number
): [number, number] | null {
  const p = chart.series[series]?.points[category];
  if (!p) return null;
  const { x, y, width, height } = plotBox(chart, room);
  const { min, max } = axisSpan(chart);
  const share = (p.value - min) / (max - min || 1);
  const { across } = chart;
  const base = chart.series[0]!.points[category]?.value ?? 0;
  const middle = across
    ? (base - across.min) / (across.max - across.min || 1)
    : (category + 0.5) / chart.categories.length;
  return chart.kind === 'lines' || chart.kind === 'scatter'
    ? [x + middle * width, y + (1 - share) * height]
    : [x + share * width, y + middle * height];
}

/** Where the bars stand in the frame, 0 to 1: names to the left, the axis below, numbers to the right. */
export function plotBox(chart: NativeChart, room: ChartRoom): PlotBox {
  if (room.small) return room.small.plot;
  if (chart.kind === 'lines') return linesBox(chart, room);
  if (chart.kind === 'scatter') return scatterBox(chart, room);
  const { width, height, font, names } = room;
  const longest = Math.max(60, ...names.map((name) => textWidth(name, font))) + 16;
  const x = Math.min(chart.kind === 'bullets' ? 0.5 : 0.4, longest / width);
  return { x, y: 0.02, width: 1 - x - 0.08, height: 1 - 0.02 - Math.min(0.2, (font * 2.2) / height) };
}

/** Ticks to the left; ticks and the name of the axis below. */
function scatterBox(chart: NativeChart, { width, height, font }: ChartRoom): PlotBox {
  const x = Math.min(0.2, (textWidth(formatNumber(axisSpan(chart).max), font) + 2 * font) / width);
  return { x, y: 0.03, width: 1 - x - (2 * font) / width, height: 0.97 - Math.min(0.3, (4.2 * font) / height) };
}

/** Ticks to the left, periods below, words of breaks above, names to the right: at the lines or in the legend. */
function linesBox(chart: NativeChart, room: ChartRoom): PlotBox {
  const { height, font } = room;
  const { x, width } = linesAcross(chart, room);
  const lines = namesBelow(chart, room).title ? 4.2 : 2.4;
  const y = chart.series.some((s) => s.role === 'mark') ? Math.min(0.15, (font * 2) / height) : 0.03;
  return { x, y, width, height: 1 - y - Math.min(0.25, (lines * font) / height) };
}

/** The names of its periods below a line chart. */
export function namesBelow(chart: NativeChart, room: ChartRoom): ShownNames {
  if (room.small) return { texts: chart.categories, title: '', step: 1 };
  const across = chart.kind === 'lines' ? linesAcross(chart, room).width * room.width : room.width;
  return room.source ? sheetCategories(chart) : shownNames(chart, across, room.font);
}

/** Letters of the column in which the names stand that are shown: after the numbers where they are shorter ones. */
export function namesColumn(chart: NativeChart, room: ChartRoom): string {
  return columnLetters(room.source && namesBelow(chart, room).title ? chart.series.length + 1 : 0);
}

function linesAcross(chart: NativeChart, room: ChartRoom): Pick<PlotBox, 'x' | 'width'> {
  const { width, font } = room;
  const { min, max } = axisSpan(chart);
  const ticks = Math.max(...[min, max].map((end) => textWidth(formatNumber(end), font))) + 2 * font;
  const beside = endLabelsFit(chart, room)
    ? Math.max(...lastPoints(chart).map(({ s, p }) => textWidth(`${s.name} ${p.text}`, font))) * 1.08 + 1.5 * font
    : seriesWithoutStrokes(chart).length > 1
      ? Math.max(
          ...seriesWithoutStrokes(chart)
            .filter((s) => !s.continued)
            .map((s) => textWidth(s.name, font))
        ) +
        5 * font
      : font;
  const x = Math.min(0.2, ticks / width);
  return { x, width: Math.max(0.3, 1 - x - beside / width) };
}

/** The lines and their levels, without the strokes between periods. */
export function seriesWithoutStrokes({ series }: NativeChart): NativeSeries[] {
  return series.filter((s) => s.role !== 'mark');
}

/** The last point of each line. */
function lastPoints(chart: NativeChart): { s: NativeSeries; p: NativePoint; at: number }[] {
  return seriesWithoutStrokes(chart).flatMap((s) => {
    const at = lastPointOf(s);
    const p = s.points[at];
    return s.continued || !p ? [] : [{ s, p, at }];
  });
}

/** Which category a series ends with; -1 where it has no point. */
export function lastPointOf(s: NativeSeries): number {
  return s.points.reduce((last, p, i) => (p ? i : last), -1);
}

/** Whether every line can bear its name at its end: all end together, and no two names lie on each other. */
export function endLabelsFit(chart: NativeChart, { height, font, small }: ChartRoom): boolean {
  if (small || chart.kind !== 'lines' || chart.min === null || chart.max === null) return false;
  const ends = lastPoints(chart);
  if (ends.length === 0 || ends.some(({ at }) => at !== chart.categories.length - 1)) return false;
  const plot = height * 0.75;
  const heights = ends.map(({ p }) => (p.value / (chart.max! - chart.min! || 1)) * plot).sort((a, b) => a - b);
  return heights.slice(1).every((y, i) => y - heights[i]! >= font * 1.4);
}

/** The axis keeps these ends whatever is typed into the sheet, so that the strokes stay where they belong. */
export function axisSpan(chart: NativeChart): { min: number; max: number } {
  const all = chart.series.flatMap((one) => one.points.flatMap((p) => p?.value ?? []));
  const min = chart.min ?? Math.min(0, ...all);
  return { min, max: chart.max ?? roundUp(Math.max(...all, min)) };
}

/** The next round number: 1.05, 120, 45,000. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1)) / 5;
  return withoutNoise(Math.ceil((value * 1.02) / step) * step);
}
