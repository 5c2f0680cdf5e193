import { decimalsOf } from './rounding';

/**
 * How many decimals a source printed for a figure: `下降30.0%` has one for −30, `2212人 / 100.55%` two
 * for 100.55. Where the figure isn't found in the text, as many as the value has.
 */
export function decimalsWritten(written: string, value: number): number {
  const size = Math.abs(value);
  for (const token of written.replace(/[，,](?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []) {
    if (Number(token) === size) return token.includes('.') ? token.split('.')[1]!.length : 0;
  }
  return decimalsOf(size, 4);
}
