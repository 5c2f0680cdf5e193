/**
 * How the sheets of a workbook lie on paper, one rule for all: across, one page wide where the type stays readable, on
 * A4 or A3, whichever takes less paper; columns give way where that costs the fewest lines. A table that is too wide
 * for either is cut at the borders of columns, and each part begins with the columns that say what a row is.
 */
import { columnNeeds, type ColumnNeeds, rowLines } from './columnNeeds';
import { ROW, rowHeight } from './rowHeight';
import type { SheetPlan } from './sheetPlan';
import { squeezed } from './squeeze';

export interface PageSetup {
  /** Of the columns, in characters of a digit's width. */
  readonly widths: readonly number[];
  readonly paper: 'A4' | 'A3';
  /** Columns side by side on a page, first and last, 0-based; more than one where the table is cut. */
  readonly parts: readonly (readonly [first: number, last: number])[];
  /** Columns that say what a row is, repeated with each part; 0 where it isn't cut. */
  readonly heads: number;
  /** Pages one below the other that it is fitted to; 0 for as many as it takes. */
  readonly tall: number;
  /** Percent, where a cut table is printed smaller than its parts are wide, to need fewer pages; else it is fitted. */
  readonly scale?: number;
}

interface Paper {
  readonly name: 'A4' | 'A3';
  /** What margins leave of it across, in pt. */
  readonly width: number;
  readonly height: number;
  /** Sheets of A4. */
  readonly area: number;
  /** Price of a page of a table that is cut: few large pages are laid side by side with less trouble. */
  readonly cut: number;
}

const PAPERS: readonly Paper[] = [
  { name: 'A4', width: 784, height: 516, area: 1, cut: 1 },
  // A little dearer than two of A4: not every office has it.
  { name: 'A3', width: 1133, height: 763, area: 2.1, cut: 0.9 }
];
/** Of a digit of the workbook's font, in pt. */
const CHARACTER = 6;
/** Sizes in which 11 pt may be printed, as shares of it, and how much more paper the larger type is worth. */
const TYPES = [
  { scale: 1, worth: 1 },
  { scale: 9 / 11, worth: 1.06 },
  { scale: 7.5 / 11, worth: 1.15 }
] as const;
const SMALLEST = 7.5 / 11;
/** Other fonts have wider digits: what isn't fitted leaves them room. */
const SPARE = 0.85;
/** To spare a page that would hold next to nothing. */
const SMALLEST_FITTED = 7 / 11;
/** Rows of a table that stand with its remarks on its last page. */
const LAST_ROWS = 3;
/** Part of a page below which it is next to empty. */
const POOR = 0.12;
/** Above this many rows nobody looks for the last page. */
const MOST_ROWS = 3000;

/**
 * Paper, direction and scale of a printed sheet: one page wide where type stays readable, on A3 where A4 is too narrow, else
 * cut between columns. Of the ways there are the one with the least price (`priceOf`).
 */
export function pageSetup(sheet: SheetPlan): PageSetup {
  const needs = columnNeeds(sheet);
  const single = wholeWays(sheet, needs);
  const ways = single.length > 0 ? single : PAPERS.flatMap((paper) => cutWays(sheet, needs, paper));
  const best = ways.reduce((a, b) => (priceOf(b, sheet, needs) < priceOf(a, sheet, needs) ? b : a));
  const { paper, widths, parts, heads, scale } = best;
  const tall = parts.length > 1 ? 0 : pagesTall(sheet, widths, paper);
  return { widths, paper: paper.name, parts, heads, tall, ...(scale ? { scale: Math.floor(scale * 100) } : {}) };
}

interface Way {
  readonly paper: Paper;
  readonly widths: readonly number[];
  readonly parts: PageSetup['parts'];
  readonly heads: number;
  readonly worth: number;
  /** Smaller than its width asks for. */
  readonly scale?: number;
}

/** One page across: on each paper in each size of type, as far as the columns can be made so narrow. */
function wholeWays(sheet: SheetPlan, needs: ColumnNeeds): Way[] {
  const parts: PageSetup['parts'] = [[0, sheet.widths.length - 1]];
  const sizes = PAPERS.flatMap((paper) =>
    TYPES.map(({ scale, worth }) => ({ paper, worth, room: paper.width / CHARACTER / scale }))
  );
  const ways: Way[] = [];
  let widths: readonly number[] | undefined = needs.wanted;
  for (const { paper, worth, room } of sizes.sort((a, b) => b.room - a.room)) {
    widths = squeezed(needs, widths, (own) => sum(own) <= room);
    if (!widths) break;
    ways.push({ paper, widths, parts, heads: 0, worth });
  }
  // The first of two that take as much paper is taken: A4 before A3.
  return ways.reverse();
}

/** The table cut into parts, from many wide columns to few narrow ones. */
function cutWays(sheet: SheetPlan, needs: ColumnNeeds, paper: Paper): Way[] {
  const groups = columnGroups(sheet);
  const heads = headColumns(sheet, needs);
  const room = paper.width / CHARACTER / SMALLEST;
  const partsIn = (own: readonly number[]) => partsOf(own, groups, heads, room);
  const ways: Way[] = [];
  let widths: readonly number[] | undefined = needs.wanted;
  for (let count = partsIn(widths).length; count > 1; count -= 1) {
    widths = squeezed(needs, widths, (own) => partsIn(own).length <= count);
    if (!widths) break;
    const parts = evenParts(widths, groups, heads, room);
    const way: Way = { paper, widths, parts, heads, worth: (1 + count / 20) * paper.cut };
    const lower = smallerScale(way, sheet, needs);
    ways.push(...(lower ? [{ ...way, scale: lower }] : []), way);
  }
  return ways.reverse();
}

