/** Stretches of time as first and last day. */
import { addDays, isDay, isoDay, lastDayOfMonth, partsOfDay } from '../time/calendar';
import type { Period } from '../time/period';

export interface Span {
  /** First and last day, ISO. */
  readonly start: string;
  readonly end: string;
}

/** Whole months of one year, both included; undefined where there are none such. */
export function monthsOf(year: number, month: number, last: number): Span | undefined {
  if (!(month >= 1 && last <= 12 && month <= last && year >= 1949 && year <= 2100)) return undefined;
  return { start: isoDay(year, month, 1), end: isoDay(year, last, lastDayOfMonth(year, last)) };
}

/** From New Year's Day to the end of a month or to a day of it. */
export function sinceNewYear(year: number, month: number, day: number | undefined): Span | undefined {
  if (day === undefined) return monthsOf(year, 1, month);
  return daysOf(year, 1, 1, month, day);
}

/** Days of one year; undefined for days that don't exist or run backwards. */
export function daysOf(year: number, month: number, day: number, endMonth: number, endDay: number): Span | undefined {
  if (!(year >= 1949 && year <= 2100) || !isDay(year, month, day) || !isDay(year, endMonth, endDay)) return undefined;
  const span = { start: isoDay(year, month, day), end: isoDay(year, endMonth, endDay) };
  return span.start <= span.end ? span : undefined;
}

/** A quarter told by a numeral or a digit. */
export function quarterOf(year: number, numeral: string): Span | undefined {
  const q = '一二三四'.indexOf(numeral) + 1 || Number(numeral);
  return monthsOf(year, q * 3 - 2, q * 3);
}

/**
 * When a report's plans are due if it doesn't say: the next year, half-year, quarter or month after a report of
 * one; what is left of the year after any other, and the next year after December.
 */
export function followingSpan({ kind, end, months }: Period): Span {
  const { year, month } = partsOfDay(addDays(end, 1));
  const unit = kind === '年' || kind === '半年' || kind === '季' || kind === '月';
  // After the last year that periods know there is none.
  return monthsOf(year, month, unit ? month + months - 1 : 12) ?? { start: end, end };
}
