/**
 * Periods of time as reports use them, in one canonical form, and what may be asked of one: its length, its
 * neighbours, what it may stand beside. Parsing and printing are in `parsePeriod` and `periodLabel`.
 */
import { addDays, daysBetween, dayYearBefore, isoDay, lastDayOfMonth, partsOfDay, twoDigits } from './calendar';

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
  if (a.months > 0 || b.months > 0) return a.months === b.months;
  return days(a) === days(b);
}

/**
 * The same span one year earlier; 29 February becomes the 28th, whole months stay whole, and a stock of a month's last
 * day stays one (2025-02-28 goes to 2024-02-29).
 */
export function yearBefore(p: Period): Period {
  if (p.kind === '时点') return formOfDays(dayYearBefore(p.end), dayYearBefore(p.end));
  const a = partsOfDay(p.start);
  const b = partsOfDay(p.end);
  const endDay = p.months > 0 ? lastDayOfMonth(b.year - 1, b.month) : b.day;
  return formOfDays(dayIn(a.year - 1, a.month, a.day), dayIn(b.year - 1, b.month, endDay));
}

function dayIn(year: number, month: number, day: number): string {
  return isoDay(year, month, Math.min(day, lastDayOfMonth(year, month)));
}

/**
 * Whether `a` is the same span as `b` one year earlier. For a stock of 28 February both the 28th and the 29th of the
 * leap year before will do.
 */
export function isYearBefore(a: Period, b: Period): boolean {
  return yearsBefore(b).some((p) => p.text === a.text);
}

/** The periods that count as one year before, the best first: one, but for a stock of 28 February after a leap year. */
export function yearsBefore(p: Period): readonly Period[] {
  let known = yearsBeforeOf.get(p);
  if (!known) yearsBeforeOf.set(p, (known = findYearsBefore(p)));
  return known;
}

/** A dataset has few periods and very many figures of each. */
const yearsBeforeOf = new WeakMap<Period, readonly Period[]>();

function findYearsBefore(p: Period): Period[] {
  const best = yearBefore(p);
  if (p.kind !== '时点') return [best];
  const { year, month, day } = partsOfDay(p.end);
  const same = dayIn(year - 1, month, day);
  return same === best.end ? [best] : [best, formOfDays(same, same)];
}

/** Whether `b` begins the day after `a` ends and runs equally long: two weeks, two months, two runs of ten days. */
export function adjoins(a: Period, b: Period): boolean {
  return a.kind !== '时点' && addDays(a.end, 1) === b.start && sameSpan(a, b);
}

/** How many days the period has, first and last included. */
export function days(p: Period): number {
  return daysBetween(p.start, p.end) + 1;
}

/**
 * How long a period runs and from where, which decides what it may stand beside:
 * 年 半年 季 月 are whole calendar units, 累计 runs from 1 January over N whole months,
 * 月段 is any other run of whole months, 日段 a run of days, 时点 one day.
 */
export type PeriodKind = '年' | '半年' | '季' | '月' | '累计' | '月段' | '日段' | '时点';

export interface Period {
  /** Canonical form; two periods are the same when their texts are equal. */
  readonly text: string;
  readonly kind: PeriodKind;
  /** First and last day, ISO. */
  readonly start: string;
  readonly end: string;
  /** Whole months covered; 0 where it isn't whole months. */
  readonly months: number;
}

const FIRST_YEAR = 1949;

const LAST_YEAR = 2100;

/**
 * The canonical period from one ISO day to another, both included. Undefined where the
 * end lies before the start or a year outside 1949–2100.
 */
export function periodOfDays(start: string, end: string): Period | undefined {
  if (end < start || partsOfDay(start).year < FIRST_YEAR || partsOfDay(end).year > LAST_YEAR) return undefined;
  return formOfDays(start, end);
}

/** The canonical period from one ISO day to a later or equal one, whatever the year. */
function formOfDays(start: string, end: string): Period {
  const a = partsOfDay(start);
  const b = partsOfDay(end);
  if (start === end) return { text: start, kind: '时点', start, end, months: 0 };
  if (a.day === 1 && b.day === lastDayOfMonth(b.year, b.month)) {
    return { ...formOfMonths(a.year, a.month, b.year, b.month), start, end };
  }
  return { text: `${start}/${end}`, kind: '日段', start, end, months: 0 };
}

/** The canonical period over whole months (1–12), both included; undefined as for `periodOfDays`. */
export function periodOfMonths(year: number, month: number, endYear: number, endMonth: number): Period | undefined {
  return periodOfDays(isoDay(year, month, 1), isoDay(endYear, endMonth, lastDayOfMonth(endYear, endMonth)));
}

function formOfMonths(
  year: number,
  month: number,
  endYear: number,
  endMonth: number
): Pick<Period, 'text' | 'kind' | 'months'> {
  const months = (endYear - year) * 12 + endMonth - month + 1;
  const first = `${year}-${twoDigits(month)}`;
  if (year === endYear) {
    if (months === 12) return { text: String(year), kind: '年', months };
    if (months === 6 && month % 6 === 1) return { text: `${year}-H${month === 1 ? 1 : 2}`, kind: '半年', months };
    if (months === 3 && month % 3 === 1) return { text: `${year}-Q${(month + 2) / 3}`, kind: '季', months };
    if (months === 1) return { text: first, kind: '月', months };
  }
  const kind = year === endYear && month === 1 ? '累计' : '月段';
  return { text: `${first}/${endYear}-${twoDigits(endMonth)}`, kind, months };
}

/** Whether an ISO day lies in the period; the empty day lies in none. */
export function contains(p: Period, day: string): boolean {
  return p.start <= day && day <= p.end;
}

/** Equal keys = `sameSpan`. */
export function spanKey(p: Period): string {
  if (p.kind === '时点') return '时点';
  return p.months > 0 ? `${p.months}个月` : `${days(p)}天`;
}

/** Later end first; of equal ends the longer, so that the year goes before its last quarter. */
export function latestFirst(a: Period, b: Period): number {
  if (a.end !== b.end) return a.end > b.end ? -1 : 1;
  if (a.start === b.start) return 0;
  return a.start < b.start ? -1 : 1;
}

/** The different periods of some records with how many have each, latest first: what a chart may be turned to. */
export function periodCounts(records: Iterable<{ readonly period: Period }>): { period: Period; count: number }[] {
  const counts = new Map<string, { period: Period; count: number }>();
  for (const { period } of records) {
    const entry = counts.get(period.text);
    if (entry) entry.count += 1;
    else counts.set(period.text, { period, count: 1 });
  }
  return [...counts.values()].sort((a, b) => latestFirst(a.period, b.period));
}
