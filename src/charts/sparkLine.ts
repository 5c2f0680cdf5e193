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
  readonly dots: readonly SparkDot[];
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
  if (!first) return { width: WIDTH, height: HEIGHT, lines: [], dots: [] };
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
  return {
    width: WIDTH,
    height: HEIGHT,
    lines: drawn.filter((s) => s.length > 1).map((s) => `M${s.map((d) => `${d.x} ${d.y}`).join('L')}`),
    dots: dotsOf(drawn.flatMap((s) => s))
  };
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
