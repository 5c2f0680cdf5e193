/**
 * 序时: how much of a programme should be done by a day.
 */
import type { Clock, Elapsed } from './completion';
import { addDays, daysBetween, isIsoDay, isMonthEnd, monthsBetween } from '../time/calendar';
import { days, type Period } from '../time/period';

interface Milestone {
  readonly day: string;
  /** Percent due at the end of that day. */
  readonly share: number;
}

/**
 * What should be done by `asOf`, in percent. Three clocks:
 * - dated milestones `2020-06-30:40%;2020-12-31:100%`, where the schedule has them: straight from one
 *   to the next, from 0 on the eve of the period;
 * - whole months, for monthly reports: the period is whole months and `asOf` a month's last day; months
 *   passed ÷ months, so that 31 May is 5/12 in every year;
 * - days in all other cases: days passed, the day itself included, ÷ days of the period.
 *
 * After the period it is 100% (or the last milestone). Refused with a reason: no day, a schedule that
 * can't be read, a day before the period has begun.
 */
export function elapsedPercent(schedule: string, period: Period, asOf: string): Elapsed {
  const refused = (reason: string): Elapsed => ({ percent: null, clock: null, reason });
  if (asOf === '') return refused('没有写明数据截止日，算不出序时');
  if (!isIsoDay(asOf)) return refused(`截止日“${asOf}”读不出，算不出序时`);
  if (asOf < period.start) return refused('任务期尚未开始');
  if (schedule === '' || schedule === '均衡') return evenly(period, asOf < period.end ? asOf : period.end);
  const milestones = readMilestones(schedule);
  if (!milestones) return refused(`进度安排“${schedule}”读不出，算不出序时`);
  const percent = dueBy(asOf, [{ day: addDays(period.start, -1), share: 0 }, ...milestones]);
  return { percent, clock: { by: '进度安排', passed: null, of: null, text: '按进度安排' }, reason: '' };
}

function evenly(period: Period, day: string): Elapsed {
  const byMonth = period.months > 0 && isMonthEnd(day);
  const passed = byMonth ? monthsBetween(period.start, day) + 1 : daysBetween(period.start, day) + 1;
  const of = byMonth ? period.months : days(period);
  const clock: Clock = { by: byMonth ? '月' : '日', passed, of, text: `${passed}/${of}${byMonth ? '个月' : '天'}` };
  return { percent: (passed / of) * 100, clock, reason: '' };
}

function readMilestones(schedule: string): Milestone[] | undefined {
  const milestones: Milestone[] = [];
  for (const part of schedule
    .split(/[;；]/)
    .map((s) => s.trim())
    .filter(Boolean)) {
    const m = /^(\d{4}-\d{2}-\d{2})[:：](\d+(?:\.\d+)?)%$/.exec(part);
    if (!m || !isIsoDay(m[1]!)) return undefined;
    milestones.push({ day: m[1]!, share: Number(m[2]) });
  }
  if (milestones.length === 0) return undefined;
  return milestones.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function dueBy(asOf: string, milestones: readonly Milestone[]): number {
  for (let i = 1; i < milestones.length; i++) {
    const from = milestones[i - 1]!;
    const to = milestones[i]!;
    if (asOf > to.day) continue;
    const span = daysBetween(from.day, to.day);
    return span <= 0 ? to.share : from.share + ((to.share - from.share) * daysBetween(from.day, asOf)) / span;
  }
  return milestones[milestones.length - 1]!.share;
}
