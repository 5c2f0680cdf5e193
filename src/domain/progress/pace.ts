/**
 * From the cut-off day on: what is needed to finish in time, and where the present pace leads.
 */
import { roundTo } from '../number/rounding';
import type { Completion } from './completion';
import { limitText } from './leadText';
import { elapsedPercent } from './schedule';
import { isWholeUnit } from './wholeUnit';
import { isMonthEnd, monthsBetween } from '../time/calendar';
import { formatNumber, isRateUnit } from '../wording/format';

/** What both questions need of a completion. */
export type Paced = Omit<Completion, 'light' | 'notes'>;

export interface NeededPace {
  /** Still to do a day, in the row's unit, rounded to 2 decimals; null where it can't be said. */
  readonly perDay: number | null;
  /** Still to do a month; only where the cut-off and the due day are both a month's end. */
  readonly perMonth: number | null;
  /** Target − done. */
  readonly remaining: number | null;
  readonly daysLeft: number | null;
  readonly monthsLeft: number | null;
  /** The target is 推算 (done ÷ rate). */
  readonly implied: boolean;
  /** `日均还需19.6例`, `日均还需…，月均还需…`; empty where it can't be said. */
  readonly text: string;
  /** Why it can't be said; empty where it can. */
  readonly reason: string;
}

/**
 * What is needed a day (and a month, for monthly reports) to reach the target by the due day:
 * (target, or implied target, − done) ÷ days after the cut-off day up to and including the due day.
 * Refused with a reason: plans, limits, targets of unknown direction, rates as targets, no target, no done, figures in doubt, no cut-off day,
 * reached already, period over.
 */
export function neededPace(c: Paced): NeededPace {
  const target = c.target ?? c.impliedTarget;
  const remaining = target !== null && c.done !== null ? roundTo(target - c.done, 4) : null;
  const base = {
    remaining,
    daysLeft: c.daysLeft,
    monthsLeft: null,
    implied: c.target === null && c.impliedTarget !== null
  };
  const refused = (reason: string): NeededPace => ({ ...base, perDay: null, perMonth: null, text: '', reason });
  if (c.plan) return refused('计划，尚无完成数');
  if (c.exceeded) return refused(`已${limitText(c)}`);
  if (c.goal.direction === '控制') return refused('控制类任务，不折算日均');
  if (c.goal.direction === '不明') return refused('多好还是少好不明，不折算日均');
  if (isRateUnit(c.row.unit)) return refused('目标是比率，不折算日均');
  if (c.row.status === '存疑') return refused('原文数字存疑，不折算');
  if (c.done === null) return refused('没有完成数');
  if (remaining === null) return refused('没有目标数');
  if (remaining <= 0) return refused('已完成');
  if (c.daysLeft === null) return refused(c.clockReason);
  if (c.daysLeft <= 0) return refused(`已到期，还差${formatNumber(remaining, { unit: c.row.unit })}`);
  const monthsLeft = isMonthEnd(c.row.asOf) && isMonthEnd(c.due) ? monthsBetween(c.row.asOf, c.due) : null;
  const perDay = roundTo(remaining / c.daysLeft, 2);
  const perMonth = monthsLeft === null ? null : roundTo(remaining / monthsLeft, 2);
  const say = (title: string, pace: number) => `${title}还需${paceText(pace, c.row.unit)}`;
  const text = [say('日均', perDay), perMonth === null ? '' : say('月均', perMonth)].filter(Boolean).join('，');
  return { ...base, monthsLeft, perDay, perMonth, text, reason: '' };
}

function paceText(pace: number, unit: string): string {
  return formatNumber(pace, { decimals: pace < 1 ? 2 : 1, unit });
}

export interface Forecast {
  /** 推算: percent of the target on the due day, rounded to 2 decimals; null where it can't be said. */
  readonly percent: number | null;
  /** 推算: done on the due day, whole for counts; null without done. */
  readonly value: number | null;
  /** `推算到期完成82.6%（3,303例）`; empty where it can't be said. */
  readonly text: string;
  readonly reason: string;
}

/**
 * Where the pace so far leads by the due day: completion ÷ 序时, which for an even schedule is the straight
 * line through today, and for milestones the same lead or lag in proportion; of a limit that accumulates how much of it
 * will be used. Refused with a reason: no
 * completion, the target reached, rates as targets, figures in doubt, no 序时, nothing due yet, period over.
 */
export function forecastOf(c: Paced): Forecast {
  const refused = (reason: string): Forecast => ({ percent: null, value: null, text: '', reason });
  if (c.plan) return refused('计划，尚无完成数');
  const isLimit = c.goal.direction === '控制';
  if (isLimit && !c.goal.accumulates) return refused('控制数不随时间累计，不推算');
  if (isRateUnit(c.row.unit)) return refused('目标是比率，不随时间累计，不推算');
  if (c.row.status === '存疑') return refused('原文数字存疑，不推算');
  if (c.rate === null || (isLimit && c.computed === null)) return refused('没有完成率，不推算');
  if (c.exceeded) return refused('已超控制数，不推算');
  // Beyond its target a task isn't driven on at the same pace.
  if (c.rate >= 100 && !isLimit) return refused('已完成，不推算');
  const { percent: elapsed, reason } = elapsedPercent(c.programme.schedule, c.row.period, c.row.asOf);
  if (elapsed === null) return refused(reason);
  if (c.daysLeft === null || c.daysLeft <= 0) return refused('已到期，不推算');
  if (elapsed <= 0) return refused('按进度安排尚未开始，不推算');
  const whole = elapsedPercent(c.programme.schedule, c.row.period, c.due).percent!;
  const percent = roundTo((c.rate / elapsed) * whole, 2);
  const decimals = isWholeUnit(c.row.unit) ? 0 : 2;
  const value = c.done === null ? null : roundTo((c.done / elapsed) * whole, decimals);
  const figure = value === null ? '' : `（${formatNumber(value, { decimals: null, unit: c.row.unit })}）`;
  return {
    percent,
    value,
    text: `推算到期${isLimit ? '用去' : '完成'}${formatNumber(percent, { decimals: 1, unit: '%' })}${figure}`,
    reason: ''
  };
}
