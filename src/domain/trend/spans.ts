import type { Trend } from './trend';
import { spanLabel } from '../time/periodLabel';
import type { Period } from '../time/period';

/** The span of the latest period: at a year's end the whole year, in April the first four months. */
export function latestSpan({ periods }: { readonly periods: readonly Period[] }): string {
  const latest = periods[periods.length - 1];
  return latest ? spanLabel(latest) : '';
}

/** How many figures the lines of each length of period have together, most first. */
export function spanCounts(lines: readonly { readonly span: string; readonly count: number }[]): Trend['spans'] {
  const counts = new Map<string, number>();
  for (const { span, count } of lines) counts.set(span, (counts.get(span) ?? 0) + count);
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count);
}
