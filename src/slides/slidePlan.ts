/**
 * In how many steps a slide is shown and how large its type may be, worked out in the units of a wall 1,080 high and
 * not from the window: the wall and the presenter's window have to count the same steps whatever their size.
 */
import { CALLOUT_MARGIN } from '../charts/calloutLayout';
import { textWidth } from '../charts/drawing';
import type { TableCell } from '../domain/table/table';
import { linesIn, widestWhole } from '../domain/wording/wholeParts';
import {
  type CardsBody,
  type ChartBody,
  type Figure,
  type PairBody,
  rowsAcross,
  type TableBody
} from '../figures/figure';
import { heatSteps } from './heatPlan';
import { paneFormat, paneRoom } from './pairPlan';
import { CELL, MOST_ROWS, pages, plainStep, type SlideStep } from './slideStep';
import { evenRuns, fairWidths, type Run } from './tableLayout';
import { wordsSteps } from './wordsPlan';
import { bodyRoom, innerWidth, SLIDE, type SlideFormat } from './slideText';

export { SLIDE, slideWidth, type SlideFormat } from './slideText';
export type { SlideStep } from './slideStep';

/** Type of a chart that has room to spare. */
const LARGEST_CHART = 2.6;
/** Narrower, at scale 1, a chart takes its form for a phone. */
const LEAST_CHART_WIDTH = 600;
/** Words along a time axis run into each other when they grow further. */
const TIME_AXIS_WIDTH = 800;
/** Type of a table, largest first. */
const TABLE_TYPE = [36, 34, 32, 30, 28, 26] as const;

/** The steps of a slide, one at least. */
export function slideSteps(
  figure: Figure,
  title: string,
  format: SlideFormat,
  problems: readonly string[] = []
): SlideStep[] {
  return stepsIn(figure, title, bodyRoom(figure, title, format, problems), format);
}

/** The steps of a figure in a room of that height. */
function stepsIn(figure: Figure, title: string, room: number, format: SlideFormat): SlideStep[] {
  const { body } = figure;
  switch (body.kind) {
    case 'chart':
      return chartSteps(figure, body, room, format);
    case 'heat':
      return heatSteps(body, room, format);
    case 'list':
      return evenRuns(
        body.items.map((text) => itemHeight(text, format)),
        room
      ).map((part) => plainStep(part));
    case 'cards':
      return cardPages(body.items, room, format).map((part) => plainStep(part));
    case 'table':
      return tableSteps(figure, body, room, format);
    case 'words':
      return wordsSteps(figure, body, title, room, format).map((part) => plainStep(part, part.scale));
    case 'pair':
      return pairSteps(body, room, format);
  }
}

/** Both sides turn their pages together; one that has fewer stays on its last. Nobody's own place comes first here. */
function pairSteps(pair: PairBody, room: number, format: SlideFormat): SlideStep[] {
  const [own, beside] = [pair.left, pair.right].map((figure) =>
    stepsIn(
      { ...figure, spotlight: '' },
      figure.verdict,
      paneRoom(pair, figure, room, format),
      paneFormat(pair, format)
    )
  ) as [SlideStep[], SlideStep[]];
  const at = (steps: readonly SlideStep[], n: number) => steps[Math.min(n, steps.length - 1)]!;
  return Array.from({ length: Math.max(own.length, beside.length) }, (_, n) => ({
    ...at(own, n),
    beside: at(beside, n)
  }));
}

/** A sentence of a list, with the room around it. */
function itemHeight(text: string, format: SlideFormat): number {
  const lines = Math.ceil((textWidth(text, LIST_TYPE * format.size) * CELL.wider) / innerWidth(format));
  return (Math.max(1, lines) * LIST_TYPE * 1.45 + 25) * format.size;
}

/** Type of a list. */
const LIST_TYPE = 32;

/** A large figure: sizes of its name, number, period and remark, what is around them, and the room between two. */
const CARD = {
  name: 32,
  text: 76,
  period: 26,
  remark: 28,
  around: 34,
  gapDown: 40,
  gapAcross: 56,
  leading: 1.4
} as const;
/** Cards leave the rest of a high wall free. */
const MOST_CARD_ROOM = 720;

