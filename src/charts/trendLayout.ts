/**
 * Where everything of a line chart goes, in px: the plot, the ticks of time, the names at the ends of the lines and the
 * figures at the points. No two words lie on each other, and none leaves the picture.
 */
import type { ValueAxis } from '../domain/number/valueAxis';
import type { Trend, TrendPoint, TrendSeries } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import { placeLabel, placeMark } from '../domain/wording/placeLabel';
import { axisNumber, fitMarked, textWidth, type TypeSizes, typeSizes } from './drawing';
import { type Box, placeLabels, stackLabels } from './labelLayout';
import { lineFoot, type LinePlane, linePlane } from './linePlane';
import type { RenderContext } from './theme';
import { axisDay } from './timeAxis';
import { type Tick, timeTicks } from './timeTicks';
import { gradeOf, pointLabel, trendAxis } from './trendPoints';
import { endsOf } from './whiskers';

/** More figures than this at the points of a chart are clutter. */
export const MOST_FIGURES = 14;

const LINE = 1.3;

/** The name at the end of a line: with its last figure and its grade, in one line or two. */
export interface EndLabel {
  readonly series: TrendSeries;
  readonly name: string;
  readonly value: string;
  readonly grade: string;
  /** Middle of the label, and where its line ends, in px. */
  readonly y: number;
  readonly from: readonly [x: number, y: number];
}

export interface TrendLayout extends LinePlane {
  readonly sizes: TypeSizes;
  readonly height: number;
  readonly axis: ValueAxis & { readonly fromZero: boolean };
  readonly ticks: readonly Tick[];
  readonly ends: readonly EndLabel[];
  readonly twoLines: boolean;
  /** Where the figure of a point stands: its box. Points without one show none. */
  readonly figures: ReadonlyMap<TrendPoint, Box>;
}

/** Where plane, axis and names of lines stand, in px; names at the ends are moved apart until none lies on another. */
export function trendLayout(trend: Trend, context: RenderContext): TrendLayout {
  const sizes = typeSizes(context, [15, 13]);
  const { font, small, narrow } = sizes;
  const named = namedSeries(trend.series);
  const lineHeight = Math.ceil(narrow ? (font + small) * LINE : font * LINE);
  const texts = new Map(named.map((s) => [s, endTexts(s, trend, sizes, context)]));
  const top = Math.round(40 * context.scale);
  const foot = lineFoot(sizes, context);
  // Names that don't fit beside each other make the chart taller, where it may be.
  const usual = Math.round((narrow ? 320 : 420) * context.scale);
  const height = context.height ?? Math.max(usual, named.length * lineHeight + top + foot);
  const axis = trendAxis(trend, { steps: narrow ? 4 : 5 });
  const figures = Math.max(...ticksOfAxis(axis).map((text) => textWidth(text, small)));
  const names = Math.max(...[...texts.values()].map((t) => endWidth(t, sizes)), 40);
  const plane = linePlane({ height, top, foot, figures, names, gap: 20 }, spanOf(trend), axis, context);
  const { plot, column, x, y } = plane;
  const at = (p: TrendPoint) => [x(p.period.end), y(toAxis(p.value, trend.scale))] as const;
  const ticks = timeTicks(trend, x, small);
  // A date under the end of the axis may reach below the names: these stay above it then.
  const isBelowNames = ticks.some(({ day, text }) => x(day) + textWidth(text, small) / 2 > column);
  const to = isBelowNames ? plot.top + plot.height + 4 : height - 2;
  const ends = endLabels(named, texts, at, { lineHeight, from: 2, to });
  return {
    ...plane,
    sizes,
    height,
    axis,
    ticks,
    ends,
    twoLines: narrow,
    figures: figureBoxes(trend, context, { sizes, plot, at, named: new Set(ends.map((e) => e.series)), x, y, axis })
  };
}

function lastPoint(s: TrendSeries): TrendPoint {
  const segment = s.segments[s.segments.length - 1]!;
  return segment[segment.length - 1]!;
}

/** Half a month either side of a single day. */
function spanOf(trend: Trend): [number, number] {
  const days = trend.periods.map((p) => axisDay(p.end));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const pad = from === to ? 15 * 86_400_000 : 0;
  return [from - pad, to + pad];
}

function ticksOfAxis({ min, max, step }: ValueAxis): string[] {
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, i) => axisNumber(min + i * step));
}

/**
 * Which series are named at their end: where a place goes on in another 口径 only its latest line, the mark of the change
 * says the rest.
 */
export function namedSeries(series: readonly TrendSeries[]): TrendSeries[] {
  const latest = new Map<string, TrendSeries>();
  for (const s of series) {
    const key = `${s.place.id}#${s.span}`;
    const known = latest.get(key);
    if (!known || lastPoint(s).period.end >= lastPoint(known).period.end) latest.set(key, s);
  }
  return series.filter((s) => latest.get(`${s.place.id}#${s.span}`) === s);
}

type EndTexts = Pick<EndLabel, 'name' | 'value' | 'grade'>;

function endTexts(s: TrendSeries, trend: Trend, { font, narrow }: TypeSizes, context: RenderContext): EndTexts {
  const severalSpans = new Set(trend.series.map((one) => one.span)).size > 1;
  const name = severalSpans ? `${placeLabel(s.place)}（${s.span}）` : placeLabel(s.place);
  return {
    name: fitMarked(name, placeMark(s.place), font, (narrow ? 96 : 180) * context.scale),
    value: pointLabel(lastPoint(s), trend),
    grade: gradeOf(s)
  };
}

