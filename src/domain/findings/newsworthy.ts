/** What is worth telling first. */
import type { Completion } from '../progress/completion';
import { dayYearBefore } from '../time/calendar';

/** What a bureau does for itself; what it does for people is told before it. */
export const INTERNAL_THEME = '党建与行政';

/** The same rows, their order kept: work for people at named places first, then at unnamed ones, then a bureau's own paperwork. */
export function newsworthyFirst(rows: readonly Completion[]): Completion[] {
  const weight = (c: Completion) =>
    c.programme.theme === INTERNAL_THEME ? 2 : (c.county ?? c.place).naming === '原文' ? 0 : 1;
  return [0, 1, 2].flatMap((w) => rows.filter((c) => weight(c) === w));
}

/** The day two years before an ISO day; empty for none. */
export function twoYearsBefore(day: string): string {
  return day === '' ? '' : dayYearBefore(dayYearBefore(day));
}
