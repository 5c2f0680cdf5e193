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
const UNSEEN: readonly NativeRole[] = ['tick', 'value', 'gap', 'stroke', 'spacer', 'mark'];

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
  const { frame, bounds } = place;
  const wishes = (chart.callouts ?? []).flatMap(({ series, category, text }): CalloutWish[] => {
    const at = pointIn(chart, room, series, category);
    return at ? [{ text, at: [frame.left + at[0] * frame.width, frame.top + at[1] * frame.height] }] : [];
  });
  if (wishes.length === 0) return;
  for (const { lines, box, from, to } of placeCallouts(
    wishes,
    bounds,
    obstaclesOf(chart, room, place),
    TYPE * PT,
    chart.kind !== 'lines' && chart.kind !== 'scatter'
  )) {
    shapes.add('引线', (named) => leaderXml(named, [from, to], palette.ink, 1));
    shapes.add(`短说明 ${lines.join('')}`, (named) =>
      calloutXml(named, box, lines, { size: TYPE, fill: palette.warnWash, colour: palette.warnInk, edge: palette.ink })
    );
  }
}

/** Bars, points, lines and the words at them, estimated without drawing. */
function obstaclesOf(chart: NativeChart, room: ChartRoom, { frame, beside }: CalloutRoom): Obstacle[] {
  const font = room.font * PT;
  const plot = plotBox(chart, room);
  const units = { left: frame.left + plot.x * frame.width, bottom: frame.top + (plot.y + plot.height) * frame.height };
  const at = (series: number, category: number): [number, number] | undefined => {
    const found = pointIn(chart, room, series, category);
    return found ? [frame.left + found[0] * frame.width, frame.top + found[1] * frame.height] : undefined;
  };
  const words = (text: string, left: number, middle: number): Obstacle => ({
    left,
    top: middle - 0.65 * font,
    // Some programs put a space between a number and the sign that follows it.
    width: textWidth(text, font) * 1.1,
    height: 1.3 * font,
    kind: 'word'
  });
  const axis: Obstacle[] = [
    { left: frame.left, top: frame.top, width: units.left - frame.left, height: frame.height, kind: 'word' },
    {
      left: frame.left,
      top: units.bottom,
      width: frame.width,
      height: frame.top + frame.height - units.bottom,
      kind: 'word'
    }
  ];
  const row = (plot.height * frame.height) / Math.max(1, chart.categories.length);
  // Figures of a row end at the right edge of their column, in one line or two.
  const column = (chart.beside?.texts ?? []).map((text, i): Obstacle => {
    const width = Math.min(beside, textWidth(text, font));
    const middle = frame.top + (plot.y * frame.height + (i + 0.5) * row);
    return {
      left: frame.left + frame.width + beside - width,
      top: middle - 0.9 * font,
      width,
      height: 1.8 * font,
      kind: 'word'
    };
  });
  const ends = endLabelsFit(chart, room);
  const right = frame.left + (plot.x + plot.width) * frame.width;
  const names: Obstacle[] =
    chart.kind === 'lines' && seriesWithoutStrokes(chart).length > 0
      ? [
          {
            left: right + 0.5 * font,
            top: frame.top,
            width: frame.left + frame.width - right,
            height: frame.height,
            kind: 'word'
          }
        ]
      : [];
  const marks = chart.series.flatMap((s, series) =>
    s.points.flatMap((p, category): Obstacle[] => {
      const found = at(series, category);
      if (!p || !found || UNSEEN.includes(s.role)) return [];
      const [x, y] = found;
      if (s.role === 'base') return [];
      if (chart.kind !== 'lines' && chart.kind !== 'scatter') {
        const bar: Obstacle = {
          left: units.left,
          top: y - 0.3 * row,
          width: x - units.left,
          height: 0.6 * row,
          kind: 'mark'
        };
        return s.labelled && chart.kind === 'bars' ? [bar, words(p.text, x + 0.4 * font, y)] : [bar];
      }
      const dot: Obstacle = { left: x - 8, top: y - 8, width: 16, height: 16, kind: 'mark' };
      const isNamed = ends && category === lastPointOf(s);
      const label = s.labelled && !isNamed ? [words(p.text, x - textWidth(p.text, font) / 2, y - 1.1 * font)] : [];
      const next = s.role === 'bar' ? undefined : at(series, category + 1);
      return [dot, ...label, ...(next ? alongLine(found, next) : [])];
    })
  );
  return [...axis, ...column, ...names, ...marks];
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
