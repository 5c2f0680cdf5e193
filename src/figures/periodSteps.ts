import { comparePeriods, type Period, sameSpan } from '../domain/time/period';
import type { Note } from '../domain/wording/note';
import { spanLabel } from '../domain/time/periodLabel';

/** Said where the axis covers all periods that one steps through. */
export const STEADY: Note = { level: '说明', text: '横轴按各期里最大的数定，逐期看时长短可以互比。' };

/**
 * The periods that a chart may be stepped through, ascending: those as long as the one shown, of more than one place.
 * @param shown the one on the chart; absent: the latest that most places have decides
 */
export function stepsOf(
  periods: readonly { readonly period: Period; readonly count: number }[],
  shown?: Period
): Period[] {
  const most = Math.max(0, ...periods.map(({ count }) => count));
  const like = shown ?? periods.find(({ count }) => count === most)?.period;
  if (!like) return [];
  return periods
    .filter(({ period, count }) => count > 1 && sameSpan(period, like) && spanLabel(period) === spanLabel(like))
    .map(({ period }) => period)
    .sort(comparePeriods);
}
