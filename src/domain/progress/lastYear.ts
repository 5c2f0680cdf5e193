/**
 * 上年同期: how far the same work was one year before, for the tick on the bar.
 */
import type { Dataset } from '../model/dataset';
import { factsOf, hasNumber, isChange } from '../model/facts';
import { isBound, type Observation, type ProgressRow } from '../model/records';
import { rowsOfTask } from '../model/tasks';
import { roundTo } from '../number/rounding';
import type { LastYear, Undated } from './completion';
import { doneSign } from '../model/goal';
import { dayYearBefore, isIsoDay } from '../time/calendar';
import { parsePeriod } from '../time/parsePeriod';
import { type Period, yearBefore } from '../time/period';
import { formatNumber, formatValue, isRateUnit } from '../wording/format';
import { isWholeUnit } from './wholeUnit';

/**
 * Looks for the same point of the year before, best evidence first: a progress row of the programme and
 * place whose period and cut-off day lie one year earlier; a figure of the programme's indicator for that
 * span (for a stock: that day); a change (同比) stated with this year's figure, from which last year's is back-calculated.
 * Null without any, for plans, rates as targets, bounds, and where a count has no target to stand against.
 */
export function lastYearOf(dataset: Dataset, c: Undated): LastYear | null {
  const { row } = c;
  if (c.plan || !isIsoDay(row.asOf) || isRateUnit(row.unit)) return null;
  return fromProgress(dataset, c) ?? fromObservations(dataset, c);
}

function fromProgress(dataset: Dataset, c: Undated): LastYear | null {
  const period = yearBefore(c.row.period).text;
  const asOf = dayYearBefore(c.row.asOf);
  const before = rowsOfTask(dataset, c.programme.id, c.place.id).find(
    (r) =>
      r.period.text === period &&
      r.asOf === asOf &&
      r.unit === c.row.unit &&
      r.status === '实际' &&
      !isBound(doneSign(r)) &&
      (r.rate !== null || r.done !== null)
  );
  if (!before) return null;
  const rate =
    before.rate ??
    (before.done !== null && before.target !== null && before.target > 0 ? (before.done / before.target) * 100 : null);
  if (rate !== null) {
    const percent = roundTo(rate, 2);
    const text = `上年同期${formatNumber(percent, { decimals: null, unit: '%' })}`;
    return { percent, basis: '完成率', derived: false, row: before, observation: null, text };
  }
  return againstTarget(c, before.done!, {
    row: before,
    observation: null,
    workedBack: false,
    figure: formatNumber(before.done!, { unit: before.unit })
  });
}

function fromObservations(dataset: Dataset, c: Undated): LastYear | null {
  const indicator = dataset.indicator(c.programme.indicator);
  if (!indicator || indicator.unit !== c.row.unit) return null;
  // A stock (时点) is counted on the day itself, a flow over the days so far.
  const span = parsePeriod(indicator.basis === '时点' ? c.row.asOf : `${c.row.period.start}/${c.row.asOf}`);
  if (!span) return null;
  const here = dataset
    .observationsIn(indicator.id, c.place.id)
    .filter((o) => o.status === '实际' && !isBound(o.qualifier));
  const before = factsOf(here.filter((o) => o.measure === '数值' && o.period.text === yearBefore(span).text))[0];
  if (before) {
    const { observation } = before;
    const figure = formatValue(observation.value, indicator, observation.qualifier);
    return againstTarget(c, observation.value, { row: null, observation, workedBack: false, figure });
  }
  const change = here.find(
    (o) => isChange(o) && o.measure === '同比(%)' && isSpan(o.period, span, c.row.period, c.row.asOf)
  );
  if (!change || !hasNumber(change) || change.value <= -100 || c.done === null) return null;
  const value = roundTo(c.done / (1 + change.value / 100), indicator.decimals ?? (isWholeUnit(indicator.unit) ? 0 : 2));
  return againstTarget(c, value, {
    row: null,
    observation: change,
    workedBack: true,
    figure: `推算${formatValue(value, indicator)}`
  });
}

/** A change may be stated for the days passed or, at the end, for the whole period. */
function isSpan(period: Period, span: Period, whole: Period, asOf: string): boolean {
  return period.text === span.text || (asOf >= whole.end && period.text === whole.text);
}

interface Evidence {
  readonly row: ProgressRow | null;
  readonly observation: Observation | null;
  readonly workedBack: boolean;
  readonly figure: string;
}

function againstTarget(c: Undated, done: number, e: Evidence): LastYear | null {
  const target = c.target ?? (c.row.status === '存疑' ? null : c.impliedTarget);
  if (target === null || target <= 0) return null;
  return {
    percent: roundTo((done / target) * 100, 2),
    basis: '完成数',
    derived: e.workedBack || c.target === null,
    row: e.row,
    observation: e.observation,
    text: `上年同期${e.figure}`
  };
}