function endWidth({ name, value, grade }: EndTexts, { font, small, narrow }: TypeSizes): number {
  const second = textWidth(` ${value}`, font) + textWidth(` ${grade}`, small);
  return narrow ? Math.max(textWidth(name, font), second) : textWidth(name, font) + second;
}

function endLabels(
  named: readonly TrendSeries[],
  texts: ReadonlyMap<TrendSeries, EndTexts>,
  at: (p: TrendPoint) => readonly [number, number],
  room: { readonly lineHeight: number; readonly from: number; readonly to: number }
): EndLabel[] {
  const important = named
    .map((_, i) => i)
    .sort((a, b) => Number(named[b]!.isFocus) - Number(named[a]!.isFocus) || a - b);
  const middles = stackLabels(
    named.map((s) => at(lastPoint(s))[1]),
    room.lineHeight,
    room.from,
    room.to,
    important
  );
  return named.flatMap((series, i) => {
    const y = middles[i];
    return typeof y === 'number' ? [{ series, ...texts.get(series)!, y, from: at(lastPoint(series)) }] : [];
  });
}

interface FigurePlan {
  readonly sizes: TypeSizes;
  readonly plot: Box;
  readonly at: (p: TrendPoint) => readonly [number, number];
  /** Series whose last figure stands at their name. */
  readonly named: ReadonlySet<TrendSeries>;
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  readonly axis: { readonly fromZero: boolean };
}

/** Figures at the points of a chart with few of them: the focus place first, the latest first. */
function figureBoxes(trend: Trend, context: RenderContext, plan: FigurePlan): Map<TrendPoint, Box> {
  const points = trend.series.flatMap((s) => s.segments.flatMap((seg) => seg.map((point) => ({ s, point }))));
  if (points.length > MOST_FIGURES) return new Map();
  const { font, small } = plan.sizes;
  const { plot, at } = plan;
  const dot = Math.round(9 * context.scale);
  const shown = points
    .filter(({ s, point }) => !(plan.named.has(s) && point === lastPoint(s)))
    .filter(({ s }) => context.spotlight === undefined || s.place.id === context.spotlight)
    .sort((a, b) => Number(b.s.isFocus) - Number(a.s.isFocus) || (a.point.period.end < b.point.period.end ? 1 : -1));
  const wishes = shown.map(({ point }) => {
    const [x, y] = at(point);
    const width = textWidth(pointLabel(point, trend), font);
    const height = Math.ceil(font * LINE);
    const off = dot / 2 + 3;
    const corners: [number, number][] = [
      [x - width / 2, y - off - height],
      [x - width / 2, y + off],
      [x + off, y - height / 2],
      [x - off - width, y - height / 2],
      [x + off, y - off - height],
      [x + off, y + off],
      [x - off - width, y - off - height],
      [x - off - width, y + off],
      [x + off, y + height * 0.7],
      [x + off, y - height * 1.7]
    ];
    return { width, height, corners };
  });
  const dots = points.map(({ point }): Box => {
    const [x, y] = at(point);
    return { left: x - dot / 2, top: y - dot / 2, width: dot, height: dot };
  });
  const whiskers = points.flatMap(({ point }): Box[] => {
    const ends = endsOf(point.observation, trend.scale);
    if (!ends) return [];
    const [top, bottom] = [plan.y(ends[1]), plan.y(ends[0])];
    return [{ left: at(point)[0] - dot / 2, top, width: dot, height: bottom - top }];
  });
  const words = [
    ...trend.breaks.map((b) => boxOver(plan.x(b.period.start), plot.top, textWidth(b.label, small), small)),
    ...(plan.axis.fromZero ? [] : [boxOver(plot.left, plot.top, textWidth('纵轴不从0起', small) * 2, small)])
  ];
  const bounds: Box = { left: plot.left, top: 2, width: plot.width + 8, height: plot.top + plot.height - 4 };
  // Off the lines where there is room for that, else on them: the figures break a line that they stand on.
  const taken = [...dots, ...whiskers, ...words];
  const clear = placeLabels(wishes, bounds, [...taken, ...alongLines(trend, at)]);
  const kept = clear.filter((box): box is Box => box !== null);
  const rest = placeLabels(
    wishes.filter((_, i) => clear[i] === null),
    bounds,
    [...taken, ...kept]
  );
  const boxes = clear.map((box) => box ?? rest.shift()!);
  return new Map(shown.flatMap(({ point }, i) => (boxes[i] ? [[point, boxes[i]!] as const] : [])));
}

/** Small boxes along the lines between points that are joined. */
function alongLines(trend: Trend, at: (p: TrendPoint) => readonly [number, number]): Box[] {
  const step = 6;
  const boxes: Box[] = [];
  for (const segment of trend.series.flatMap((s) => s.segments)) {
    segment.slice(1).forEach((point, i) => {
      const [[x1, y1], [x2, y2]] = [at(segment[i]!), at(point)];
      const count = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / step);
      for (let n = 0; n <= count; n += 1) {
        const [x, y] = [x1 + ((x2 - x1) * n) / count, y1 + ((y2 - y1) * n) / count];
        boxes.push({ left: x - step / 2, top: y - step / 2, width: step, height: step });
      }
    });
  }
  return boxes;
}

function boxOver(x: number, top: number, width: number, size: number): Box {
  return { left: x - width / 2, top: top - size * 1.4 - 8, width, height: size * 1.4 + 6 };
}
