/** Sums that a table states, held against its own rows: 合计 and 小计 aren't taken, but one that is wrong is told. */
import type { Remark } from '../batch/proposal';
import { formatNumber } from '../wording/format';
import { originOf } from './placedFact';
import type { SheetFact } from './sheetFact';

/** So many of one table are told: where more differ, the sums mean something else. */
const MOST = 20;

/**
 * One remark for each sum that differs from its parts. A 小计 is of the rows since the 小计 before it; a 合计 of the rows
 * or the 小计 since the 合计 before it, or of all; one that comes first is of those below it. Rates and sub-groups aren't
 * summed, blank cells count as nothing. Linear in the facts.
 * @param facts of one table, in reading order
 */
export function sumRemarks(facts: readonly SheetFact[]): Remark[] {
  if (!facts.some(({ total }) => total !== '')) return [];
  const amounts = facts.filter(({ measure, unit, part }) => isAmount(measure, unit) && part === '');
  // A row of sums is added up down each column; where places stand across, a column of sums along each row.
  return [
    ...wrongSums(
      amounts,
      ({ row }) => row,
      ({ column }) => column,
      '行'
    ),
    ...wrongSums(
      amounts,
      ({ column }) => column,
      ({ row }) => row,
      '列'
    )
  ].slice(0, MOST);
}

function isAmount(measure: SheetFact['measure'], unit: string): boolean {
  return (measure === 'target' || measure === 'done' || measure === 'value') && !/[%‰]|百分点/.test(unit);
}

/**
 * @param sumOf the row or column that holds nothing but sums
 * @param lineOf the one along which is added up
 */
function wrongSums(
  facts: readonly SheetFact[],
  sumOf: (fact: SheetFact) => number,
  lineOf: (fact: SheetFact) => number,
  what: '行' | '列'
): Remark[] {
  const plain = new Set(facts.filter(({ total }) => total === '').map(sumOf));
  const lines = new Map<string, SheetFact[]>();
  for (const fact of facts) {
    if (fact.total !== '' && plain.has(sumOf(fact))) continue;
    const key = [lineOf(fact), fact.item, fact.unit, fact.measure, fact.period].join('\u0001');
    const known = lines.get(key);
    if (known) known.push(fact);
    else lines.set(key, [fact]);
  }
  return [...lines.values()].flatMap((line) => wrongIn(line, what));
}

function wrongIn(line: readonly SheetFact[], what: '行' | '列'): Remark[] {
  const remarks: Remark[] = [];
  const check = (sum: SheetFact, candidates: readonly Sum[]): void => {
    const several = candidates.filter(({ count }) => count > 1);
    if (several.length === 0 || several.some((each) => each.is(sum.value))) return;
    const why = `${sum.total}写的是${formatNumber(sum.value)}，各${what}相加是${formatNumber(several[0]!.value)}`;
    const todo = '请核对；看板自己相加，不用表里的合计。';
    remarks.push({ level: '提醒', origin: originOf(sum), rule: '合计不符', why, todo });
  };
  const [all, groups, totals] = [new Sum(), new Sum(), new Sum()];
  let [sinceGroup, sinceTotal, groupsSinceTotal] = [new Sum(), new Sum(), new Sum()];
  let first: SheetFact | undefined;
  for (const fact of line) {
    if (fact.total === '') {
      for (const sum of [all, sinceGroup, sinceTotal]) sum.add(fact.value);
    } else if (fact.total === '小计') {
      check(fact, [sinceGroup]);
      sinceGroup = new Sum();
      for (const sum of [groups, groupsSinceTotal]) sum.add(fact.value);
    } else {
      if (all.count === 0) first = fact;
      else check(fact, [sinceTotal, groupsSinceTotal, all, totals]);
      [sinceGroup, sinceTotal, groupsSinceTotal] = [new Sum(), new Sum(), new Sum()];
      totals.add(fact.value);
    }
  }
  if (first) check(first, [all, groups]);
  return remarks;
}

/** Numbers added up. Whole ones add up exactly; others are rounded, each by half of its last digit at most. */
class Sum {
  count = 0;
  value = 0;
  private rounding = 0;

  add(value: number): void {
    this.count += 1;
    this.value += value;
    this.rounding += halfOfLastDigit(value);
  }

  is(value: number): boolean {
    return Math.abs(this.value - value) <= this.rounding + halfOfLastDigit(value) + Math.abs(value) * 1e-9;
  }
}

function halfOfLastDigit(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return decimals === 0 ? 0 : 0.5 / 10 ** decimals;
}
