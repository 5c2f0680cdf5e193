/** Where small charts go: a grid of them, the words above each, the ends of the axis of time below each column. */
import type { Extent, Facet, Facets } from '../domain/facets/answer';
import { isWhole, startsAtZero, valueAxis, type ValueAxis } from '../domain/number/valueAxis';
import { partsOfDay } from '../domain/time/calendar';
import { periodLabel, spanLabel } from '../domain/time/periodLabel';
import type { Period } from '../domain/time/period';
import { toAxis } from '../domain/wording/format';
import { axisNumber, textWidth, type TypeSizes, typeSizes } from './drawing';
import { type Box, placeLabels } from './labelLayout';
import type { RenderContext } from './theme';
import { axisDay } from './timeAxis';

/** Heights at scale 1: of a line of small charts at least, and with room; what is above and below all of them. */
export const FACETS = { leastRow: 82, usualRow: 116, frame: 52 } as const;

/** Narrower, at scale 1, a small chart can't hold its words: a name of a place, or of an indicator. */
const LEAST_WIDTH = { places: 205, indicators: 270 } as const;
const LEAST_NARROW = { places: 150, indicators: 250 } as const;
const NARROW = 560;
const MOST_COLUMNS = 6;

/** How many small charts a width (px at scale 1) holds side by side. */
export function facetColumns(by: Facets['by'], width: number): number {
  const least = (width < NARROW ? LEAST_NARROW : LEAST_WIDTH)[by];
  return Math.max(1, Math.min(MOST_COLUMNS, Math.floor(width / least)));
}

export type FacetAxis = ValueAxis & { readonly fromZero: boolean };

export interface FacetBox {
  readonly facet: Facet;
  readonly axis: FacetAxis;
  /** Where its lines are drawn. */
  readonly plot: Box;
  /** Middle of the words above, from one end to the other. */
  readonly words: { readonly y: number; readonly left: number; readonly right: number };
  /** Whether the numbers of its axis stand at its left. */
  readonly isNumbered: boolean;
  /** Whether nothing stands below it in its column: the ends of time do then. */
  readonly isLowest: boolean;
  /** Where the words of its breaks stand: left upper corners, by their order; null where there is no room. */
  readonly breaks: readonly (Box | null)[];
}

export interface FacetLayout {
  readonly sizes: TypeSizes;
  readonly height: number;
  /** Middle of the line of the key. */
  readonly keyY: number;
  /** Room for the numbers of an axis, left of its lines. */
  readonly gutter: number;
  readonly boxes: readonly FacetBox[];
  /** Ends of the axis of time, in ms, with their names. */
  readonly span: readonly [from: number, to: number];
  readonly ends: readonly [first: string, last: string];
}

/**
 * @param answer with all small charts: the axis covers them, those of other pages too
 * @param shown those that are drawn
 */
export function facetLayout(answer: Facets, shown: readonly Facet[], context: RenderContext): FacetLayout {
  const { width, scale } = context;
  const sizes = typeSizes(context, [14, 13]);
  const { font, small } = sizes;
  const px = (n: number) => Math.round(n * scale);
  const fit = facetColumns(answer.by, width / scale);
  const lines = Math.max(1, Math.ceil(shown.length / fit));
  const columns = Math.max(1, Math.ceil(shown.length / lines));
  const top = Math.round(small * 1.9);
  const foot = Math.round(small * 1.7);
  const height = context.height ?? top + foot + lines * px(FACETS.usualRow);
  const line = Math.max(40, (height - top - foot) / lines);
  const isShared = new Set(answer.facets.map(({ axis }) => axis)).size <= 1;
  // Numbers of an axis that begins right below the words want room to them.
  const head = Math.round(font * (isShared ? 1.7 : 2.3));
  const plotHeight = Math.max(20, line - head - px(8));
  const axes = axesOf(answer, Math.max(1, Math.min(4, Math.floor(plotHeight / (small * 1.9)))));
  const gutter = Math.max(...[...axes.values()].flatMap(ticksOf).map((text) => textWidth(text, small)), 0) + px(8);
  const gap = px(isShared ? 18 : 14);
  const cell = (width - (isShared ? gutter : 0) - gap * (columns - 1) - px(6)) / columns;
  const span = spanOf(answer.periods);
  const boxes = shown.map((facet, i): FacetBox => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const left = (isShared ? gutter : 0) + column * (cell + gap);
    const inset = isShared ? 0 : gutter;
    const y = top + row * line;
    const axis = axes.get(facet.axis)!;
    const plot = { left: left + inset, top: y + head, width: Math.max(20, cell - inset), height: plotHeight };
    return {
      facet,
      axis,
      plot,
      breaks: breakWords(facet, axis, plot, { span, small }),
      words: { y: y + head / 2, left: left + (isShared ? 0 : px(2)), right: left + cell },
      isNumbered: !isShared || column === 0,
      isLowest: i + columns >= shown.length
    };
  });
  return { sizes, height, keyY: Math.round(small * 0.8), gutter, boxes, span, ends: endTexts(answer.periods) };
}

