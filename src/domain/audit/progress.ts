/** Completion rates against their own figures, and what was over-fulfilled. */
import { amountOf, cutOff, meet, quotientOf } from './amount';
import type { Check } from './check';
import { wholeNumberCheck } from './wholeNumber';
import { type AuditRow, rowTitle } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import { hasNumber } from '../model/facts';
import type { ProgressRow } from '../model/records';
import { decimalsWritten } from '../number/decimalsWritten';
import { roundTo } from '../number/rounding';
import { goalOf } from '../model/goal';
import { formatNumber, isRateUnit } from '../wording/format';

/** A completion over 100%: named, not a fault. */
export interface Overdone {
  readonly title: string;
  /** Percent, as reported, or done ÷ target. */
  readonly rate: number;
  readonly text: string;
  readonly rows: readonly AuditRow[];
}

/** Done ÷ target against the stated rate; where the target isn't stated, whether a whole number of it exists. */
export function checkProgress(dataset: Dataset): Check[] {
  return dataset.progress.map(checkOf).filter((c): c is Check => c !== undefined);
}

function checkOf(row: ProgressRow): Check | undefined {
  const { done, target, rate } = row;
  if (done === null || rate === null || row.qualifier !== '' || isRateUnit(row.unit)) return undefined;
  const decimals = decimalsWritten(row.written, rate);
  const rateText = formatNumber(rate, { decimals, unit: '%' });
  const stated = amountOf({ value: rate, written: row.written, qualifier: '', rate: true });
  const amount = amountOf({ value: done, written: row.written, qualifier: '', rate: false });
  const about = { title: rowTitle(row), confidence: '确定' as const, rows: [row], note: '' };
  if (target === null) {
    const verdict = wholeNumberCheck(
      { amount: stated, text: rateText, unit: '%', qualifier: '', decimals },
      [{ amount, text: formatNumber(done), unit: row.unit, qualifier: '' }],
      '分母',
      '任务数'
    );
    return verdict && { ...verdict, ...about };
  }
  if (target <= 0) return undefined;
  const goal = amountOf({ value: target, written: row.written, qualifier: '', rate: false });
  const quotient = quotientOf(amount, goal);
  const range = { low: quotient.low * 100, high: quotient.high * 100 };
  const arithmetic = (places: number): string =>
    `${formatNumber(done)}÷${formatNumber(target)}＝${formatNumber(roundTo((done / target) * 100, places), { decimals: places, unit: '%' })}，原文${rateText}`;
  const kind = '率与数' as const;
  if (meet(range, stated))
    return {
      kind,
      outcome: '相符',
      what: '完成率与完成数、目标相符。',
      arithmetic: arithmetic(decimals + 1),
      ...about
    };
  if (meet(range, cutOff(stated))) {
    return {
      kind,
      outcome: '末位截取',
      what: '差在末位，可能是截取，没有四舍五入。',
      arithmetic: arithmetic(decimals + 1),
      ...about
    };
  }
  return {
    kind,
    outcome: '不符',
    what: '完成率不等于完成数除以目标，相差超过四舍五入。',
    arithmetic: arithmetic(Math.max(2, decimals)),
    ...about
  };
}

/**
 * Completions over 100%, those of the indicators table too where the tasks table doesn't have them: the same rate at the same
 * place and time. A repeated report of one task counts once; two tasks with the same rate are two.
 */
export function overdoneOf(dataset: Dataset): Overdone[] {
  const found: (Omit<Overdone, 'rows'> & { rows: AuditRow[] })[] = [];
  const byFact = new Map<string, (typeof found)[number]>();
  const figureOf = (row: AuditRow, rate: number) => `${rate} ${row.place.id} ${row.period.text}`;
  /** @param about programme or indicator; the same figure `elsewhere` is the same fact */
  const add = (row: AuditRow, rate: number, about: string, elsewhere?: (typeof found)[number]): void => {
    const key = `${about} ${figureOf(row, rate)}`;
    const known = byFact.get(key) ?? elsewhere;
    if (known) {
      known.rows.push(row);
      return;
    }
    const text = formatNumber(rate, { decimals: decimalsWritten(row.written, rate), unit: '%' });
    const one = { title: rowTitle(row), rate, text, rows: [row] };
    byFact.set(key, one);
    found.push(one);
  };
  for (const row of dataset.progress) {
    const computed =
      row.target !== null && row.target > 0 && row.done !== null && !isRateUnit(row.unit)
        ? (row.done / row.target) * 100
        : null;
    const rate = row.rate ?? (computed === null ? null : roundTo(computed, 2));
    // Past a limit isn't more than was asked.
    const { direction } = goalOf(row, dataset.indicator(row.programme.indicator));
    if (rate !== null && rate > 100 && direction === '达到') add(row, rate, `任务 ${row.programme.id}`);
  }
  const tasks = new Map([...found].reverse().map((one) => [figureOf(one.rows[0]!, one.rate), one]));
  for (const indicator of dataset.indicators) {
    if (!COMPLETION.test(indicator.name) || indicator.unit !== '%') continue;
    for (const o of dataset.observationsOf(indicator.id, '数值'))
      if (hasNumber(o) && o.value > 100) add(o, o.value, `指标 ${indicator.id}`, tasks.get(figureOf(o, o.value)));
  }
  return found;
}

/** Rates of how much of a task is done: these may pass 100%. */
export const COMPLETION = /完成率|达成率|执行率/;