/** As many cards as stand whole below each other: a name or a number that breaks makes all of its page higher. */
function cardPages(items: CardsBody['items'], room: number, format: SlideFormat): { from: number; to: number }[] {
  const columns = cardColumns(format);
  const width = innerWidth(format) / format.size;
  const own = (width - (columns - 1) * CARD.gapAcross) / columns;
  const lines = (text: string, px: number) => (text === '' ? 0 : Math.ceil((textWidth(text, px) * CELL.wider) / own));
  const height = (item: CardsBody['items'][number]) =>
    lines(item.name, CARD.name) * CARD.name * 1.3 +
    lines(item.text, CARD.text) * CARD.text * 1.15 +
    lines(item.period, CARD.period) * CARD.period * CARD.leading +
    lines(item.remark, CARD.remark) * CARD.remark * CARD.leading +
    CARD.around;
  const highest = items.reduce((most, item) => Math.max(most, height(item)), 0) + CARD.gapDown;
  const free = Math.min(room / format.size, MOST_CARD_ROOM) + CARD.gapDown;
  return pages(items.length, columns * Math.max(1, Math.floor(free / highest)));
}

/** How many large figures stand side by side. */
export function cardColumns({ size, narrower }: SlideFormat): number {
  return size > 1.2 || narrower ? 2 : 3;
}

function chartSteps(figure: Figure, body: ChartBody, room: number, format: SlideFormat): SlideStep[] {
  const smallest = smallestScale(body, format);
  const most = body.rows === 0 ? 1 : Math.min(MOST_ROWS, Math.max(1, fitting(body, smallest, room, format, 'least')));
  const all = body.rows === 0 ? [{ from: 0, to: 0 }] : pages(body.rows, most);
  const rows = all.reduce((longest, part) => Math.max(longest, part.to - part.from), 0);
  const scale = chartScale(body, rows, room, format);
  const steps = all.map((part) => plainStep(part, scale));
  if (!figure.spotlight) return steps;
  const at = body.owners ? body.owners.indexOf(figure.spotlight) : 0;
  const lit = steps.find((step) => body.rows === 0 || (step.from <= at && at < step.to)) ?? steps[0]!;
  return [{ ...lit, spotlight: figure.spotlight }, ...steps];
}

/** In its form for a phone a chart has smaller type, which stays as large on the wall. */
function smallestScale(body: ChartBody, format: SlideFormat): number {
  const isNarrow = chartWidth(body, format) / format.size / SLIDE.chartScale < LEAST_CHART_WIDTH;
  return isNarrow ? (SLIDE.chartScale * 13) / 12 : SLIDE.chartScale;
}

/** What the remarks beside its bars leave a chart. */
function chartWidth({ rows, callouts }: ChartBody, format: SlideFormat): number {
  return innerWidth(format) * (callouts && rows > 0 ? 1 - CALLOUT_MARGIN : 1);
}

/** How many rows of a chart fit at a scale, each as low as it may be or no lower than usual. */
function fitting(body: ChartBody, scale: number, room: number, format: SlideFormat, lowest: 'least' | 'usual'): number {
  const px = scale * format.size;
  const width = chartWidth(body, format) / px;
  const least = body.leastRowAt?.(width) ?? body.leastRow;
  const usual = body.usualRowAt?.(width) ?? Math.max(body.leastRow, least);
  const leastRow = lowest === 'usual' ? usual : least;
  return Math.floor((room - body.frame * px) / (leastRow * px)) * rowsAcross(body, width);
}

/** The largest type at which that many rows fit. */
function chartScale(body: ChartBody, rows: number, room: number, format: SlideFormat): number {
  const width = chartWidth(body, format) / format.size;
  const widest = width / (body.rows === 0 ? TIME_AXIS_WIDTH : LEAST_CHART_WIDTH);
  const smallest = smallestScale(body, format);
  for (let scale = Math.min(LARGEST_CHART, widest); scale > smallest; scale -= 0.05) {
    if (body.rows === 0 || fitting(body, scale, room, format, 'usual') >= rows) return Math.round(scale * 100) / 100;
  }
  return smallest;
}

