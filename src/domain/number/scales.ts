/** What a word of scale behind a number multiplies it by. */
export const SCALES: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
  百: 1e2
};

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
