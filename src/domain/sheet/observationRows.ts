/** Facts of indicators as rows of observations.csv: in the indicator's unit, of a time that fits its basis. */
import type { Decision, TableRow } from '../batch/batch';
import type { ProposedRow, Remark } from '../batch/proposal';
import { type Steps, STEP_ROWS } from '../steps/steps';
import type { Indicator, Measure } from '../model/records';
import { periodOfDays, type Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { decider, rejection, originOf, placeInSource, written, type PlacedFact } from './placedFact';
import type { SheetFact } from './sheetFact';
import { sinceNewYear } from './sheetPeriod';
import { scaled, unitFactor } from './unitScale';

const MEASURES: Partial<Record<SheetFact['measure'], Measure>> = {
  value: '数值',
  done: '数值',
  yoy: '同比(%)',
  yoy_pp: '同比(百分点)',
  rank: '位次',
  share: '占比'
};

/** The rows of observations that facts of indicators make; `bases` are those of indicators that are new. */
export function* observationRowsOf(
  facts: readonly PlacedFact[],
  source: string,
  indicators: ReadonlyMap<string, Indicator>,
  bases: ReadonlyMap<string, string>,
  remarks: Remark[],
  decisions: Decision[]
): Steps<ProposedRow[]> {
  const decide = decider(decisions);
  const rows: ProposedRow[] = [];
  for (const [i, placed] of facts.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    const row = rowOf(placed);
    if (row) rows.push(row);
  }
  return rows;

  function rowOf(placed: PlacedFact): ProposedRow | undefined {
    const { fact, id, unit } = placed;
    const measure = MEASURES[fact.measure];
    if (!measure) {
      remarks.push(rejection(fact, '度量', '增减的绝对数没有地方放', '请用本期数和上年同期数，或同比。'));
      return undefined;
    }
    const factor = measure === '数值' ? unitFactor(fact.unit, unit) : 1;
    if (factor === undefined) {
      remarks.push(
        rejection(
          fact,
          '单位',
          `表里的单位是“${fact.unit}”，“${fact.item}”的单位是“${unit}”，不能换算`,
          '请核对单位，或另选、新建指标。'
        )
      );
      return undefined;
    }
    if (measure === '数值' && fact.unit === '') decide(`“${fact.item}”没有写单位`, `按${unit}`);
    if (measure === '数值' && fact.unit !== '' && fact.unit !== unit) {
      decide(`“${fact.item}”的单位是${fact.unit}，指标的单位是${unit}`, factor === 1 ? `按${unit}` : `换算成${unit}`);
    }
    const period = periodFor(placed, indicators.get(id)?.basis ?? bases.get(id) ?? '期间', decide);
    const row: TableRow = {
      indicator: id,
      place: placed.place,
      period: period.text,
      part: fact.part,
      measure,
      source,
      value: inWords(scaled(fact.value, factor), fact.shown),
      qualifier: fact.qualifier,
      status: '实际',
      ...placeInSource(fact),
      written: written([fact.shown]),
      note: fact.note
    };
    return { table: 'observations', row, origin: originOf(fact) };
  }
}

/** A number as text: the very text of the cell where that is the same, which a million rows then hold once. */
function inWords(value: number, shown: string): string {
  const text = String(value);
  return text === shown ? shown : text;
}

/** A stock is of the last day of what the file says, a flow of the time since New Year where the file says a day. */
function periodFor(
  { fact, period }: PlacedFact,
  basis: string,
  decide: (question: string, answer: string) => void
): Period {
  const other =
    basis === '时点'
      ? period.kind === '时点'
        ? period
        : periodOfDays(period.end, period.end)
      : period.kind === '时点'
        ? sinceNewYear(period)
        : period;
  if (other && other.text !== period.text)
    decide(`“${fact.item}”是${basis}数，表里写的是${periodLabel(period)}`, periodLabel(other));
  return other ?? period;
}
