/** One fact with two values: within a report, between reports, between the two tables. */
import { allMeet, type Amount, amountOf, meet } from './amount';
import { type Check, keep, weaker } from './check';
import { rowTitle } from '../evidence/row';
import { sortedByCodes } from '../model/codedColumn';
import type { Dataset } from '../model/dataset';
import { type NumericObservation, hasNumber } from '../model/facts';
import { doneSign, figureSign } from '../model/goal';
import { sortKeys } from '../model/numberRows';
import { repeatedRows } from '../model/repeatedRows';
import type { Indicator, Observation, ProgressRow } from '../model/records';
import type { Confidence } from '../model/relation';
import type { Steps } from '../steps/steps';
import { formatNumber } from '../wording/format';
import { statedText } from '../wording/observationText';
import { positionKey } from '../wording/position';

const RATES: ReadonlySet<string> = new Set(['比率', '占比', '人均']);

/** The range of an observation's figure. */
export function observationAmount(o: NumericObservation): Amount {
  const { value, written, qualifier } = o;
  return amountOf({ value, written, qualifier, rate: o.measure !== '数值' || RATES.has(o.indicator.kind) });
}

/** Facts that are stated more than once, each with its verdict, in order of first appearance. */
export function* checkFacts(dataset: Dataset): Steps<Check[]> {
  const checks: Check[] = [];
  for (const { id } of dataset.indicators) {
    const block = dataset.blockOf(id);
    if (!block) continue;
    const { value } = block.columns;
    const { place, period, measure } = sortKeys(block);
    const keys = [place, period, measure];
    const rows = block.rowsOf(id).filter((row) => !Number.isNaN(value[row]));
    for (const group of repeatedRows(sortedByCodes(rows, keys), keys))
      keep(
        checks,
        factCheck(Array.from(group, (row) => dataset.observation(block.from + row)).filter(hasNumber)),
        dataset
      );
    yield rows.length;
  }
  return checks;
}

/** One fact that is stated more than once. */
export function factCheck(group: readonly NumericObservation[]): Check {
  const first = group[0]!;
  const values = group.map((o) => o.value).filter((v, i, all) => all.indexOf(v) === i);
  const amounts = group.map(observationAmount);
  const fits = allMeet(amounts);
  const sameReport = group.every((o) => o.source.id === first.source.id);
  const exact = group.every((o) => o.qualifier === '');
  const shown = group
    .map((o) => (o.qualifier === '' ? statedText(o) : `“${o.written}”`))
    .filter((t, i, all) => all.indexOf(t) === i);
  // Two values in one report can't both hold; two reports may count at different moments.
  const confidence: Confidence = sameReport ? '确定' : '很可能';
  return {
    kind: '一事多处',
    outcome: values.length === 1 ? '相符' : fits ? '相容' : '不符',
    title: `${rowTitle(first)}${first.measure === '数值' ? '' : `（${first.measure}）`}`,
    what:
      values.length === 1
        ? '几处写的数相同。'
        : fits
          ? '几处写的数不同，但不矛盾。'
          : `${sameReport ? '同一份报告' : '不同报告'}里写了不同的数。`,
    arithmetic: shown.join(values.length === 1 ? '＝' : fits ? '，' : '≠'),
    confidence: weaker(confidence, exact),
    rows: group,
    note: ''
  };
}

/** Tasks reported more than once for the same day. */
export function checkRepeatedTasks(dataset: Dataset): Check[] {
  const groups = new Map<string, ProgressRow[]>();
  for (const row of dataset.progress) {
    const key = `${row.programme.id} ${row.place.id} ${row.period.text} ${row.asOf}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const checks: Check[] = [];
  groups.forEach((group) => {
    if (group.length > 1) checks.push(taskCheck(group));
  });
  return checks;
}

const FIELDS = [
  ['target', '目标'],
  ['done', '完成数'],
  ['rate', '完成率']
] as const;

function taskCheck(group: readonly ProgressRow[]): Check {
  const first = group[0]!;
  const differing = FIELDS.filter(([field]) => {
    const amounts = group.filter((row) => row[field] !== null).map((row) => taskAmount(row, field));
    return !allMeet(amounts);
  });
  const figures = FIELDS.map((entry) => {
    const [field, name] = entry;
    const values = group.map((row) => row[field]).filter((v): v is number => v !== null);
    const distinct = values.filter((v, i) => values.indexOf(v) === i);
    return distinct.length === 0
      ? ''
      : `${name}${distinct.map((v) => formatNumber(v, { unit: field === 'rate' ? '%' : first.unit })).join(differing.includes(entry) ? '≠' : '、')}`;
  });
  const sameReport = group.every((row) => row.source.id === first.source.id);
  return {
    kind: '一事多处',
    outcome: differing.length === 0 ? '相符' : '不符',
    title: rowTitle(first),
    what: differing.length === 0 ? '几处写的数相同。' : `${differing.map(([, name]) => name).join('、')}前后不同。`,
    arithmetic: figures.filter(Boolean).join('，'),
    confidence: sameReport ? '确定' : '很可能',
    rows: group,
    note: ''
  };
}

function taskAmount(row: ProgressRow, field: 'target' | 'done' | 'rate'): Amount {
  return amountOf({
    value: row[field]!,
    written: row.written,
    qualifier: figureSign(row, field),
    rate: field === 'rate'
  });
}

/** What a task's done figure is in the table of indicators, where the same line of the same report gives both. */
export function checkTaskResults(dataset: Dataset): Check[] {
  const checks = new Map<ProgressRow, Check>();
  for (const [indicator, rows] of resultsByIndicator(dataset))
    for (const row of rows) {
      const counterparts = dataset
        .observationsIn(indicator.id, row.place.id, '数值')
        .filter((o) => hasNumber(o) && isCounterpart(o, row));
      // Several figures of one indicator in a line: the task is one of them.
      if (counterparts.length === 1) checks.set(row, resultCheck(row, counterparts[0] as NumericObservation));
    }
  return dataset.progress.flatMap((row) => checks.get(row) ?? []);
}

/** Tasks with a result in the unit of their indicator: those of one after the other, so that its numbers are asked for once. */
function resultsByIndicator(dataset: Dataset): ReadonlyMap<Indicator, readonly ProgressRow[]> {
  const groups = new Map<Indicator, ProgressRow[]>();
  for (const row of dataset.progress) {
    const indicator = dataset.indicator(row.programme.indicator);
    if (!indicator || row.done === null || indicator.unit !== row.unit) continue;
    const group = groups.get(indicator);
    if (group) group.push(row);
    else groups.set(indicator, [row]);
  }
  return groups;
}

function resultCheck(row: ProgressRow, counterpart: NumericObservation): Check {
  const fits = meet(observationAmount(counterpart), taskAmount(row, 'done'));
  return {
    kind: '一事多处',
    outcome: fits ? '相符' : '不符',
    title: rowTitle(row),
    what: fits ? '任务的完成数与指标数相同。' : '任务的完成数与指标数不同。',
    arithmetic: `${formatNumber(row.done!, { unit: row.unit, qualifier: doneSign(row) })}${fits ? '＝' : '≠'}${statedText(counterpart)}`,
    confidence: weaker('确定', doneSign(row) === '' && counterpart.qualifier === ''),
    rows: [row, counterpart],
    note: ''
  };
}

function isCounterpart(o: Observation, row: ProgressRow): boolean {
  return o.place.id === row.place.id && positionKey(o) === positionKey(row);
}
