/** How a heat table is parted for a wall. */
import { textWidth } from '../charts/drawing';
import type { HeatCell, HeatRow, HeatTable } from '../domain/compare/heatAnswer';
import { heatKey, PARTED } from '../domain/compare/heatKey';
import { cellGrade, cellPeriod, heatRowHead } from '../domain/compare/heatRowHead';
import { placeLabel } from '../domain/wording/placeLabel';
import type { HeatBody } from '../figures/figure';
import { READABLE_ROWS } from '../figures/readableRows';
import { CELL, pages, plainStep, type SlideStep } from './slideStep';
import { innerWidth, lineCount, SLIDE, type SlideFormat } from './slideText';
import { evenRuns } from './tableLayout';

/** Of a heat table: the column with the names, what is above the sentence below it, a place at least, a period on one line at most. */
const HEAT = { names: 290, legend: 14, place: 120, period: 200 } as const;
/** Of a table with fewer numbers than this share of its cells each page has the places that its rows need. */
const SPARSE = 0.5;

/** What stands where in a row. */
export interface HeatWords {
  /** Below the name, small: what its numbers have in common; empty for nothing. */
  readonly head: string;
  /** Of a cell with a number: beside it, and on a line of its own; each empty for nothing. */
  readonly beside: (cell: HeatCell) => string;
  readonly below: (cell: HeatCell) => string;
}

/** Period and grade beside the name where all numbers of the row share them, else in its cells. */
export function heatWords(row: HeatRow, { onePeriod }: Pick<HeatTable, 'onePeriod'>): HeatWords {
  if (onePeriod) return { head: '', beside: none, below: none };
  const { period, grade } = heatRowHead(row);
  return {
    head: [period, grade].filter(Boolean).join(' · '),
    beside: grade ? none : cellGrade,
    below: period ? none : cellPeriod
  };
}

function none(): string {
  return '';
}

/** Positions of the rows and places that a step shows. */
export function heatCells({ places, rows }: HeatTable, step: SlideStep): NonNullable<SlideStep['cells']> {
  const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
  return (
    step.cells ?? {
      rows: between(step.from, Math.min(step.to, rows.length)),
      columns: between(step.columns.from, Math.min(step.columns.to, places.length))
    }
  );
}

/**
 * As many places side by side as have the room: a row is read across. Where rows have few numbers, a page has those
 * that come from the same few places; else parts in which there is no number at all are left out.
 */
export function heatSlides({ answer }: HeatBody, room: number, { size, ...format }: SlideFormat): SlideStep[] {
  const width = innerWidth({ ...format, size }) / size;
  const words = answer.rows.map((row) => heatWords(row, answer));
  const texts = (cell: HeatCell, at: number) => [
    `${cell.text.replace(/[▲▼＝]/g, '中')} ${words[at]!.beside(cell)}`.trim(),
    words[at]!.below(cell)
  ];
  const wanted = answer.rows.map(({ cells }, at) =>
    cells.map((cell) => {
      if (cell.value === null) return 0;
      const [value = '', below = ''] = texts(cell, at);
      return Math.max(textWidth(value, SLIDE.text), below ? Math.min(HEAT.period, textWidth(below, SLIDE.small)) : 0);
    })
  );
  const widest = Math.max(HEAT.place, ...wanted.map((row) => Math.max(0, ...row)));
  const side = Math.max(2, Math.floor((width - HEAT.names) / (widest + CELL.side)));
  const columns = pages(answer.places.length, side);
  const filled = answer.rows.map(({ cells }) => cells.flatMap(({ value }, at) => (value === null ? [] : [at])));
  const isSparse = columns.length > 1 && isThin(filled, answer.places.length);
  const across = isSparse ? side : columns.reduce((longest, part) => Math.max(longest, part.to - part.from), 1);
  const cellWidth = (width - HEAT.names) / across;
  const lines = (text: string, px: number, type: number = SLIDE.text) =>
    text === '' ? 0 : Math.ceil(textWidth(text, type) / (px - CELL.side));
  const head = answer.places.reduce((high, place) => Math.max(high, lines(placeLabel(place), cellWidth)), 1);
  const line = SLIDE.text * CELL.leading;
  const heights = answer.rows.map(({ indicator, cells }, at) => {
    const name = lines(indicator.name, HEAT.names) + lines(words[at]!.head, HEAT.names, SLIDE.small);
    const high = cells.reduce((most, cell) => {
      // A period such as 2020年1月1日至10月26日 may take two lines below its value.
      const own = cell.value === null ? 1 : texts(cell, at).reduce((sum, text) => sum + lines(text, cellWidth), 0);
      return Math.max(most, own);
    }, name);
    return high * line + CELL.above;
  });
  const key = lineCount(heatKey(answer) + PARTED, SLIDE.small, width) * SLIDE.small * 1.4;
  const free = room / size - HEAT.legend - key - head * line - CELL.above;
  const steps = isSparse ? sparseSteps(filled, heights, free, side) : denseSteps(filled, heights, free, columns);
  return steps.length > 0
    ? steps
    : [{ ...plainStep({ from: 0, to: Math.min(answer.rows.length, READABLE_ROWS) }), columns: columns[0]! }];
}

type Positions = readonly number[];

function isThin(filled: readonly Positions[], places: number): boolean {
  return filled.reduce((sum, { length }) => sum + length, 0) < SPARSE * places * filled.length;
}

function denseSteps(
  filled: readonly Positions[],
  heights: readonly number[],
  free: number,
  columns: readonly SlideStep['columns'][]
): SlideStep[] {
  const rows = evenRuns(heights, free, READABLE_ROWS);
  return columns
    .flatMap((c) => rows.map((r) => ({ ...plainStep(r), columns: c })))
    .filter(({ from, to, columns: c }) =>
      filled.slice(from, to).some((places) => places.some((at) => c.from <= at && at < c.to))
    );
}

/**
 * Page by page the first row that is left, and then, as long as there is room, the one that needs the fewest places beside
 * those that are there. A row of more places than a page has goes on on another.
 */
function sparseSteps(
  filled: readonly Positions[],
  heights: readonly number[],
  free: number,
  side: number
): SlideStep[] {
  const steps: SlideStep[] = [];
  let left = filled.flatMap((places, row) =>
    pages(places.length, side).flatMap(({ from, to }) => (to > from ? [{ row, places: places.slice(from, to) }] : []))
  );
  while (left.length > 0) {
    const page: typeof left = [];
    const columns = new Set<number>();
    let height = 0;
    const more = ({ places }: (typeof left)[number]) => places.filter((at) => !columns.has(at)).length;
    const fits = (part: (typeof left)[number]) =>
      page.length < READABLE_ROWS && height + heights[part.row]! <= free && columns.size + more(part) <= side;
    for (let next: (typeof left)[number] | undefined = left[0]!; next;) {
      const taken = next;
      page.push(taken);
      height += heights[taken.row]!;
      for (const at of taken.places) columns.add(at);
      left = left.filter((part) => part !== taken);
      next = left.filter(fits).sort((a, b) => more(a) - more(b) || a.row - b.row)[0];
    }
    const rows = page.map(({ row }) => row).sort((a, b) => a - b);
    const sorted = [...columns].sort((a, b) => a - b);
    steps.push({ ...plainStep({ from: 0, to: rows.length }), cells: { rows, columns: sorted } });
  }
  return steps;
}
