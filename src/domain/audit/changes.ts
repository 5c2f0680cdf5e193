/** Changes on the year before as a report states them, against its own two figures. */
import { cutOff, meet, type Range } from './amount';
import { type Check, keep, weaker } from './check';
import { observationAmount } from './facts';
import { rowTitle } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import { type NumericObservation, hasNumber } from '../model/facts';
import { decimalsWritten } from '../number/decimalsWritten';
import type { Steps } from '../steps/steps';
import { yearBefore } from '../time/period';
import { formatBare, formatChange } from '../wording/format';

/** Every stated change whose two figures are both in the dataset. */
export function* checkChanges(dataset: Dataset): Steps<Check[]> {
  const checks: Check[] = [];
  for (const indicator of dataset.indicators) {
    yield 0;
    const all = dataset.observationsOf(indicator.id).filter(hasNumber);
    const stated = all.filter((o) => o.measure === '同比(%)' || o.measure === '同比(百分点)');
    if (stated.length === 0) continue;
    const values = new Map<string, NumericObservation>();
    for (const o of all) {
      const key = `${o.place.id} ${o.period.text}`;
      if (o.measure === '数值' && !values.has(key)) values.set(key, o);
    }
    for (const change of stated) {
      const now = values.get(`${change.place.id} ${change.period.text}`);
      const before = values.get(`${change.place.id} ${yearBefore(change.period).text}`);
      const check = now && before && changeCheck(change, now, before);
      if (check) keep(checks, check, dataset);
    }
  }
  return checks;
}

function changeCheck(
  change: NumericObservation,
  now: NumericObservation,
  before: NumericObservation
): Check | undefined {
  const points = change.measure === '同比(百分点)';
  const a = observationAmount(now);
  const b = observationAmount(before);
  if (!points && b.low <= 0) return undefined;
  const range: Range = points
    ? { low: a.low - b.high, high: a.high - b.low }
    : { low: (a.low / b.high - 1) * 100, high: (a.high / b.low - 1) * 100 };
  const computed = points ? now.value - before.value : (now.value / before.value - 1) * 100;
  const stated = observationAmount(change);
  const size = Math.abs(change.value);
  const cut = cutOff({ ...stated, value: size });
  const sized = change.value < 0 ? { low: -range.high, high: -range.low } : range;
  const outcome = meet(range, stated) ? '相符' : meet(sized, cut) ? '末位截取' : '不符';
  const decimals = decimalsWritten(change.written, change.value);
  const figures = points
    ? `${formatBare(now.value, now.indicator)}－${formatBare(before.value, before.indicator)}`
    : `${formatBare(now.value, now.indicator)}÷${formatBare(before.value, before.indicator)}－1`;
  return {
    kind: '同比',
    outcome,
    title: rowTitle(change),
    what:
      outcome === '不符'
        ? '原文写的同比与两年的数算出来的不一样；上年数可能后来调整过。'
        : outcome === '相符'
          ? '同比与两年的数相符。'
          : '差在末位，可能是截取，没有四舍五入。',
    arithmetic: `${figures}＝${formatChange(computed, change.measure, outcome === '不符' || Math.abs(computed - change.value) < 1e-9 ? decimals : decimals + 1)}，原文${formatChange(change.value, change.measure, decimals)}`,
    confidence: weaker(
      '很可能',
      [change, now, before].every((o) => o.qualifier === '')
    ),
    rows: [change, now, before],
    note: ''
  };
}
