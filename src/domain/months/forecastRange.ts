/** Where a task may end: driven on by the slowest and by the quickest of its own months. */
import type { Completion } from '../progress/completion';
import { forecastOf } from '../progress/pace';
import { elapsedPercent } from '../progress/schedule';
import { isWholeUnit } from '../progress/wholeUnit';
import { isRevision } from './revision';
import { roundTo } from '../number/rounding';
import { addDays, daysBetween, isMonthEnd, monthsBetween } from '../time/calendar';

/** From one cut-off day to the next: what was done, and how much of the work the schedule asked for meanwhile. */
export interface Stretch {
  /** Eve of the first day, and last day; ISO. */
  readonly from: string;
  readonly to: string;
  /** In the task's unit, or in percent of the target where a report gives no count. */
  readonly done: number;
  /** Percent of the work that was due in it. */
  readonly due: number;
  /** Whole months; null where it doesn't begin and end at a month's end. */
  readonly months: number | null;
}

export interface RangeEnd {
  /** 推算: percent of the target on the due day, rounded to 2 decimals. */
  readonly percent: number;
  /** 推算: done on the due day, whole for counts; null where no count is reported. */
  readonly value: number | null;
  /** The stretch whose pace leads there. */
  readonly pace: Stretch;
}

export interface ForecastRange {
  readonly low: RangeEnd;
  readonly high: RangeEnd;
  /** How many paces there were to choose among. */
  readonly paces: number;
  /** What is reckoned with: counts, or percent where some report gives no count. */
  readonly by: '完成数' | '完成率';
  /** Whole months from the cut-off day up to the due day, where the clock goes by months; else null. */
  readonly monthsLeft: number | null;
  /** Percent of the work that is due after the cut-off day. */
  readonly left: number;
}

/** A range needs so many months: of two one is the slowest and the other the quickest. */
const LEAST_PACES = 3;

/** A report so few days after the one before has no pace of its own. */
const LEAST_DAYS = 15;

/**
 * The range in which a task ends, from its own months: done + pace × what is still due, once with the slowest and once with the
 * quickest pace. A pace is what was done from the last report of one month to the last of the next (of the first one from
 * the eve of the period), for each percent of the work that was due meanwhile by its schedule; with an even schedule
 * and monthly reports that is done a month × months left. A stretch over several months is their average; one that is shorter
 * than 15 days, in which nothing was due, or whose count fell (a revision) is no pace.
 *
 * It is no confidence interval: it says where the task ends if all the rest goes like its worst or like its best month.
 * The straight line through today (`forecastOf`) lies within it, being their mean weighed by what was due, unless a
 * stretch was left out.
 * @param course the task at each of its cut-off days, ascending; the last is today
 * @returns a reason where `forecastOf` refuses, and with fewer than 3 paces
 */
export function forecastRange(course: readonly Completion[]): ForecastRange | { readonly reason: string } {
  const now = course[course.length - 1];
  if (!now) return { reason: '没有完成数，不推算' };
  const { percent, reason } = forecastOf(now);
  if (percent === null) return { reason };
  const byCount = now.done !== null && course.every((c) => c.done !== null);
  const of = (c: Completion) => (byCount ? c.done! : c.rate!);
  const paces = stretchesOf(course, of);
  if (paces.length < LEAST_PACES) {
    return { reason: `只有${paces.length}个月的快慢可用，不足${LEAST_PACES}个月，不推算区间` };
  }
  const [slowest, quickest] = ends(paces);
  const { schedule } = now.programme;
  const due = (day: string) => elapsedPercent(schedule, now.row.period, day).percent!;
  const left = due(now.due) - due(now.row.asOf);
  const target = now.target ?? now.impliedTarget;
  const end = (pace: Stretch): RangeEnd => {
    const total = of(now) + (pace.done / pace.due) * left;
    return {
      percent: roundTo(byCount && target !== null ? (total / target) * 100 : total, 2),
      value: byCount ? roundTo(total, isWholeUnit(now.row.unit) ? 0 : 2) : null,
      pace
    };
  };
  const byMonths = now.clock?.by === '月' && paces.every(({ months }) => months !== null);
  return {
    low: end(slowest),
    high: end(quickest),
    paces: paces.length,
    by: byCount ? '完成数' : '完成率',
    monthsLeft: byMonths ? monthsBetween(now.row.asOf, now.due) : null,
    left
  };
}

function stretchesOf(course: readonly Completion[], of: (c: Completion) => number): Stretch[] {
  const first = course[0]!;
  const found: Stretch[] = [];
  let [from, done, due] = [addDays(first.row.period.start, -1), 0, 0];
  for (const c of lastOfMonths(course)) {
    const to = c.row.asOf;
    const elapsed = elapsedPercent(c.programme.schedule, c.row.period, to).percent!;
    if (daysBetween(from, to) < LEAST_DAYS) continue;
    const whole = isMonthEnd(from) && isMonthEnd(to) ? monthsBetween(from, to) : null;
    if (elapsed > due && !isRevision(of(c), done)) {
      found.push({ from, to, done: of(c) - done, due: elapsed - due, months: whole });
    }
    [from, done, due] = [to, of(c), elapsed];
  }
  return found;
}

function lastOfMonths(course: readonly Completion[]): Completion[] {
  const month = (c: Completion | undefined) => c?.row.asOf.slice(0, 7);
  return course.filter((c, i) => month(c) !== month(course[i + 1]));
}

/** The slowest and the quickest for what was due; of equal ones the first. */
function ends(paces: readonly Stretch[]): [Stretch, Stretch] {
  // What was due carries the noise of binary fractions.
  const speed = ({ done, due }: Stretch) => roundTo(done / due, 6);
  return [paces.reduce((a, b) => (speed(b) < speed(a) ? b : a)), paces.reduce((a, b) => (speed(b) > speed(a) ? b : a))];
}