/** At which the pages below each other get fewer, where the paper has room to spare across; undefined where at none. */
function smallerScale(way: Way, sheet: SheetPlan, needs: ColumnNeeds): number | undefined {
  const fitted = scaleOf(way);
  const pages = pagesBelow(way, fitted, sheet, needs);
  for (let scale = fitted * SPARE; pages > 1 && scale >= SMALLEST_FITTED; scale -= 0.01)
    if (pagesBelow(way, scale * 1.03, sheet, needs) < pages) return scale;
  return undefined;
}

/** Paper that a way takes, in sheets of A4, weighed by what it is like to read. */
function priceOf(way: Way, sheet: SheetPlan, needs: ColumnNeeds): number {
  const pages = pagesBelow(way, way.scale ?? scaleOf(way), sheet, needs);
  return way.parts.length * pages * way.paper.area * way.worth;
}

/** Pages one below the other, by the rows that were looked at. */
function pagesBelow({ paper, widths }: Way, scale: number, sheet: SheetPlan, needs: ColumnNeeds): number {
  const lines = rowLines(needs, widths);
  const mean = lines.length > 0 ? (sum(lines) * ROW) / lines.length : ROW;
  const rows = sheet.rows.length + (sheet.more?.count ?? 0);
  return Math.max(1, Math.ceil((rows * mean) / (paper.height / scale - 2 * ROW)));
}

/** At which its widest part is as wide as the paper. */
function scaleOf({ widths, parts, paper, heads }: Pick<Way, 'widths' | 'parts' | 'paper' | 'heads'>): number {
  const repeated = sum(widths.slice(0, heads));
  const widest = parts.reduce((most, part, at) => Math.max(most, partWidth(widths, part) + (at > 0 ? repeated : 0)), 1);
  return Math.min(1, paper.width / CHARACTER / widest);
}

/** Width of the columns of a part, without the heads that are repeated. */
export function partWidth(widths: readonly number[], [first, last]: readonly [number, number]): number {
  return sum(widths.slice(first, last + 1));
}

/** Columns that stay together: one whose head continues the head before it (`东湖县`, `东湖县·时期`). */
function columnGroups({ rows, frozen, widths }: SheetPlan): number[][] {
  const head = rows[frozen - 1] ?? [];
  const groups: number[][] = [];
  widths.forEach((_, at) => {
    const group = groups[groups.length - 1];
    const leader = group ? head[group[0]!]?.value : undefined;
    if (group && leader && String(head[at]?.value ?? '').startsWith(`${leader}·`)) group.push(at);
    else groups.push([at]);
  });
  return groups;
}

/** Through the first column that has words: a rank or a light alone doesn't say which row it is. */
function headColumns({ widths }: SheetPlan, { wanted }: ColumnNeeds): number {
  const named = wanted.findIndex((width) => width > 10);
  return named >= 0 && named < Math.min(3, widths.length - 1) ? named + 1 : 1;
}

function partsOf(
  widths: readonly number[],
  groups: readonly (readonly number[])[],
  heads: number,
  room: number
): [number, number][] {
  const repeated = sum(widths.slice(0, heads));
  const parts: [number, number][] = [];
  let used = 0;
  for (const group of groups) {
    const own = sum(group.map((at) => widths[at]!));
    const last = parts[parts.length - 1];
    const to = group[group.length - 1]!;
    if (last && (used + own <= room || last[1] < heads)) {
      last[1] = to;
      used += own;
    } else {
      parts.push([group[0]!, to]);
      used = (parts.length > 1 ? repeated : 0) + own;
    }
  }
  return parts;
}

/** No more parts than need be, and none much wider than another. */
function evenParts(
  widths: readonly number[],
  groups: readonly (readonly number[])[],
  heads: number,
  room: number
): [number, number][] {
  const whole = partsOf(widths, groups, heads, room);
  for (let narrow = Math.ceil(room / 2); narrow < room; narrow += 1) {
    const parts = partsOf(widths, groups, heads, narrow);
    if (parts.length <= whole.length) return parts;
  }
  return whole;
}

/** Where the last page would hold remarks alone or next to nothing, one page fewer; 0 where it needs no help. */
function pagesTall(sheet: SheetPlan, widths: readonly number[], paper: Paper): number {
  if (sheet.more || sheet.rows.length > MOST_ROWS) return 0;
  const across = sum(widths);
  const heights = sheet.rows.map((row) => rowHeight(row, widths, across).height);
  const whole = scaleOf({ widths, parts: [[0, widths.length - 1]], paper, heads: 0 });
  const lastRow = sheet.tableRows > 0 ? sheet.frozen + sheet.tableRows : heights.length;
  const pages = (scale: number) => pagesOf(heights, sheet.frozen, paper.height / scale);
  const isPoor = (made: readonly [from: number, used: number][]) => {
    const [from, used] = made[made.length - 1]!;
    return made.length > 1 && (used < POOR || (lastRow < heights.length && from > lastRow - LAST_ROWS));
  };
  if (!isPoor(pages(whole))) return 0;
  for (let scale = whole; scale >= SMALLEST_FITTED; scale -= 0.005)
    if (!isPoor(pages(scale))) return pages(scale).length;
  return 0;
}

/** For each page its first row (0-based) and the part of the page that is used; the head is repeated. */
function pagesOf(heights: readonly number[], frozen: number, room: number): [from: number, used: number][] {
  const pages: [number, number][] = [[0, 0]];
  const head = heights[frozen - 1] ?? 0;
  let used = 0;
  heights.forEach((height, at) => {
    if (used > 0 && used + height > room) {
      pages.push([at, 0]);
      used = head;
    }
    used += height;
    pages[pages.length - 1]![1] = used / room;
  });
  return pages;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
