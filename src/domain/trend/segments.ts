/**
 * Which points of one span may be joined by a line.
 */
import { hasFlag } from '../model/flags';
import { median } from '../number/median';
import { daysBetween } from '../time/calendar';
import { adjoins, isYearBefore, type Period } from '../time/period';
import type { TrendPoint } from './trend';

/** A pause this many times the usual one between two stocks is a gap. */
const GAP = 1.6;

/**
 * Cuts points of one span, ascending, into runs without gaps. Which pairs join goes by the series as a whole, whatever
 * its unit (年, 半年, 季, 月, 累计, 月段, 日段):
 * - all points are of one season of the year (上半年, 5月, 1—10月): a yearly series. Points one year apart join, a year
 *   left out is a gap, as 2017 and 2019 of whole years are;
 * - any other series: only periods that adjoin join, so that a line never runs over a season without a figure;
 * - stocks (时点) join in order unless the pause is longer than 1.6 × the median pause.
 *
 * Nothing joins the figure before a 口径调整.
 */
export function segmentsOf<P extends Joined>(points: readonly P[]): P[][] {
  const joins = joinRule(points);
  const segments: P[][] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before && joins(before, point) && !startsAnew(point)) segments[segments.length - 1]!.push(point);
    else segments.push([point]);
  });
  return segments;
}

/** What of a point says whether it joins: of one that nobody reports (a median), `derived`. */
type Joined = Pick<TrendPoint, 'period' | 'derived' | 'witnesses'>;

/** Whether a point is the first that is counted in another way (口径调整). */
export function startsAnew(point: Joined): boolean {
  return !point.derived && point.witnesses.some((w) => hasFlag(w, '口径调整'));
}

type JoinRule = (a: Joined, b: Joined) => boolean;

function joinRule(points: readonly Joined[]): JoinRule {
  const kind = points[0]?.period.kind;
  if (kind === '时点') return stocksJoin(points);
  const season = points[0] && seasonOf(points[0].period);
  return points.every((p) => seasonOf(p.period) === season) ? yearApart : neighbours;
}

/** First and last day without their year; of whole months the months, since February has two last days. */
function seasonOf({ start, end, months }: Period): string {
  return `${start.slice(5)}/${months > 0 ? end.slice(5, 7) : end.slice(5)}`;
}

function yearApart(a: Joined, b: Joined): boolean {
  return isYearBefore(a.period, b.period);
}

function neighbours(a: Joined, b: Joined): boolean {
  return adjoins(a.period, b.period);
}

function stocksJoin(points: readonly Joined[]): JoinRule {
  const pause = (a: Joined, b: Joined) => daysBetween(a.period.end, b.period.end);
  const pauses = points
    .slice(1)
    .map((p, i) => pause(points[i]!, p))
    .sort((a, b) => a - b);
  const limit = GAP * median(pauses);
  return (a, b) => pause(a, b) <= limit;
}
