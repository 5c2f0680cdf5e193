/**
 * A count and a rate without the third figure: 1,096 people at 100.02% would need a target between 1,095.7
 * and 1,095.8, and there is no such number of people.
 */
import { type Amount, cutOff, quotientOf, type Range } from './amount';
import type { Check } from './check';
import { perUnit } from '../number/scales';
import { formatNumber } from '../wording/format';

/** What a check of the missing figure needs of a count and of a rate. */
export interface Counted {
  readonly amount: Amount;
  readonly text: string;
  readonly unit: string;
  readonly qualifier: string;
}

export interface Rated extends Counted {
  readonly decimals: number;
}

type Verdict = Pick<Check, 'kind' | 'outcome' | 'what' | 'arithmetic'> | undefined;

/**
 * Whether a whole number can be the missing 分母 (or 分子) of a rate. Undefined where it can't be told: amounts of
 * money, rounded counts, bounds, a rate of zero.
 */
export function wholeNumberCheck(
  rate: Rated,
  known: readonly Counted[],
  missing: '分子' | '分母',
  name: string = missing
): Verdict {
  const count = known[0];
  if (!count || known.length > 1 || !count.amount.exact || !Number.isInteger(count.amount.value) || isMoney(count.unit))
    return undefined;
  if (rate.qualifier !== '' || count.qualifier !== '' || rate.amount.value <= 0 || count.amount.value <= 0)
    return undefined;
  const scale = perUnit(rate.unit);
  const range = (of: Range): Range => {
    const positive = { low: Math.max(of.low, rate.amount.step / 100), high: of.high };
    const r =
      missing === '分母'
        ? quotientOf(count.amount, positive)
        : { low: count.amount.low * of.low, high: count.amount.high * of.high };
    return missing === '分母'
      ? { low: r.low * scale, high: r.high * scale }
      : { low: r.low / scale, high: r.high / scale };
  };
  const implied =
    missing === '分母'
      ? (count.amount.value / rate.amount.value) * scale
      : (count.amount.value * rate.amount.value) / scale;
  const sign = missing === '分母' ? '÷' : '×';
  const start = `${count.text}${sign}${rate.text}≈${formatNumber(implied, { decimals: implied < 1000 ? 2 : 1 })}`;
  const rounded = wholeIn(range(rate.amount));
  if (rounded)
    return {
      kind: '率与数',
      outcome: '相符',
      what: `${name}可以是整数。`,
      arithmetic: `${start}，${name}${wholeText(rounded)}`
    };
  const cut = wholeIn(range(cutOff(rate.amount)));
  if (cut) {
    return {
      kind: '率与数',
      outcome: '末位截取',
      what: `差在末位，可能是截取；截取时${name}可以是整数。`,
      arithmetic: `${start}，${name}${wholeText(cut)}`
    };
  }
  const neighbours = [Math.floor(implied), Math.ceil(implied)]
    .filter((n) => n > 0)
    .map((n) => {
      const of = missing === '分母' ? (count.amount.value / n) * scale : (n / count.amount.value) * scale;
      const quotient = missing === '分母' ? `${count.text}÷${formatNumber(n)}` : `${formatNumber(n)}÷${count.text}`;
      return `${quotient}＝${formatNumber(of, { decimals: Math.max(2, rate.decimals), unit: /^(%|‰|1\/)/.test(rate.unit) ? rate.unit : '' })}`;
    });
  return {
    kind: '率与数',
    outcome: '不符',
    what: `没有整数的${name}能得出这个率。`,
    arithmetic: `${[start, ...neighbours].join('，')}，都不是${rate.text}`
  };
}

function isMoney(unit: string): boolean {
  return /元$/.test(unit);
}

/** First and last whole number in a range; undefined for none. */
function wholeIn({ low, high }: Range): { first: number; last: number } | undefined {
  const tolerance = 1e-9 * Math.max(1, Math.abs(high));
  const first = Math.ceil(low - tolerance);
  const last = Math.floor(high + tolerance);
  return first <= last ? { first, last } : undefined;
}

function wholeText({ first, last }: { first: number; last: number }): string {
  return first === last ? `是${formatNumber(first)}` : `在${formatNumber(first)}到${formatNumber(last)}之间`;
}
