/**
 * Where short remarks stand beside their marks: each as near as it can be without lying on words, marks or another
 * remark, with a line to its mark that crosses no words. Pure geometry in one unit, y downwards.
 */
import { unbreakablePieces } from '../domain/wording/wholeParts';
import { textWidth } from './drawing';
import type { Box } from './labelLayout';
import type { Point } from './polygon';

/** Something that a remark had better not cover. */
export interface Obstacle extends Box {
  readonly kind: 'word' | 'mark' | 'line';
}

export interface CalloutWish {
  readonly text: string;
  /** Its mark. */
  readonly at: Point;
}

export interface PlacedCallout {
  readonly lines: readonly string[];
  readonly box: Box;
  /** Where the line begins at the box and ends at the mark, or at the words beside it. */
  readonly from: Point;
  readonly to: Point;
}

/** Share of the width that bars leave to their remarks; over points they find their place. */
export const CALLOUT_MARGIN = 0.22;

/** Of a remark, by its type size: widest line, line height, room around its words, least way to its mark. */
const LOOK = { widest: 12, line: 1.35, pad: 0.4, away: 0.9 } as const;
/** What lying on something costs: any of it, and all of the remark. A way of one type size costs 1. */
const COSTS = { word: [60, 80], mark: [6, 24], line: [0.6, 1], callout: [200, 200] } as const;
/** What a line costs that crosses words, another remark or another line. */
const CROSSING = { word: 30, callout: 80, leader: 40 } as const;

