/** What one row says of itself: a rate with its numerator and denominator, a value with its confidence interval. */
import { type Check, keep, type Outcome } from './check';
import { rowTitle } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import type { Observation } from '../model/records';
import type { Steps } from '../steps/steps';
import { decimalsWritten } from '../number/decimalsWritten';
import { perUnit } from '../number/scales';
import { formatNumber } from '../wording/format';
import { statedText } from '../wording/observationText';

/** Every rate that states numerator and denominator, sub-groups too. */
export function* checkOwnRates(dataset: Dataset): Steps<Check[]> {
  const checks: Check[] = [];
  if (!dataset.summary.hasFractions) return checks;
  for (const { from, size, columns } of dataset.walk()) {
    const { numerator, denominator } = columns;
    if (!numerator || !denominator) continue;
    for (let row = 0; row < size; row += 1) {
      if (Number.isNaN(numerator[row]!) || Number.isNaN(denominator[row]!)) continue;
      const check = rateCheck(dataset.observation(from + row));
      if (check) keep(checks, check, dataset);
    }
    yield size;
  }
  return checks;
}

/** A rate against its own numerator and denominator; undefined without them. */
export function rateCheck(o: Observation): Check | undefined {
  const { value, numerator, denominator, indicator, measure } = o;
  if (value === null || numerator === null || denominator === null) return undefined;
  if (measure !== '数值' || indicator.kind === '数量' || indicator.kind === '金额') return undefined;
  const base = { title: rowTitle(o), confidence: '确定' as const, rows: [o], note: '', kind: '率与数' as const };
  const fraction = `${formatNumber(numerator)}÷${formatNumber(denominator)}`;
  if (denominator <= 0) {
    const what = '分母不大于0，算不出率。';
    return { ...base, outcome: '不符', what, arithmetic: `${fraction}，原文${statedText(o)}` };
  }
  const decimals = decimalsWritten(o.written, value);
  const computed = (numerator / denominator) * perUnit(indicator.unit);
  const outcome = o.qualifier === '' ? agreement(value, computed, decimals) : bounded(o, value, computed, decimals);
  const shown = formatNumber(computed, { decimals, unit: indicator.unit });
  return {
    ...base,
    outcome,
    what: WORDS[outcome],
    arithmetic: `${fraction}＝${shown}，原文${statedText(o)}`,
    confidence: o.qualifier === '' ? '确定' : '可疑'
  };
}

const WORDS: Readonly<Record<Outcome, string>> = {
  不符: '率与它自己的分子、分母不符。',
  相符: '率等于分子除以分母。',
  末位截取: '率等于分子除以分母，末位是截取，没有四舍五入。',
  相容: '率在限定词的范围内与分子、分母相容。'
};

/** Within half a step of the last decimal; a last digit that was cut off instead of rounded; or neither. */
function agreement(value: number, computed: number, decimals: number): Outcome {
  const step = 10 ** -decimals;
  if (Math.abs(value - computed) <= step / 2 + TOLERANCE) return '相符';
  const isCut = value <= computed + TOLERANCE && computed - value < step;
  return isCut ? '末位截取' : '不符';
}

/** A bound holds, and 约 is within a tenth. */
function bounded({ qualifier }: Observation, value: number, computed: number, decimals: number): Outcome {
  const room = 10 ** -decimals / 2 + TOLERANCE;
  const fits =
    qualifier === '≈'
      ? Math.abs(value - computed) <= Math.abs(computed) / 10 + room
      : qualifier === '≥' || qualifier === '>'
        ? computed >= value - room
        : computed <= value + room;
  return fits ? '相容' : '不符';
}

const TOLERANCE = 1e-9;

/** What is wrong with an interval, one Chinese sentence; undefined where nothing is. */
export function intervalFault({ value, lower, upper }: Observation): string | undefined {
  if (lower !== null && upper !== null && lower > upper) return '置信区间的下限大于上限。';
  if (value === null) return undefined;
  const isOutside = (lower !== null && value < lower) || (upper !== null && value > upper);
  return isOutside ? '数值不在它自己的置信区间里。' : undefined;
}
