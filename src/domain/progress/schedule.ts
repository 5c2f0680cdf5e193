/**
 * 序时: how much of a programme should be done by a day.
 */
import type { Clock, Elapsed } from './completion';
import { addDays, daysBetween, isIsoDay, isMonthEnd, isoDay, monthsBetween, partsOfDay } from '../time/calendar';
import { days, type Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { dueBy, parseSchedule, yearlyMilestones, type Milestone } from './milestones';

/**
 * What should be done by `asOf`, in percent. Four clocks:
 * - dated milestones `2020-06-30:40%;2020-12-31:100%`, where the schedule has them: straight from one
 *   to the next, from 0 on the eve of the period;
 * - milestones of every year `03-31:25%;12-31:100%`: the same for each year, from 0 on 31 December before;
 * - whole months, for monthly reports: the period is whole months and `asOf` a month's last day; months
 *   passed ÷ months, so that 31 May is 5/12 in every year;
 * - days in all other cases: days passed, the day itself included, ÷ days of the period.
 *
 * A period that is only a part of what the milestones describe (a half-year, one year of three) counts by its own
 * share of the work: (due by the day − due on its eve) ÷ (due by its end − due on its eve).
 * After the period it is 100% (or the last milestone). Refused with a reason: no day, a schedule that
 * can't be read or has no day in the period, a day before the period has begun.
 */
export function elapsedPercent(schedule: string, period: Period, asOf: string): Elapsed {
  const refused = (reason: string): Elapsed => ({ percent: null, clock: null, reason });
  if (asOf === '') return refused('没有写明数据截止日，算不出序时');
  if (!isIsoDay(asOf)) return refused(`截止日“${asOf}”读不出，算不出序时`);
  if (asOf < period.start) return refused('任务期尚未开始');
  const curve = curveOver(schedule, period);
  if (curve === 'even') return evenly(period, asOf < period.end ? asOf : period.end);
  if (typeof curve === 'string') return refused(curve);
  const clock: Clock = { by: '进度安排', passed: null, of: null, text: '按进度安排' };
  return { percent: shareOn(curve, asOf < period.end ? asOf : period.end), clock, reason: '' };
}

/** Why a schedule gives a period no 序时, one Chinese clause; empty where it gives one. */
export function scheduleFault(schedule: string, period: Period): string {
  const curve = curveOver(schedule, period);
  return typeof curve === 'string' && curve !== 'even' ? curve : '';
}

/** Milestones over a period; what is due on its eve counts for 0, what is due by its end for `full` percent. */
interface Curve {
  readonly milestones: readonly Milestone[];
  readonly eve: string;
  readonly end: string;
  /** Percent due at the end: 100, or the last milestone where all of them lie in the period. */
  readonly full: number;
}

function shareOn({ milestones, eve, end, full }: Curve, day: string): number {
  const before = dueBy(eve, milestones);
  return ((dueBy(day, milestones) - before) / (dueBy(end, milestones) - before)) * full;
}

/** The curve of a period, `even`, or the reason why there is none. */
function curveOver(schedule: string, period: Period): Curve | string {
  const parsed = parseSchedule(schedule);
  if (parsed.kind === '均衡') return 'even';
  if (parsed.kind === '读不出') return `进度安排“${schedule}”读不出，算不出序时`;
  const milestones =
    parsed.kind === '每年'
      ? yearlyMilestones(parsed.milestones, partsOfDay(period.start).year, partsOfDay(period.end).year)
      : datedOver(parsed.milestones, period);
  if (typeof milestones === 'string') return milestones;
  const curve = parsed.kind === '每年' ? { milestones, full: 100 } : withOrigin(milestones, period);
  const [eve, end] = [addDays(period.start, -1), period.end];
  if (dueBy(end, curve.milestones) <= dueBy(eve, curve.milestones)) {
    return `按进度安排，${periodLabel(period)}没有要做的，算不出序时`;
  }
  return { ...curve, eve, end };
}

/** Dated milestones begin with 0: on the eve of the period where all of them lie in it, else with their first year. */
function withOrigin(milestones: readonly Milestone[], period: Period): Pick<Curve, 'milestones' | 'full'> {
  const [first, last] = [milestones[0]!, milestones[milestones.length - 1]!];
  const eve = addDays(period.start, -1);
  const isWhole = first.day >= period.start && last.day <= period.end;
  const newYear = addDays(isoDay(partsOfDay(first.day).year, 1, 1), -1);
  const origin = { day: isWhole || eve < newYear ? eve : newYear, share: 0 };
  return { milestones: [origin, ...milestones], full: isWhole ? last.share : 100 };
}

/**
 * The milestones that speak of a period: where a schedule holds several years one after the other, each from 0
 * to 100%, those of its own year.
 */
function datedOver(milestones: readonly Milestone[], period: Period): readonly Milestone[] | string {
  const spoken = rising(milestones).filter(
    (run) =>
      yearOf(run[0]!) <= partsOfDay(period.end).year && yearOf(run[run.length - 1]!) >= partsOfDay(period.start).year
  );
  const label = periodLabel(period);
  if (spoken.length === 0) return `进度安排只写了${yearsOf(milestones)}，不用于${label}，算不出序时`;
  return spoken.length === 1 ? spoken[0]! : `进度安排在${label}里前后不接，算不出序时`;
}

/** Milestones cut wherever the share falls: there the next year's begin. */
function rising(milestones: readonly Milestone[]): readonly (readonly Milestone[])[] {
  const runs: Milestone[][] = [];
  for (const milestone of milestones) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1]!.share <= milestone.share) run.push(milestone);
    else runs.push([milestone]);
  }
  return runs;
}

function yearOf({ day }: Milestone): number {
  return partsOfDay(day).year;
}

function yearsOf(milestones: readonly Milestone[]): string {
  const [first, last] = [yearOf(milestones[0]!), yearOf(milestones[milestones.length - 1]!)];
  return first === last ? `${first}年` : `${first}—${last}年`;
}

function evenly(period: Period, day: string): Elapsed {
  const byMonth = period.months > 0 && isMonthEnd(day);
  const passed = byMonth ? monthsBetween(period.start, day) + 1 : daysBetween(period.start, day) + 1;
  const of = byMonth ? period.months : days(period);
  const clock: Clock = { by: byMonth ? '月' : '日', passed, of, text: `${passed}/${of}${byMonth ? '个月' : '天'}` };
  return { percent: (passed / of) * 100, clock, reason: '' };
}