/** Of nearly equal length, as few as can be. */
export function calloutLines(text: string, font: number): string[] {
  const all = textWidth(text, font);
  const count = Math.max(1, Math.ceil(all / (LOOK.widest * font) - 0.2));
  const room = count === 1 ? all : all / count + 0.5 * font;
  const lines: string[] = [];
  for (const piece of unbreakablePieces(text)) {
    const last = lines[lines.length - 1];
    if (last === undefined || textWidth(last + piece, font) > room) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines;
}

/**
 * One after the other, in the order given.
 * @param bounds where they may stand; one larger than that stands at its upper left corner
 * @param font type size
 * @param areRows whether the marks are rows of bars: then all words at the height of a mark are its own
 */
export function placeCallouts(
  wishes: readonly CalloutWish[],
  bounds: Box,
  around: readonly Obstacle[],
  font: number,
  areRows = false
): PlacedCallout[] {
  // Words that only just don't touch can't be told apart.
  const obstacles = around.map((one) => (one.kind === 'word' ? grown(one, 0.15 * font) : one));
  const marks = wishes.map(({ at }) => dotAt(at, font));
  const placed: PlacedCallout[] = [];
  for (const { text, at } of wishes) {
    const lines = calloutLines(text, font);
    const size = {
      width: Math.max(...lines.map((line) => textWidth(line, font))) + 2 * LOOK.pad * font,
      height: (lines.length * LOOK.line + LOOK.pad) * font
    };
    placed.push({
      lines,
      ...bestPlace(size, anchorsAt(at, around, font, areRows), { bounds, obstacles, marks, placed, font })
    });
  }
  return placed;
}

function grown(one: Obstacle, by: number): Obstacle {
  return { ...one, left: one.left - by, top: one.top - by, width: one.width + 2 * by, height: one.height + 2 * by };
}

function dotAt([x, y]: Point, font: number): Obstacle {
  const half = 0.4 * font;
  return { left: x - half, top: y - half, width: 2 * half, height: 2 * half, kind: 'word' };
}

/** The mark itself; the far end of the words that follow it; of a row the far end of all its words. */
function anchorsAt([x, y]: Point, obstacles: readonly Obstacle[], font: number, isRow: boolean): Point[] {
  const words = obstacles.filter((one) => one.kind === 'word' && one.left >= x - 0.3 * font);
  const beside = words.filter((one) => one.top <= y && y <= one.top + one.height && one.left <= x + 1.5 * font);
  const inRow = isRow ? words.filter((one) => Math.abs(one.top + one.height / 2 - y) <= font) : [];
  const ends = [...beside, ...inRow].map(({ left, width }) => left + width);
  return [
    [x, y],
    ...[...new Set(inRow.length > 0 ? [Math.max(...ends)] : ends)].map((end): Point => [end + 0.25 * font, y])
  ];
}

interface Surroundings {
  readonly bounds: Box;
  readonly obstacles: readonly Obstacle[];
  readonly marks: readonly Obstacle[];
  readonly placed: readonly PlacedCallout[];
  readonly font: number;
}

function bestPlace(
  { width, height }: { readonly width: number; readonly height: number },
  anchors: readonly Point[],
  around: Surroundings
): Omit<PlacedCallout, 'lines'> {
  const { bounds, font } = around;
  const last = { left: bounds.left + bounds.width - width, top: bounds.top + bounds.height - height };
  let best: (Omit<PlacedCallout, 'lines'> & { cost: number }) | undefined;
  for (let top = bounds.top; top <= Math.max(last.top, bounds.top); top += font * 0.75) {
    for (let left = bounds.left; left <= Math.max(last.left, bounds.left); left += font * 0.75) {
      const box = { left, top, width, height };
      for (const to of anchors) {
        const from = nearest(box, to);
        const way = Math.hypot(from[0] - to[0], from[1] - to[1]) / font;
        // The nearest that is away far enough for its line to be seen.
        const near = way < LOOK.away ? 20 : way;
        if (best && near >= best.cost) continue;
        const cost = near + costOf(box, around) + crossings(from, to, around);
        if (!best || cost < best.cost) best = { box, from, to, cost };
      }
    }
  }
  const { box, from, to } = best!;
  return { box, from, to };
}

/** The middle of that side of a box which looks at a point, or its nearest point. */
function nearest({ left, top, width, height }: Box, [x, y]: Point): Point {
  if (x < left) return [left, Math.max(top, Math.min(top + height, y))];
  if (x > left + width) return [left + width, Math.max(top, Math.min(top + height, y))];
  return [Math.max(left, Math.min(left + width, x)), y < top ? top : y > top + height ? top + height : y];
}

function costOf(box: Box, { obstacles, marks, placed }: Surroundings): number {
  let cost = 0;
  const add = (other: Box, [any, all]: readonly [number, number]) => {
    const across = Math.min(box.left + box.width, other.left + other.width) - Math.max(box.left, other.left);
    const down = Math.min(box.top + box.height, other.top + other.height) - Math.max(box.top, other.top);
    if (across > 0 && down > 0) cost += any + (all * across * down) / (box.width * box.height);
  };
  for (const one of obstacles) add(one, COSTS[one.kind]);
  for (const one of marks) add(one, COSTS.word);
  for (const one of placed) add(one.box, COSTS.callout);
  return cost;
}

function crossings(from: Point, to: Point, { obstacles, placed }: Surroundings): number {
  let cost = 0;
  for (const one of obstacles) if (one.kind === 'word' && meets(from, to, one)) cost += CROSSING.word;
  for (const one of placed) {
    if (meets(from, to, one.box)) cost += CROSSING.callout;
    if (cross(from, to, one.from, one.to)) cost += CROSSING.leader;
  }
  return cost;
}

/** Whether a line touches the inside of a box (Liang and Barsky). */
function meets([x0, y0]: Point, [x1, y1]: Point, { left, top, width, height }: Box): boolean {
  const inset = 0.5;
  let [enter, leave] = [0, 1];
  const sides = [
    [x0 - x1, x0 - left - inset],
    [x1 - x0, left + width - inset - x0],
    [y0 - y1, y0 - top - inset],
    [y1 - y0, top + height - inset - y0]
  ] as const;
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) enter = Math.max(enter, q / p);
    else leave = Math.min(leave, q / p);
  }
  return enter < leave;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
