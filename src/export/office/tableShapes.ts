/** Tables and large figures on a slide. */
import { palette } from '../../charts/theme';
import { gridRowHeight, type TableGrid, type TableGridCell } from '../plan/gridPlan';
import { UNITS_PER_INCH, type SlideBody } from '../plan/slideBodies';
import { lineXml, tableXml, textXml, type ShapeBox, type Paragraph, type ShapeName } from './drawingXml';
import { PLACEHOLDERS } from './masterXml';
import type { ShapeList } from './shapeList';

/** Cards: their height, and the room between two. */
const CARD = { height: 330, gap: 50, columns: 3 } as const;
/** In half a slide two stand side by side, as on the wall. */
const NARROW = 1000;

/** Large figures, three side by side: name, figure, period, what is to be said. */
export function addCards(
  shapes: ShapeList,
  items: Extract<SlideBody, { kind: 'cards' }>['items'],
  box: ShapeBox
): void {
  const { gap } = CARD;
  const columns = box.width < NARROW ? 2 : CARD.columns;
  const width = (box.width - (columns - 1) * gap) / columns;
  const height = Math.min(CARD.height, box.height / Math.ceil(items.length / columns));
  items.forEach((item, i) => {
    const left = box.left + (i % columns) * (width + gap);
    const top = box.top + Math.floor(i / columns) * height + 8;
    shapes.add(item.name, (named) => lineXml(named, { left, top, width, height: 0 }, palette.accent, 2.5));
    const line = (text: string, size: number, colour: string, bold?: boolean): Paragraph => ({
      runs: [{ text, size, colour, bold }]
    });
    shapes.add(item.name, (named) =>
      textXml(
        named,
        { left, top: top + 12, width, height: height - 28 },
        [
          line(item.name, 16, palette.ink),
          line(item.text, 34, palette.ink, true),
          line(item.period, 13, palette.inkSoft),
          ...(item.remark ? [line(item.remark, 14, palette.accent)] : [])
        ],
        { shrinks: true }
      )
    );
  });
}

/** How much higher than their words rows become at most: a short table isn't torn apart. */
const MOST_STRETCH = 1.6;

/** @param isAlone it fills the placeholder of the slide */
export function gridXml(named: ShapeName, grid: TableGrid, box: ShapeBox, isAlone: boolean): string {
  const { widths, font } = grid;
  const cell = (one: TableGridCell, isHead: boolean) => ({
    paragraphs: one.text.split('\n').map((text): Paragraph => ({
      runs: [
        { text, size: font, colour: isHead ? palette.inkSoft : (one.colour ?? palette.ink), bold: isHead || undefined }
      ],
      align: one.align === '右' ? 'right' : 'left',
      leading: 90
    })),
    fill: isHead ? palette.surface : (one.fill ?? palette.ground)
  });
  const row = (cells: readonly TableGridCell[], isHead: boolean) => ({
    height: gridRowHeight(cells, grid) * UNITS_PER_INCH,
    cells: cells.map((one) => cell(one, isHead))
  });
  const least = [row(grid.head, true), ...grid.rows.map((cells) => row(cells, false))];
  const whole = least.reduce((sum, one) => sum + one.height, 0);
  // Rows have the room that the page leaves, as on the wall.
  const stretch = Math.max(1, Math.min(MOST_STRETCH, (0.96 * box.height) / whole));
  const rows = least.map((one) => ({ ...one, height: one.height * stretch }));
  const height = whole * stretch;
  const units = widths.map((width) => width * UNITS_PER_INCH);
  return tableXml(named, { ...box, height }, units, rows, isAlone ? PLACEHOLDERS.content : undefined);
}
