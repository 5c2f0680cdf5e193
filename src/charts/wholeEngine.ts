/** ECharts with every kind of series that a chart of ours has, and a chart as a picture in text. */
import { LineChart, ScatterChart } from 'echarts/charts';
import { init, use } from 'echarts/core';
import type Displayable from 'zrender/lib/graphic/Displayable.js';
import Group from 'zrender/lib/graphic/Group.js';
import Circle from 'zrender/lib/graphic/shape/Circle.js';
import Line from 'zrender/lib/graphic/shape/Line.js';
import Rect from 'zrender/lib/graphic/shape/Rect.js';
import Text from 'zrender/lib/graphic/Text.js';
import { cleanText } from '../domain/wording/cleanText';
import type { DrawingBuilder } from './drawing';
import { becomeWhole, type EChartsType } from './engine';
import type { Box } from './labelLayout';
import { fontFamily, type RenderContext } from './theme';

use([LineChart, ScatterChart]);
becomeWhole();

export interface ChartPicture {
  /** A whole `<svg>` element as text. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws a chart anew for a picture: nothing of the page's size or zoom is in it. */
export function chartPicture(build: DrawingBuilder, context: RenderContext): ChartPicture {
  const drawing = build(context);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: context.width, height: drawing.height });
  try {
    chart.setOption(drawing.option);
    drawing.over?.(chart);
    // Quotation marks of the font names stand in an attribute, where the renderer doesn't escape them.
    const svg = cleanText(chart.renderToSVGString()).split(fontFamily).join(fontFamily.replace(/"/g, "'"));
    return { svg, width: context.width, height: drawing.height };
  } finally {
    chart.dispose();
  }
}

/** Something painted over a chart, in its px. */
export type ChartShape =
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly stroke: string;
      readonly lineWidth: number;
    }
  | { readonly kind: 'dot'; readonly at: readonly [number, number]; readonly radius: number; readonly fill: string }
  | {
      readonly kind: 'box';
      readonly box: Box;
      readonly radius: number;
      readonly fill: string;
      readonly stroke: string;
      readonly lineWidth: number;
    }
  /** Lines of text round a point. */
  | {
      readonly kind: 'words';
      readonly at: readonly [number, number];
      readonly text: string;
      readonly font: number;
      readonly lineHeight: number;
      readonly fill: string;
    };

/** Above everything that ECharts draws. */
const ABOVE = { silent: true, z: 1e4 } as const;

/** Paints shapes over a chart. @returns takes them away */
export function paintOver(chart: EChartsType, shapes: readonly ChartShape[]): () => void {
  const group = new Group();
  for (const shape of shapes) group.add(elementOf(shape));
  const painting = paintingOf(chart);
  painting.add(group);
  return () => painting.remove(group);
}

function elementOf(shape: ChartShape): Displayable {
  switch (shape.kind) {
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return new Line({
        ...ABOVE,
        shape: { x1, y1, x2, y2 },
        style: { stroke: shape.stroke, lineWidth: shape.lineWidth }
      });
    }
    case 'dot': {
      const [cx, cy] = shape.at;
      return new Circle({ ...ABOVE, shape: { cx, cy, r: shape.radius }, style: { fill: shape.fill } });
    }
    case 'box': {
      const { left: x, top: y, width, height } = shape.box;
      const { fill, stroke, lineWidth } = shape;
      return new Rect({
        ...ABOVE,
        shape: { x, y, width, height, r: shape.radius },
        style: { fill, stroke, lineWidth }
      });
    }
    case 'words': {
      const [x, y] = shape.at;
      const { text, fill, lineHeight, font: fontSize } = shape;
      const style = { text, fill, lineHeight, fontSize, fontFamily, align: 'center', verticalAlign: 'middle' } as const;
      return new Text({ ...ABOVE, x, y, style }) as unknown as Displayable;
    }
  }
}

/** Something that a chart has painted. */
export interface PaintedBox {
  /** As the painter calls it: `tspan`, `rect`, `line`, `ec-polyline` … */
  readonly kind: string;
  readonly box: Box;
  /** Of a line through points: `x, y, x, y …`. */
  readonly points?: readonly number[];
  /** Empty for none. */
  readonly fill: string;
}

/** Everything that is painted, without what was painted over it. */
export function paintedOf(chart: EChartsType): PaintedBox[] {
  return paintingOf(chart)
    .storage.getDisplayList(true)
    .filter((one) => !one.ignore && !one.invisible && one.z < ABOVE.z)
    .map((one): PaintedBox => {
      const { style, shape } = one as { style?: { fill?: unknown }; shape?: { points?: ArrayLike<unknown> } };
      const points = one.type.includes('polyline') ? shape?.points : undefined;
      return {
        kind: one.type,
        box: boxOf(one),
        ...(points ? { points: Array.from(points).flat() as number[] } : {}),
        fill: typeof style?.fill === 'string' ? style.fill : style?.fill ? 'pattern' : ''
      };
    });
}

function boxOf(one: Displayable): Box {
  const rect = one.getBoundingRect().clone();
  const transform = one.getComputedTransform();
  if (transform) rect.applyTransform(transform);
  return { left: rect.x, top: rect.y, width: rect.width, height: rect.height };
}

interface Painting {
  readonly storage: { readonly getDisplayList: (update: boolean) => readonly Displayable[] };
  readonly add: (group: Group) => void;
  readonly remove: (group: Group) => void;
}

/** ECharts declares the types of its painter once more, as others than the painter's own. */
function paintingOf(chart: EChartsType): Painting {
  return chart.getZr() as unknown as Painting;
}
