/**
 * What may be asked of a period: its length, its neighbours, what it may stand beside.
 * Reading and printing periods live in `periodText` and `periodLabel`.
 */
import { addDays, daysBetween, isoDay, lastDayOfMonth, partsOfDay } from './calendar';
import { formOfDays, periodOfMonths, type Period } from './periodForm';

export type { Period, PeriodKind } from './periodForm';
export { parsePeriod } from './periodText';
export { periodLabel, spanLabel } from './periodLabel';
export { addDays };

/** Order by end, then by start: negative where `a` comes first. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end < b.end ? -1 : 1;
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return 0;
}

/**
 * Whether two flows over `a` and `b` may stand side by side: equal counts of whole months,
 * or equal numbers of days where neither is whole months. Two single days always may.
 */
export function sameSpan(a: Period, b: Period): boolean {
  if (a.kind === '时点' || b.kind === '时点') return a.kind === b.kind;
  if (a.months > 0 || b.months > 0) return a.months === b.months;
  return days(a) === days(b);
}

/** The same span one year earlier; 29 February becomes the 28th, whole months stay whole. */
export function yearBefore(p: Period): Period {
  const a = partsOfDay(p.start);
  const b = partsOfDay(p.end);
  const endDay = p.months > 0 ? lastDayOfMonth(b.year - 1, b.month) : b.day;
  return formOfDays(dayIn(a.year - 1, a.month, a.day), dayIn(b.year - 1, b.month, endDay));
}

function dayIn(year: number, month: number, day: number): string {
  return isoDay(year, month, Math.min(day, lastDayOfMonth(year, month)));
}

/** The adjacent later period of the same calendar unit (年, 半年, 季, 月); undefined for all other kinds. */
export function nextPeriod(p: Period): Period | undefined {
  if (p.kind !== '年' && p.kind !== '半年' && p.kind !== '季' && p.kind !== '月') return undefined;
  const { year, month } = partsOfDay(addDays(p.end, 1));
  const last = month + p.months - 1;
  return periodOfMonths(year, month, year, last);
}

/** How many days the period has, first and last included. */
export function days(p: Period): number {
  return daysBetween(p.start, p.end) + 1;
}
