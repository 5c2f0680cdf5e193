/** Several small charts on a slide, each with its words above it: the places of the wall. */
import type { SmallChart, SmallCharts } from '../../charts/office/facetCharts';
import { textWidth } from '../../charts/drawing';
import { palette } from '../../charts/theme';
import type { PlacedChart } from './chartGeometry';
import { chartFrameXml, textXml, type ShapeBox, type Paragraph } from './drawingXml';
import type { ShapeList } from './shapeList';

/** Two units are a point. */
const PT = 2;

/** Puts small charts on a slide, as one group. @param relation of the body; each chart's begins with it */
export function addSmallCharts(
  shapes: ShapeList,
  { charts, key, ends, font, small, gutter }: SmallCharts,
  box: ShapeBox,
  relation: string
): PlacedChart[] {
  const first = shapes.length;
  const at = (own: ShapeBox): ShapeBox => ({ ...own, left: box.left + own.left, top: box.top + own.top });
  const size = small / PT;
  const soft = (text: string, align: 'left' | 'right'): Paragraph => ({
    runs: [{ text, size, colour: palette.inkSoft }],
    align
  });
  shapes.add('图例', (named) =>
    textXml(named, at({ left: 0, top: 0, width: box.width, height: small * 1.6 }), [
      {
        runs: key.flatMap(({ text, colour }) => [
          ...(colour ? [{ text: '━ ', size, colour, bold: true }] : []),
          { text: `${text}　　`, size, colour: palette.inkSoft }
        ])
      }
    ])
  );
  const placed = charts.map((one, i): PlacedChart => {
    addHead(shapes, one, font, at);
    const { frame, room } = frameOf(one, small, gutter);
    const own = `${relation}n${i + 1}`;
    const description = `${one.head.title} ${one.head.value}`;
    shapes.add(one.head.title, (named) => chartFrameXml(named, at(frame), { relation: own, description }));
    for (const { text, ...words } of one.breaks)
      shapes.add('口径变化', (named) =>
        textXml(named, at(words), [{ runs: [{ text, size, colour: palette.clock }] }], { anchor: 'ctr' })
      );
    return { relation: own, chart: one.chart, room };
  });
  for (const {
    at: [x, y],
    text,
    align
  } of ends) {
    // Some programs put a space between a number and the sign that follows it.
    const width = textWidth(text, small) * 1.25 + small;
    const own = { left: align === 'left' ? x : x - width, top: y - small * 0.75, width, height: small * 1.5 };
    shapes.add('时间', (named) => textXml(named, at(own), [soft(text, align)], { anchor: 'ctr' }));
  }
  shapes.group('小图', box, first);
  return placed;
}

/** Name to the left, last number to the right. */
function addHead(shapes: ShapeList, { head }: SmallChart, font: number, at: (own: ShapeBox) => ShapeBox): void {
  const size = font / PT;
  const own = { left: head.left, top: head.y - font * 0.75, width: head.right - head.left, height: font * 1.5 };
  const run = (text: string, bold: boolean): Paragraph['runs'][number] => ({
    text,
    size,
    colour: head.isOwn ? palette.accent : palette.ink,
    bold
  });
  shapes.add(head.title, (named) =>
    textXml(named, at(own), [{ runs: [run(head.title, head.isOwn)], align: 'left' }], { anchor: 'ctr' })
  );
  shapes.add(head.title, (named) =>
    textXml(named, at(own), [{ runs: [run(head.value, true)], align: 'right' }], { anchor: 'ctr' })
  );
}

/** The frame of a chart around its lines: room for marks at their ends, and for the numbers of its axis. */
function frameOf(
  { plot, isNumbered }: SmallChart,
  small: number,
  gutter: number
): { frame: ShapeBox; room: PlacedChart['room'] } {
  const pad = Math.round(small * 0.6);
  const left = isNumbered ? Math.max(gutter, pad) : pad;
  const frame = {
    left: plot.left - left,
    top: plot.top - pad,
    width: left + plot.width + pad,
    height: plot.height + 2 * pad
  };
  return {
    frame,
    room: {
      width: frame.width / PT,
      height: frame.height / PT,
      font: small / PT,
      names: [],
      small: {
        isNumbered,
        plot: {
          x: left / frame.width,
          y: pad / frame.height,
          width: plot.width / frame.width,
          height: plot.height / frame.height
        }
      }
    }
  };
}
