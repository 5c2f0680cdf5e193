/** What is worth telling first. */
import type { Dataset } from '../model/dataset';
import type { Completion } from '../progress/completion';
import { dayYearBefore } from '../time/calendar';

/**
 * The same rows, their order kept: work for people at named places first, then at unnamed ones, then what a bureau
 * does for itself (`Dataset.internalThemes`).
 */
export function newsworthyFirst(dataset: Dataset, rows: readonly Completion[]): Completion[] {
  const weight = (c: Completion) =>
    dataset.internalThemes.has(c.programme.theme) ? 2 : (c.county ?? c.place).naming === '原文' ? 0 : 1;
  return [0, 1, 2].flatMap((w) => rows.filter((c) => weight(c) === w));
}

/** `快慢的次序：……`: the rule above in words; without what a bureau does for itself where the dataset names no such theme. */
export function newsworthyRule({ internalThemes }: Dataset): string {
  const last = internalThemes.size > 0 ? `，${[...internalThemes].join('、')}这些本单位自己的事排在最后` : '';
  return `快慢先说原文写明地名的，再说地名是推断的${last}。`;
}

/** The day two years before an ISO day; empty for none. */
export function twoYearsBefore(day: string): string {
  return day === '' ? '' : dayYearBefore(dayYearBefore(day));
}
