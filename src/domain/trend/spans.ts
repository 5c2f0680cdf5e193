import type { Trend } from './trend';
import { spanLabel } from '../time/periodLabel';

/** The span of the latest period: at a year's end the whole year, in April the first four months. */
export function latestSpan(all: Trend): string {
  const latest = all.periods[all.periods.length - 1];
  return latest ? spanLabel(latest) : '';
}
