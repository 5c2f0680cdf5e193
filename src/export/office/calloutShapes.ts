/** Short remarks at the marks of a native chart: boxes with a line to where the office program draws the mark. */
import { type CalloutWish, type Obstacle, placeCallouts } from '../../charts/calloutLayout';
import { textWidth } from '../../charts/drawing';
import type { NativeChart, NativeRole } from '../../charts/office/nativeChart';
import { palette } from '../../charts/theme';
import { endLabelsFit, lastPointOf, seriesWithoutStrokes, plotBox, pointIn, type ChartRoom } from './chartGeometry';
import { type ShapeBox, calloutXml, leaderXml } from './drawingXml';
import type { ShapeList } from './shapeList';

/** Two units are a point. */
const PT = 2;
/** Type of a remark in pt. */
const TYPE = 12;

/** What isn't in the way of a remark. */
const UNSEEN: readonly NativeRole[] = ['tick', 'value', 'gap', 'stroke', 'spacer', 'mark', 'base'];

export interface CalloutRoom {
  /** Of the chart, in units. */
  readonly frame: ShapeBox;
  /** Where remarks may stand. */
  readonly bounds: ShapeBox;
  /** Units right of the chart that figures of its rows take. */
  readonly beside: number;
}

/** Puts the remarks of a chart on the slide, after everything that they keep clear of. */
export function addCallouts(shapes: ShapeList, chart: NativeChart, room: ChartRoom, place: CalloutRoom): void {
  const layout = layoutOf(chart, room, place.frame);
  const wishes = (chart.callouts ?? []).flatMap(({ series, category, text }): CalloutWish[] => {
    const at = layout.at(series, category);
    return at ? [{ text, at }] : [];
  });
  if (wishes.length === 0) return;
  const obstacles = obstaclesOf(chart, room, layout, place.beside);
  const areRows = chart.kind !== 'lines' && chart.kind !== 'scatter';
  for (const { lines, box, from, to } of placeCallouts(wishes, place.bounds, obstacles, TYPE * PT, areRows)) {
    shapes.add('引线', (named) => leaderXml(named, [from, to], palette.ink, 1));
    shapes.add(`短说明 ${lines.join('')}`, (named) =>
      calloutXml(named, box, lines, { size: TYPE, fill: palette.warnWash, colour: palette.warnInk, edge: palette.ink })
    );
  }
}

/** Where a chart stands on the slide, in units. */
interface Layout {
  readonly frame: ShapeBox;
  /** Left end of the plot, and its right and lower ones. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Top of the plot. */
  readonly top: number;
  /** Height of a category's row. */
  readonly row: number;
  readonly font: number;
  /** Of a point by its series and category; undefined where it isn't drawn. */
  readonly at: (series: number, category: number) => readonly [number, number] | undefined;
}

function layoutOf(chart: NativeChart, room: ChartRoom, frame: ShapeBox): Layout {
  const plot = plotBox(chart, room);
  return {
    frame,
    left: frame.left + plot.x * frame.width,
    right: frame.left + (plot.x + plot.width) * frame.width,
    top: frame.top + plot.y * frame.height,
    bottom: frame.top + (plot.y + plot.height) * frame.height,
    row: (plot.height * frame.height) / Math.max(1, chart.categories.length),
    font: room.font * PT,
    at(series, category) {
      const found = pointIn(chart, room, series, category);
      return found ? [frame.left + found[0] * frame.width, frame.top + found[1] * frame.height] : undefined;
    }
  };
}

/** Bars, points, lines and the words at them, estimated without drawing. */
function obstaclesOf(chart: NativeChart, room: ChartRoom, layout: Layout, beside: number): Obstacle[] {
  const ends = endLabelsFit(chart, room);
  return [
    ...axisWords(layout),
    ...wordsBeside(chart, layout, beside),
    ...namesOfLines(chart, layout),
    ...chart.series.flatMap((_, series) => marksOf(chart, series, layout, ends))
  ];
}

/** What the axes say, left of the plot and below it. */
function axisWords({ frame, left, bottom }: Layout): Obstacle[] {
  return [
    { left: frame.left, top: frame.top, width: left - frame.left, height: frame.height, kind: 'word' },
    { left: frame.left, top: bottom, width: frame.width, height: frame.top + frame.height - bottom, kind: 'word' }
  ];
}

/** Figures of a row end at the right edge of their column, in one line or two. */
function wordsBeside(chart: NativeChart, { frame, top, row, font }: Layout, beside: number): Obstacle[] {
  return (chart.beside?.texts ?? []).map((text, i): Obstacle => {
    const width = Math.min(beside, textWidth(text, font));
    return {
      left: frame.left + frame.width + beside - width,
      top: top + (i + 0.5) * row - 0.9 * font,
      width,
      height: 1.8 * font,
      kind: 'word'
    };
  });
}

/** Names that stand at the ends of lines. */
function namesOfLines(chart: NativeChart, { frame, right, font }: Layout): Obstacle[] {
  if (chart.kind !== 'lines' || seriesWithoutStrokes(chart).length === 0) return [];
  const width = frame.left + frame.width - right;
  return [{ left: right + 0.5 * font, top: frame.top, width, height: frame.height, kind: 'word' }];
}

/** The marks of a series with the words at them. @param ends whether the ends of lines bear names */
function marksOf(chart: NativeChart, series: number, layout: Layout, ends: boolean): Obstacle[] {
  const s = chart.series[series]!;
  if (UNSEEN.includes(s.role)) return [];
  const { left, row, font, at } = layout;
  return s.points.flatMap((p, category): Obstacle[] => {
    const found = at(series, category);
    if (!p || !found) return [];
    const [x, y] = found;
    if (chart.kind !== 'lines' && chart.kind !== 'scatter') {
      const bar: Obstacle = { left, top: y - 0.3 * row, width: x - left, height: 0.6 * row, kind: 'mark' };
      return s.labelled && chart.kind === 'bars' ? [bar, wordsAt(p.text, x + 0.4 * font, y, font)] : [bar];
    }
    const dot: Obstacle = { left: x - 8, top: y - 8, width: 16, height: 16, kind: 'mark' };
    const isNamed = ends && category === lastPointOf(s);
    const middle = x - textWidth(p.text, font) / 2;
    const label = s.labelled && !isNamed ? [wordsAt(p.text, middle, y - 1.1 * font, font)] : [];
    const next = s.role === 'bar' ? undefined : at(series, category + 1);
    return [dot, ...label, ...(next ? alongLine(found, next) : [])];
  });
}

/** @param middle of their height */
function wordsAt(text: string, left: number, middle: number, font: number): Obstacle {
  return {
    left,
    top: middle - 0.65 * font,
    // Some programs put a space between a number and the sign that follows it.
    width: textWidth(text, font) * 1.1,
    height: 1.3 * font,
    kind: 'word'
  };
}

/** Small boxes along a line. */
function alongLine([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Obstacle[] {
  const step = 14;
  const count = Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / step);
  return Array.from({ length: count }, (_, n) => ({
    left: x1 + ((x2 - x1) * n) / count - step / 4,
    top: y1 + ((y2 - y1) * n) / count - step / 4,
    width: step / 2,
    height: step / 2,
    kind: 'line'
  }));
}
