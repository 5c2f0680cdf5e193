/** Where figures and names stand beside the points of a native chart, so that none lies on another. */
import { textWidth } from '../drawing';
import type { LabelPosition, NativePoint, NativeSeries } from './nativeChart';

/** A chart of a slide, a page or a sheet, near enough, in pt: they differ in size, and in type alike. */
const ROOM = { width: 560, height: 250, font: 14 } as const;
/** Half the mark of a point, and how far from it its figure stands. */
const DOT = 4;
const AWAY = 7;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The series with the position of each figure: above its point, else where it lies on no other figure and on no point; the
 * own place chooses first, then from the largest down. Where there is no such position, the figure is left out.
 * @param axis ends of the value axis
 * @returns whether any is left out, too
 */
export function withPositions(
  series: readonly NativeSeries[],
  { min, max }: { readonly min: number; readonly max: number }
): { readonly series: NativeSeries[]; readonly isPartial: boolean } {
  const count = Math.max(1, ...series.map(({ points }) => points.length));
  return positioned(series, (p, at) => ({
    x: ((at + 0.5) / count) * ROOM.width,
    y: shareOf(p.value, max, min) * ROOM.height,
    wishes: besideLines(p, at, count)
  }));
}

/**
 * The same for names of points over a number, which stands in the first series: at their right first.
 * @param axis ends of the value axis
 * @param across ends of the axis of that number
 */
export function withNamePositions(
  series: readonly NativeSeries[],
  { min, max }: { readonly min: number; readonly max: number },
  across: { readonly min: number; readonly max: number }
): { readonly series: NativeSeries[]; readonly isPartial: boolean } {
  const bases = series[0]!.points;
  return positioned(
    series,
    (p, at) => ({
      x: shareOf(bases[at]!.value, across.min, across.max) * ROOM.width,
      y: shareOf(p.value, max, min) * ROOM.height,
      wishes: ['r', 'l', 't', 'b']
    }),
    'r'
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly wishes: readonly Exclude<LabelPosition, 'none'>[];
}

/** @param usual the position that need not be said */
function positioned(
  series: readonly NativeSeries[],
  spotOf: (p: NativePoint, at: number) => Spot,
  usual: LabelPosition = 't'
): { readonly series: NativeSeries[]; readonly isPartial: boolean } {
  const spots = series.flatMap((s) => s.points.flatMap((p, at) => (p && s.labelled ? [{ p, ...spotOf(p, at) }] : [])));
  const dots = spots.map(({ x, y }) => ({ left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT }));
  const taken: Box[] = [];
  const found = new Map<NativePoint, LabelPosition>();
  const order = [...spots].sort((a, b) => Number(b.p.strong) - Number(a.p.strong) || b.p.value - a.p.value);
  for (const { p, x, y, wishes } of order) {
    const own = dots[spots.findIndex((spot) => spot.p === p)];
    const position = wishes.find((one) => {
      const box = boxAt(one, p, x, y);
      return ![...taken, ...dots.filter((dot) => dot !== own)].some((other) => overlap(box, other));
    });
    found.set(p, position ?? 'none');
    if (position) taken.push(boxAt(position, p, x, y));
  }
  return {
    series: series.map((s) => ({
      ...s,
      points: s.points.map((p) => {
        const label = p && found.get(p);
        return p && label && label !== usual ? { ...p, label } : p;
      })
    })),
    isPartial: [...found.values()].includes('none')
  };
}

/** Lines run away from a first point to its right, and from a last one to its left. A whisker goes up and down. */
function besideLines(p: NativePoint, at: number, count: number): readonly Exclude<LabelPosition, 'none'>[] {
  if (p.interval) return at === 0 ? ['r', 'l'] : ['r'];
  if (at === 0) return ['t', 'l', 'b', 'r'];
  return at === count - 1 ? ['t', 'r', 'b', 'l'] : ['t', 'b', 'r', 'l'];
}

function boxAt(position: LabelPosition, { text }: NativePoint, x: number, y: number): Box {
  // Some programs put a space between a number and the sign that follows it.
  const width = textWidth(text, ROOM.font) * 1.1;
  // Beside its point only the digits themselves count: a figure above it may come as near.
  const height = ROOM.font * (position === 'l' || position === 'r' ? 1 : 1.3);
  const left = position === 'l' ? x - AWAY - width : position === 'r' ? x + AWAY : x - width / 2;
  const top = position === 't' ? y - AWAY - height : position === 'b' ? y + AWAY : y - height / 2;
  return { left, right: left + width, top, bottom: top + height };
}

function shareOf(value: number, from: number, to: number): number {
  return (value - from) / (to - from || 1);
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
