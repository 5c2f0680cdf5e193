/**
 * What a printed figure can stand for. `342万` is no exact number: it is what anything from 3,415,000 to
 * 3,425,000 rounds to. The audit compares such ranges, so that rounding is never taken for a fault.
 */
import { SCALES } from '../number/scales';
import type { Qualifier } from '../model/records';
import { decimalsOf } from '../number/rounding';

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Amount extends Range {
  readonly value: number;
  /** Nothing but `value` will do: a whole count without 万 and without 约. */
  readonly exact: boolean;
  /** One unit of the last printed digit; 0 for exact counts. */
  readonly step: number;
}

export interface Printed {
  readonly value: number;
  /** The figure as it stands in the source. */
  readonly written: string;
  readonly qualifier: Qualifier;
  /** A rate is never exact: 93% stands for 92.5 to 93.5. */
  readonly rate: boolean;
}

/** Sums and quotients in binary carry noise; nothing that a report prints is as fine as this. */
const NOISE = 1e-9;

/** The range of a printed figure: half a step either way; 余 upwards, 近 downwards, bounds open on one side. */
export function amountOf({ value, written, qualifier, rate }: Printed): Amount {
  const printed = printedStep(written, value);
  const step = printed === 0 && rate ? 1 : printed;
  const { low, high } = rangeOf(value, step, written, qualifier);
  return { value, step, low, high, exact: low === high };
}

function rangeOf(value: number, step: number, written: string, qualifier: Qualifier): Range {
  if (qualifier === '≥' || qualifier === '>') return { low: value, high: Infinity };
  if (qualifier === '≤' || qualifier === '<') return { low: -Infinity, high: value };
  if (qualifier === '') return { low: value - step / 2, high: value + step / 2 };
  const round = roundUnit(value, step);
  if (/[余多来]/.test(written)) return { low: value, high: value + round };
  if (/近/.test(written)) return { low: value - round, high: value };
  return { low: value - round, high: value + round };
}

/** One unit of the last digit that isn't zero: 10 for 80, 1,000 for 9,000, 1 for 1,756. */
function roundUnit(value: number, step: number): number {
  if (!Number.isInteger(value)) return step;
  let unit = 1;
  while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/**
 * One unit of the last digit printed, in the unit of `value`: 0.01 for `97.06%`, 10,000 for `342万` read as
 * 3,420,000. 0 for whole numbers printed in full, and where the text holds no such figure in digits.
 */
export function printedStep(written: string, value: number): number {
  const text = written.replace(/(\d)[，,](?=\d{3}(?!\d))/g, '$1');
  const figure = /(\d+(?:\.\d+)?)\s*[余多来几]?\s*(亿|千万|百万|十万|万|千|百)?/g;
  for (let m = figure.exec(text); m; m = figure.exec(text)) {
    const number = Number(m[1]);
    const scale = m[2] ? SCALES[m[2]]! : 1;
    // The value may be in 元, 万元 or 亿元 whatever the text uses.
    const ratio = [scale, scale / 1e4, scale / 1e8, 1].find((r) => near(number * r, Math.abs(value)));
    if (ratio === undefined || number === 0) continue;
    const decimals = m[1]!.includes('.') ? m[1]!.split('.')[1]!.length : 0;
    return decimals === 0 && !m[2] ? 0 : 10 ** -decimals * ratio;
  }
  return Number.isInteger(value) ? 0 : 10 ** -decimalsOf(value, 4);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= NOISE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Whether two ranges have a number in common, the noise of binary sums aside. */
export function meet(a: Range, b: Range): boolean {
  const tolerance = NOISE * Math.max(1, ...[a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs));
  return a.low <= b.high + tolerance && b.low <= a.high + tolerance;
}

/** Whether each two of some ranges meet: it is enough that the one that begins last meets the one that ends first. */
export function allMeet(ranges: readonly Range[]): boolean {
  if (ranges.length === 0) return true;
  const last = ranges.reduce((a, b) => (b.low > a.low ? b : a));
  const first = ranges.reduce((a, b) => (b.high < a.high ? b : a));
  return meet(last, first);
}

/** Sum of ranges: from the sum of the least to that of the greatest. */
export function sumOf(amounts: readonly Range[]): Range {
  return { low: amounts.reduce((sum, a) => sum + a.low, 0), high: amounts.reduce((sum, a) => sum + a.high, 0) };
}

/** Quotient of two positive ranges. */
export function quotientOf(a: Range, b: Range): Range {
  return { low: a.low / b.high, high: a.high / b.low };
}

/** What a rate stands for where its last digits were cut off instead of rounded. */
export function cutOff(rate: Amount): Range {
  // A whole step more would have been printed as the next digit.
  return { low: rate.value, high: rate.value + rate.step * 0.999 };
}
