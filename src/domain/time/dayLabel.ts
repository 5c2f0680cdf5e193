import { parsePeriod } from './parsePeriod';
import { periodLabel } from './periodLabel';

export function dayLabel(day: string): string {
  const period = parsePeriod(day);
  return period ? periodLabel(period) : day;
}
