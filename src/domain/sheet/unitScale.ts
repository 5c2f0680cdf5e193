/** Figures from the unit of a file into the unit of an indicator. */
import { SCALES } from '../number/scales';
import { unitName } from '../read/units';
import { withoutNoise } from '../number/rounding';

/** Counting words for the same thing: a case is a person. */
const ALIKE: readonly (readonly string[])[] = [
  ['人', '名', '位', '例'],
  ['%', '百分之'],
  ['个百分点', '百分点'],
  ['1/10万', '/10万']
];
const SCALED = /^(亿|千万|百万|十万|万|千|百)(?=.)/;

/**
 * By what a figure in `from` is multiplied to be in `to`; 1 where `from` is empty. Undefined where the two count
 * different things (人 and 人次, % and 元).
 */
export function unitFactor(from: string, to: string): number | undefined {
  if (from === '' || from === to) return 1;
  const [a, b] = [partsOf(from), partsOf(to)];
  if (a.base === b.base) return a.scale / b.scale;
  if (a.base === '‰' && b.base === '%') return 0.1;
  if (a.base === '%' && b.base === '‰') return 10;
  // 万 alone is of whatever the indicator counts.
  return a.base === '' ? a.scale / b.scale : undefined;
}

/** `value` times a factor, without the rounding error of binary fractions. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : withoutNoise(value * factor);
}

function partsOf(unit: string): { scale: number; base: string } {
  const plain = unitName(unit);
  if (plain in SCALES) return { scale: SCALES[plain]!, base: '' };
  const word = SCALED.exec(plain)?.[1] ?? '';
  const base = plain.slice(word.length);
  return { scale: word === '' ? 1 : SCALES[word]!, base: ALIKE.find((group) => group.includes(base))?.[0] ?? base };
}
