import { daysBetween } from '../domain/time/calendar';
import type { TrendPoint } from '../domain/trend/trend';

export interface SparkDot {
  /** Which of the points it is. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** 推算. */
  readonly hollow: boolean;
  readonly last: boolean;
}

export interface SparkLine {
  readonly width: number;
  readonly height: number;
  /** Path data, one a run of points that may be joined. */
  readonly lines: readonly string[];
  /** Those that are drawn by themselves: the last, and what is 推算. */
  readonly dots: readonly SparkDot[];
  /** Path data of all others, a stroke of no length each: one element however many there are. */
  readonly specks: string;
  /** Where each point stands across, ascending. */
  readonly across: readonly number[];
}

const WIDTH = 120;
const HEIGHT = 32;
const PAD = 6;

/** More points than this have no dot but at the ends: there dots would cover the line. */
const MOST_DOTS = 40;

/** A line the size of a word: from first to last period, from lowest to highest value. No axis: its figures stand beside it. */
export function sparkLine(
  segments: readonly (readonly Pick<TrendPoint, 'period' | 'value' | 'derived'>[])[]
): SparkLine {
  const points = segments.flatMap((s) => [...s]);
  const first = points[0];
  if (!first) return { width: WIDTH, height: HEIGHT, lines: [], dots: [], specks: '', across: [] };
  const day = (p: Pick<TrendPoint, 'period'>) => daysBetween(first.period.end, p.period.end);
  const across = scale(points.map(day), PAD, WIDTH - PAD);
  const up = scale(
    points.map((p) => p.value),
    HEIGHT - PAD,
    PAD
  );
  let index = -1;
  const drawn = segments.map((s) =>
    s.map((p): SparkDot => ({
      index: (index += 1),
      x: across(day(p)),
      y: up(p.value),
      hollow: p.derived,
      last: p === points[points.length - 1]
    }))
  );
  const all = drawn.flatMap((s) => s);
  const shown = dotsOf(all);
  const isOwn = (dot: SparkDot) => dot.hollow || dot.last;
  return {
    width: WIDTH,
    height: HEIGHT,
    lines: drawn.filter((s) => s.length > 1).map((s) => `M${s.map((d) => `${d.x} ${d.y}`).join('L')}`),
    dots: shown.filter(isOwn),
    specks: shown
      .filter((dot) => !isOwn(dot))
      .map(({ x, y }) => `M${x} ${y}h0`)
      .join(''),
    across: all.map(({ x }) => x)
  };
}

/** Index of the point that lies nearest to `x` of the line's own width; of two as near the earlier. -1 without points. */
export function nearestPoint({ across }: Pick<SparkLine, 'across'>, x: number): number {
  let nearest = -1;
  across.forEach((at, index) => {
    if (nearest < 0 || Math.abs(at - x) < Math.abs(across[nearest]! - x)) nearest = index;
  });
  return nearest;
}

function dotsOf(dots: readonly SparkDot[]): readonly SparkDot[] {
  return dots.length <= MOST_DOTS ? dots : [dots[0]!, dots[dots.length - 1]!];
}

/** To the nearest tenth of a pixel; one value only lies in the middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return (value) => Math.round((span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from)) * 10) / 10;
}
