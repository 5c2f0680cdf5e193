/** Facts of tasks as rows of progress.csv: target, done and rate of one task, place and day in one row. */
import type { Decision, TableRow } from '../batch/batch';
import type { ProposedRow, Remark } from '../batch/proposal';
import { type Steps, STEP_ROWS } from '../steps/steps';
import { periodOfMonths, type Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { decider, rejection, originOf, placeInSource, written, type PlacedFact } from './placedFact';
import { scaled, unitFactor } from './unitScale';

type Part = 'target' | 'done' | 'rate';

/** One row to be. */
interface Entry {
  readonly first: PlacedFact;
  readonly parts: Partial<Record<Part, PlacedFact>>;
}

/**
 * The rows of progress that facts of tasks make. A task runs through the year that the file's time ends in; what is done
 * counts up to the end of that time. What is said to be of one month (本月目标, 下月计划) is a task of that month. A second figure for the same thing makes a row of its own: nothing is dropped.
 */
export function* progressRowsOf(
  facts: readonly PlacedFact[],
  source: string,
  remarks: Remark[],
  decisions: Decision[]
): Steps<ProposedRow[]> {
  const decide = decider(decisions);
  const open = new Map<string, Entry>();
  const entries: Entry[] = [];
  for (const [i, placed] of withoutMonths(facts, remarks).entries()) {
    if (i % STEP_ROWS === 0) yield i;
    const part = partOf(placed, remarks);
    if (!part) continue;
    const { place, id, period, fact } = placed;
    const key = [place, id, period.end, period.kind === '年', isOfMonth(placed), fact.sheet, fact.line].join('\n');
    const known = open.get(key);
    if (known && !known.parts[part]) {
      known.parts[part] = placed;
      continue;
    }
    const entry: Entry = { first: placed, parts: { [part]: placed } };
    open.set(key, entry);
    entries.push(entry);
  }
  const rows: ProposedRow[] = [];
  for (const [i, entry] of entries.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    rows.push(...rowOf(entry, source, remarks, decide));
  }
  return rows;
}

/** Where a file has what was done in the month and since New Year, the month's own isn't how far the task has got. */
function withoutMonths(facts: readonly PlacedFact[], remarks: Remark[]): PlacedFact[] {
  const keyOf = ({ place, id, period, fact }: PlacedFact) => [place, id, period.end, fact.measure].join('\n');
  const isSum = (placed: PlacedFact) => isSinceNewYear(placed.period) && !isOfMonth(placed);
  const summed = new Set(facts.filter(isSum).map(keyOf));
  return facts.filter((placed) => {
    if (isSum(placed) || !summed.has(keyOf(placed))) return true;
    const why = `${periodLabel(placed.period)}当期的数，同表另有年初以来的累计数`;
    remarks.push(rejection(placed.fact, '时期', why, '任务进度用累计数，不用处理；要留当期数的，请按指标上新。'));
    return false;
  });
}

function isSinceNewYear({ start, kind }: Period): boolean {
  return start.endsWith('-01-01') && kind !== '时点';
}

function isOfMonth({ fact, period }: PlacedFact): boolean {
  return fact.ofOneMonth === true && period.kind === '月';
}

function partOf({ fact }: PlacedFact, remarks: Remark[]): Part | undefined {
  if (fact.measure === 'target' || fact.measure === 'done' || fact.measure === 'rate') return fact.measure;
  remarks.push(rejection(fact, '度量', '任务只有目标、完成和完成率', '请改选一个指标。'));
  return undefined;
}

const PARTS = ['target', 'done', 'rate'] as const satisfies readonly Part[];

function rowOf({ first, parts }: Entry, source: string, remarks: Remark[], decide: Decide): ProposedRow[] {
  const amounts = amountsOf(parts, remarks, decide);
  if (amounts.size === 0) return [];
  const used = PARTS.flatMap((part) => (amounts.has(part) ? [parts[part]!] : []));
  const main = (amounts.has('done') ? parts.done : amounts.has('target') ? parts.target : parts.rate)!;
  const planned = !amounts.has('done') && !amounts.has('rate');
  const text = (part: Part) => (amounts.has(part) ? String(amounts.get(part)) : '');
  const row: TableRow = {
    programme: first.id,
    place: first.place,
    ...timeOf(first, planned, decide),
    source,
    target: text('target'),
    done: text('done'),
    rate: text('rate'),
    unit: first.unit,
    qualifier: used.find(({ fact }) => fact.qualifier !== '')?.fact.qualifier ?? '',
    status: planned ? '计划' : '实际',
    ...placeInSource(main.fact),
    written: written(used.map(({ fact }) => fact.shown)),
    note: used.find(({ fact }) => fact.note !== '')?.fact.note ?? ''
  };
  return [{ table: 'progress', row, origin: originOf(main.fact) }];
}

type Decide = (question: string, answer: string) => void;

/** Target, done and rate in the unit of the task; what can't be one of them is a remark. */
function amountsOf(parts: Entry['parts'], remarks: Remark[], decide: Decide): Map<Part, number> {
  const amounts = new Map<Part, number>();
  for (const part of PARTS) {
    const placed = parts[part];
    if (!placed) continue;
    const { fact, unit } = placed;
    const to = part === 'rate' ? '%' : unit;
    const factor = unitFactor(fact.unit, to);
    if (factor === undefined) {
      const why = `表里的单位是“${fact.unit}”，“${fact.item}”的单位是“${to}”，不能换算`;
      remarks.push(rejection(fact, '单位', why, '请核对单位，或另选、新建任务。'));
      continue;
    }
    if (fact.value < 0) {
      remarks.push(rejection(fact, '数值', '目标、完成数和完成率不能是负数', '请核对这个数。'));
      continue;
    }
    if (part !== 'rate' && fact.unit === '') decide(`任务“${fact.item}”没有写单位`, `按${unit}`);
    if (fact.unit !== '' && fact.unit !== to) {
      decide(`任务“${fact.item}”的单位是${fact.unit}，已有的是${to}`, factor === 1 ? `按${to}` : `换算成${to}`);
    }
    amounts.set(part, scaled(fact.value, factor));
  }
  return amounts;
}

/** The period of the task, a year unless the fact says one month, and the day up to which it is done; empty for a plan. */
function timeOf(first: PlacedFact, planned: boolean, decide: Decide): { period: string; as_of: string } {
  const { period } = first;
  const year = Number(period.end.slice(0, 4));
  const isMonth = isOfMonth(first);
  const whole = isMonth ? period : periodOfMonths(year, 1, year, 12)!;
  const asOf = period.kind === '年' || planned ? '' : period.end;
  if (isMonth) decide(`写明只算${periodLabel(period)}的目标、完成数`, `按${periodLabel(period)}一个月的任务`);
  else if (asOf !== '')
    decide(`任务表的时期是${periodLabel(period)}`, `任务按${periodLabel(whole)}，完成数统计到${asOf}`);
  else if (period.kind !== '年')
    decide(`只有目标的任务，表的时期是${periodLabel(period)}`, `按${periodLabel(whole)}的计划`);
  return { period: whole.text, as_of: asOf };
}
