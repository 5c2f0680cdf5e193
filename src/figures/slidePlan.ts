/**
 * What stands on a slide and in how many steps, worked out in the units of a wall 1,080 high and not from the window:
 * the wall and the presenter's window have to count the same steps whatever their size.
 */
import { textWidth } from '../charts/drawing';
import type { ChartBody, Figure, TableBody } from './figure';

export type Ratio = '16:9' | '4:3';

/** How a slide is to be laid out. */
export interface SlideFormat {
  readonly ratio: Ratio;
  /** Factor on the type, 1 by default. */
  readonly size: number;
}

/** What one press of the key brings: a part of the rows (and columns, of a heat table), all of it or one place in the light. */
export interface SlideStep {
  readonly from: number;
  readonly to: number;
  readonly columns: { readonly from: number; readonly to: number };
  readonly spotlight: string;
}

/** Sizes in units of a wall 1,080 high. Type never goes below 24. */
export const SLIDE = {
  height: 1080,
  side: 96,
  top: 56,
  foot: 88,
  subtitle: 30,
  text: 26,
  small: 24,
  /** On ECharts' type sizes: its smallest, 13, comes to 24. */
  chartScale: 1.85
} as const;

/** More than twelve bars can't be read from the last row of chairs. */
const MOST_ROWS = 12;

export function slideWidth(ratio: Ratio): number {
  return ratio === '4:3' ? 1440 : 1920;
}

/** Type size of a title: smaller as it grows longer, so that it takes three lines at most. */
export function titleSize(title: string, { ratio, size }: SlideFormat): number {
  const room = slideWidth(ratio) - 2 * SLIDE.side;
  const sizes = [56, 48, 42, 36];
  return (sizes.find((px) => textWidth(title, px * size) <= room * (px === 56 ? 2 : 2.7)) ?? 32) * size;
}

/** Warnings that stand on the slide itself: two at most, the others one key away. */
export function slideWarnings(figure: Figure): string[] {
  return figure.notes.filter((note) => note.level === '警示').map((note) => note.text).slice(0, 2);
}

/** One line with the key of the marks, and one with the rule of the lights, take this much where there are any. */
export function underlineRoom(figure: Figure, { size }: SlideFormat): number {
  const lines = (figure.body.kind === 'chart' && figure.body.legend ? 1 : 0) + (figure.rule ? 1 : 0);
  return lines * SLIDE.small * size * 1.5;
}

/** The height left for the chart, as near as can be said without drawing. */
export function bodyRoom(figure: Figure, title: string, format: SlideFormat): number {
  const room = slideWidth(format.ratio) - 2 * SLIDE.side;
  const lines = (text: string, px: number) => Math.ceil(textWidth(text, px) / (room * 0.97));
  const px = titleSize(title, format);
  const subtitle = figure.subtitle ? Math.min(2, lines(figure.subtitle, SLIDE.subtitle * format.size)) * SLIDE.subtitle * format.size * 1.45 : 0;
  const warnings = slideWarnings(figure).reduce((sum, text) => sum + Math.min(2, lines(text, SLIDE.small * format.size)) * SLIDE.small * format.size * 1.4 + 14, 0);
  return SLIDE.height - SLIDE.top - lines(title, px) * px * 1.3 - subtitle - 32 - warnings - underlineRoom(figure, format) - SLIDE.foot * format.size - 16;
}

/** The steps of a slide, one at least. */
export function slideSteps(figure: Figure, title: string, format: SlideFormat): SlideStep[] {
  const room = bodyRoom(figure, title, format);
  const { body } = figure;
  const line = SLIDE.text * format.size * 1.5;
  switch (body.kind) {
    case 'chart':
      return chartSteps(figure, body, room, format);
    case 'heat': {
      const width = slideWidth(format.ratio) - 2 * SLIDE.side - 360 * format.size;
      const columns = pages(body.answer.places.length, Math.max(2, Math.floor(width / (265 * format.size))));
      const rows = pages(body.answer.rows.length, Math.max(2, Math.floor((room - 3.2 * line) / (line * 1.95))));
      return columns.flatMap((c) => rows.map((r) => ({ ...r, columns: c, spotlight: '' })));
    }
    case 'list':
      return pages(body.items.length, Math.max(1, Math.floor(room / (line * 2.3)))).map(plainStep);
    case 'table':
      return tableSteps(pages(figure.table.rows.length, Math.max(2, Math.floor((room - line * (body.columnPages ? 4 : 1.5)) / (line * 1.35)))), body);
  }
}

function chartSteps(figure: Figure, body: ChartBody, room: number, format: SlideFormat): SlideStep[] {
  const scale = SLIDE.chartScale * format.size;
  const units = (slideWidth(format.ratio) - 2 * SLIDE.side) / scale;
  const least = body.leastWallRow && units >= body.leastWallRow.units ? body.leastWallRow.height : body.leastRow;
  const fit = body.rows === 0 ? 1 : Math.max(1, Math.floor((room - body.frame * scale) / (least * scale)));
  const all = body.rows === 0 ? [{ from: 0, to: 0 }] : pages(body.rows, Math.min(MOST_ROWS, fit));
  const steps = all.map(plainStep);
  if (!figure.spotlight) return steps;
  const at = body.owners ? body.owners.indexOf(figure.spotlight) : 0;
  const lit = steps.find((step) => body.rows === 0 || (step.from <= at && at < step.to)) ?? steps[0]!;
  return [{ ...lit, spotlight: figure.spotlight }, ...steps];
}

/** All rows of the first columns, then all rows of the next. */
function tableSteps(rows: readonly { from: number; to: number }[], { columnPages }: TableBody): SlideStep[] {
  if (!columnPages) return rows.map(plainStep);
  return columnPages.flatMap((_, page) => rows.map((r) => ({ ...r, columns: { from: page, to: page + 1 }, spotlight: '' })));
}

function plainStep({ from, to }: { from: number; to: number }): SlideStep {
  return { from, to, columns: { from: 0, to: 0 }, spotlight: '' };
}

/** Parts of nearly equal length, none longer than `most`; one empty part for nothing. */
function pages(count: number, most: number): { from: number; to: number }[] {
  const parts = Math.max(1, Math.ceil(count / most));
  const cuts = Array.from({ length: parts + 1 }, (_, i) => Math.round((i * count) / parts));
  return Array.from({ length: parts }, (_, i) => ({ from: cuts[i]!, to: cuts[i + 1]! }));
}