/** Beside the stroke of a break, above or below, where no line runs. */
function breakWords(
  facet: Facet,
  axis: FacetAxis,
  plot: Box,
  { span, small }: { readonly span: FacetLayout['span']; readonly small: number }
): (Box | null)[] {
  if (facet.breaks.length === 0) return [];
  const x = (day: string) => plot.left + ((axisDay(day) - span[0]) / (span[1] - span[0])) * plot.width;
  const y = (value: number) => plot.top + ((axis.max - value) / (axis.max - axis.min)) * plot.height;
  const lines = [...facet.series.flatMap((s) => s.segments), ...(facet.reference?.segments ?? [])];
  const taken = lines.flatMap((line) => alongLine(line.map((p) => [x(p.period.end), y(toAxis(p.value, facet.scale))])));
  const height = Math.ceil(small * 1.3);
  const wishes = facet.breaks.map(({ period, label }) => {
    const width = textWidth(label, small);
    const at = x(period.start);
    const [right, left] = [at + small * 0.4, at - small * 0.4 - width];
    const [top, foot] = [plot.top + 1, plot.top + plot.height - height - 1];
    const corners = [top, foot].flatMap((y): [number, number][] => [
      [right, y],
      [left, y]
    ]);
    return { width, height, corners };
  });
  return placeLabels(wishes, plot, taken);
}

/** Small boxes from point to point. */
function alongLine(points: readonly (readonly number[])[]): Box[] {
  const half = 3;
  return points.flatMap(([x, y], i): Box[] => {
    const [toX, toY] = points[i + 1] ?? [x, y];
    const count = Math.max(1, Math.ceil(Math.max(Math.abs(toX! - x!), Math.abs(toY! - y!)) / (2 * half)));
    return Array.from({ length: count }, (_, n) => ({
      left: x! + ((toX! - x!) * n) / count - half,
      top: y! + ((toY! - y!) * n) / count - half,
      width: 2 * half,
      height: 2 * half
    }));
  });
}

/** Half a month either side of a single day. */
function spanOf(periods: readonly Period[]): [number, number] {
  const days = periods.map((p) => axisDay(p.end));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const pad = from === to ? 15 * 86_400_000 : 0;
  return [from - pad, to + pad];
}

/** The first and the last period by name, by their months where some are of other lengths. */
function endTexts(periods: readonly Period[]): [string, string] {
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (!first || !last) return ['', ''];
  const isOne = new Set(periods.map(spanLabel)).size === 1;
  const text = (p: Period) => {
    const { year, month } = partsOfDay(p.end);
    return isOne ? periodLabel(p) : `${year}年${month}月`;
  };
  return [text(first), text(last)];
}

/** By the key of the small charts that share one. */
function axesOf({ facets, isSingle }: Facets, steps: number): Map<string, FacetAxis> {
  const groups = new Map<string, Facet[]>();
  for (const facet of facets) {
    const group = groups.get(facet.axis);
    if (group) group.push(facet);
    else groups.set(facet.axis, [facet]);
  }
  return new Map([...groups].map(([key, group]) => [key, axisOf(group, isSingle, steps)]));
}

function axisOf(facets: readonly Facet[], isSingle: boolean, steps: number): FacetAxis {
  const [{ scale, indicator }] = facets as [Facet];
  const values: number[] = [];
  // The grey line of one place is the same in all of them.
  const lines = new Set(facets.map(({ reference }) => reference));
  for (const line of lines)
    for (const segment of line?.segments ?? []) for (const { value } of segment) values.push(toAxis(value, scale));
  const isWholly = isWhole(values) && facets.every(({ extent }) => extent.isWhole);
  for (const { extent } of facets) values.push(...endsOf(extent).map((value) => toAxis(value, scale)));
  const fromZero = isSingle || startsAtZero(values);
  const whole = scale.factor === 1 && indicator.kind === '数量' && isWholly;
  return { ...valueAxis(values, { zero: fromZero, whole, percent: indicator.unit === '%', steps }), fromZero };
}

/** As few numbers as reach as far, and are as many where they are fewer than three. */
function endsOf({ low, high, count }: Extent): number[] {
  return [low, high, low].slice(0, count);
}

function ticksOf({ min, max, step }: ValueAxis): string[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => axisNumber(min + i * step));
}
