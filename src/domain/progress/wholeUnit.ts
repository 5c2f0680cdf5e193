import { isRateUnit } from '../wording/format';

/**
 * Whether a unit counts what has no half (例, 人, 家), so that what is worked out in it is rounded to whole ones. Rates, money,
 * and what is told in 万 or 亿 aren't.
 */
export function isWholeUnit(unit: string): boolean {
  return !isRateUnit(unit) && !/^[万亿]|元$/.test(unit);
}