/** All rows of the first columns, then all rows of the next, in the largest type at which a page holds them. */
function tableSteps({ table }: Figure, body: TableBody, room: number, format: SlideFormat): SlideStep[] {
  const groups = body.columnPages ?? [wallColumns(table.rows, body)];
  const sign = body.signOf ?? (() => '');
  const layouts = TABLE_TYPE.map((px) => tableLayout({ ...table, sign }, groups, px, room, format));
  const fewest = layouts[layouts.length - 1]!;
  // Larger type may break a long text once more; what stood in one line stays whole.
  const isCalm = ({ lines }: TableLayout) =>
    lines.every((row, r) => row.every((n, c) => n <= fewest.lines[r]![c]! + (fewest.lines[r]![c]! > 1 ? 1 : 0)));
  const { px, runs, widths } = layouts.find((one) => one.runs.length === fewest.runs.length && isCalm(one)) ?? fewest;
  return groups.flatMap((_, group) =>
    runs.map((run) => ({
      ...plainStep(run, px / SLIDE.text),
      widths: widths[group]!,
      columns: body.columnPages ? { from: group, to: group + 1 } : { from: 0, to: 0 }
    }))
  );
}

interface TableLayout {
  readonly px: number;
  /** Rows by page; the same for each group of columns. */
  readonly runs: readonly Run[];
  /** Shares of the width by group and column. */
  readonly widths: readonly (readonly number[])[];
  /** How many lines each cell takes, by row. */
  readonly lines: readonly (readonly number[])[];
}

function tableLayout(
  { sign, ...table }: Figure['table'] & { readonly sign: (cell: TableCell) => string },
  groups: readonly (readonly number[])[],
  px: number,
  room: number,
  format: SlideFormat
): TableLayout {
  const width = innerWidth(format) / format.size;
  const titles = table.columns.map((column) => column.title);
  const texts = table.rows.map((row) => row.map((cell) => sign(cell) + cell.text));
  const wanted = (at: number) =>
    [titles, ...texts].reduce((most, row) => Math.max(most, cellWidth(row[at], px)), 0) * CELL.wider + CELL.side;
  const least = (at: number) =>
    texts.reduce(
      (most, row) =>
        Math.max(
          most,
          widestWhole(row[at] ?? '', (part) => cellWidth(part, px))
        ),
      0
    ) *
      CELL.wider +
    CELL.side +
    1;
  const widths = groups.map((columns) => fairWidths(columns.map(wanted), width, columns.map(least)));
  /** Of each cell that is shown. */
  const linesOf = (row: readonly string[]) =>
    groups.flatMap((columns, g) =>
      columns.map((at, n) =>
        linesIn(row[at] ?? '', widths[g]![n]! - CELL.side + 1, (part) => cellWidth(part, px) * CELL.wider)
      )
    );
  const height = (lines: readonly number[]) => (Math.max(1, ...lines) * px * CELL.leading + CELL.above) * format.size;
  const lines = texts.map(linesOf);
  const most = room - height(linesOf(titles));
  const runs = evenRuns(lines.map(height), most, MOST_ROWS);
  return {
    px,
    runs,
    widths: widths.map((group) => group.map((w) => w / width)),
    lines
  };
}

/** Marks and dashes are as wide as a Chinese character in Chinese fonts. A column that a row doesn't have is empty. */
function cellWidth(text = '', px: number): number {
  return textWidth(text.replace(/[\u2014\u2018-\u201d\u2026\u25a0-\u25ff]/g, '中'), px);
}

/** The columns for a wall, without those in which nothing stands. */
export function wallColumns(rows: Figure['table']['rows'], { columns }: TableBody): readonly number[] {
  return columns.filter((at) => rows.length === 0 || rows.some((row) => row[at]?.text));
}
