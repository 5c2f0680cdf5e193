/**
 * Which points of one span may be joined by a line.
 */
import { daysBetween } from '../time/calendar';
import { adjoins, isYearBefore } from '../time/period';
import type { TrendPoint } from './trend';

/** A pause this many times the usual one between two stocks is a gap. */
const GAP = 1.6;

/**
 * Cuts points of one span, ascending, into runs without gaps. Periods that adjoin are joined, whatever they are:
 * months, quarters, weeks, runs of ten days. Where a series has the same season of each year only, and where none of
 * its 累计, 月段 and 日段 adjoin, points one year apart join; stocks join in order unless the pause is longer than
 * 1.6 × the median pause.
 */
export function segmentsOf(points: readonly TrendPoint[]): TrendPoint[][] {
  const joins = joinRule(points);
  const segments: TrendPoint[][] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before && joins(before, point)) segments[segments.length - 1]!.push(point);
    else segments.push([point]);
  });
  return segments;
}

type JoinRule = (a: TrendPoint, b: TrendPoint) => boolean;

function joinRule(points: readonly TrendPoint[]): JoinRule {
  const kind = points[0]?.period.kind;
  if (kind === '时点') return stocksJoin(points);
  const pairs = points.slice(1).map((p, i) => [points[i]!, p] as const);
  if (pairs.every(([a, b]) => yearApart(a, b))) return yearApart;
  const isUnit = kind === '年' || kind === '半年' || kind === '季' || kind === '月';
  return isUnit || pairs.some(([a, b]) => neighbours(a, b)) ? neighbours : yearApart;
}

function yearApart(a: TrendPoint, b: TrendPoint): boolean {
  return isYearBefore(a.period, b.period);
}

function neighbours(a: TrendPoint, b: TrendPoint): boolean {
  return adjoins(a.period, b.period);
}

function stocksJoin(points: readonly TrendPoint[]): JoinRule {
  const pause = (a: TrendPoint, b: TrendPoint) => daysBetween(a.period.end, b.period.end);
  const pauses = points
    .slice(1)
    .map((p, i) => pause(points[i]!, p))
    .sort((a, b) => a - b);
  const limit = GAP * median(pauses);
  return (a, b) => pause(a, b) <= limit;
}

function median(ordered: readonly number[]): number {
  if (ordered.length === 0) return 0;
  const middle = ordered.length / 2;
  return (ordered[Math.floor(middle - 0.5)]! + ordered[Math.ceil(middle - 0.5)]!) / 2;
}
