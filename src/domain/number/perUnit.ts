/** What a quotient becomes in the unit of a rate. */
import { SCALES } from './scales';

/**
 * By how much a quotient is multiplied to be in a unit: 100 for %, 1,000 for ‰ and 张/千人, 100,000 for 1/10万; 1 where the
 * unit names no such number (天, 元/人).
 */
export function perUnit(unit: string): number {
  if (unit === '%') return 100;
  if (unit === '‰') return 1000;
  const [, digits, word] = /\/([1-9]\d*)?(十万|百万|千万|亿|万|千|百)?/.exec(unit) ?? [];
  return Number(digits ?? 1) * (word === undefined ? 1 : SCALES[word]!);
}
