import { parsePeriod } from './parsePeriod';
import { periodLabel } from './periodLabel';

/** An ISO day as a reader writes it: `2020年10月26日`; what is no day stays as it is. */
export function dayLabel(day: string): string {
  const period = parsePeriod(day);
  return period ? periodLabel(period) : day;
}
