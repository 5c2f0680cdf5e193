/**
 * Arithmetic on ISO days (`2020-10-26`). UTC throughout: a day has no zone.
 */

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const MS_PER_DAY = 86_400_000;

/** Whether `text` is an existing calendar day in ISO form; 2020-02-30 isn't. */
export function isIsoDay(text: string): boolean {
  const m = ISO_DAY.exec(text);
  return m !== null && isDay(Number(m[1]), Number(m[2]), Number(m[3]));
}

/** Whether year, month (1–12) and day name an existing calendar day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

/** The number of the last day of a month (1–12), 28 to 31. */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO day from numbers, not checked: `isoDay(2020, 1, 5)` is `2020-01-05`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `5` → `05`. */
export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/** Year, month (1–12) and day of an ISO day; throws for anything else (a programming fault). */
export function partsOfDay(day: string): { year: number; month: number; day: number } {
  const m = ISO_DAY.exec(day);
  if (!m) throw new Error(`not an ISO day: ${day}`);
  return { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) };
}

/** The ISO day `n` days after `day` (before it where n is negative). */
export function addDays(day: string, n: number): string {
  const { year, month, day: d } = partsOfDay(day);
  const date = new Date(Date.UTC(year, month - 1, d + n));
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Whole days from `from` to `to`; 0 for the same day, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

function utc(day: string): number {
  const { year, month, day: d } = partsOfDay(day);
  return Date.UTC(year, month - 1, d);
}

/** Whether an ISO day is the last of its month. */
export function isMonthEnd(day: string): boolean {
  const { year, month, day: d } = partsOfDay(day);
  return d === lastDayOfMonth(year, month);
}

/** Whole calendar months from the month of `from` to the month of `to`; 0 within one month. */
export function monthsBetween(from: string, to: string): number {
  const a = partsOfDay(from);
  const b = partsOfDay(to);
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** The same day of the year before; a month's last day stays one. */
export function dayYearBefore(day: string): string {
  const { year, month, day: d } = partsOfDay(day);
  const last = lastDayOfMonth(year - 1, month);
  return isoDay(year - 1, month, d === lastDayOfMonth(year, month) ? last : Math.min(d, last));
}

/** The same day of the year after; a month's last day stays one. */
export function dayYearAfter(day: string): string {
  const { year, month, day: d } = partsOfDay(day);
  const last = lastDayOfMonth(year + 1, month);
  return isoDay(year + 1, month, d === lastDayOfMonth(year, month) ? last : Math.min(d, last));
}
