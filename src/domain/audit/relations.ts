/** Whether the figures of a report keep a relation: sums, rates, shared denominators, equal figures. */
import { cutOff, meet, quotientOf, type Range, sumOf } from './amount';
import { type Check, type Outcome, weaker } from './check';
import { type BoundMember, type Instance, instancesOf } from './member';
import { wholeNumberCheck } from './wholeNumber';
import { distinctRows, rowTitle } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import type { Relation, RelationRole } from '../model/relation';
import { roundTo } from '../number/rounding';
import { perUnit } from '../number/scales';
import { formatNumber } from '../wording/format';

/** What came of one instance; undefined where its figures (bounds, zero) allow no check. */
export type Verdict = Pick<Check, 'kind' | 'outcome' | 'what' | 'arithmetic'> | undefined;

export interface RelationChecks {
  readonly checks: readonly Check[];
  /** Relations that no report has all figures for. */
  readonly unused: readonly Relation[];
}

/** Every relation of the dataset against every report that has its figures. */
export function checkRelations(dataset: Dataset): RelationChecks {
  const checks: Check[] = [];
  const unused: Relation[] = [];
  for (const relation of dataset.relations ?? []) {
    const made = relationChecks(dataset, relation);
    if (made.length === 0) unused.push(relation);
    for (const check of made) checks.push(check);
  }
  return { checks, unused };
}

/** One relation against every report that has its figures. */
export function relationChecks(dataset: Dataset, relation: Relation): Check[] {
  return instancesOf(dataset, relation)
    .map((instance) => checkOf(relation, instance))
    .filter((c): c is Check => c !== undefined);
}

function checkOf(relation: Relation, instance: Instance): Check | undefined {
  const verdict = VERDICTS[relation.kind](instance);
  if (!verdict) return undefined;
  const exact = instance.every((b) => b.qualifier === '');
  return {
    ...verdict,
    title: rowTitle(instance[0]!.row),
    confidence: weaker(relation.confidence, exact),
    rows: distinctRows(instance.map((b) => b.row)),
    note: relation.note
  };
}

const VERDICTS: Readonly<Record<Relation['kind'], (instance: Instance) => Verdict>> = {
  合计: sumVerdict,
  其中: withinVerdict,
  比率: rateVerdict,
  同分母: denominatorVerdict,
  同一: sameVerdict
};

function having(instance: Instance, role: RelationRole): BoundMember[] {
  return instance.filter((b) => b.member.role === role);
}

/** `270.5＋216.5＝487`, or the one figure alone. */
function sumText(members: readonly BoundMember[]): string {
  if (members.length === 1) return members[0]!.text;
  return `${members.map((b) => b.text).join('＋')}＝${formatNumber(valueOf(members))}`;
}

function valueOf(members: readonly BoundMember[]): number {
  return roundTo(
    members.reduce((sum, b) => sum + b.amount.value, 0),
    6
  );
}

function rangeOf(members: readonly BoundMember[]): Range {
  return sumOf(members.map((b) => b.amount));
}

/** Equal to the digit, or only within what 约, 余 and rounding allow. */
function agreement(a: number, b: number): Outcome {
  return Math.abs(a - b) < 1e-6 ? '相符' : '相容';
}

function sumVerdict(instance: Instance): Verdict {
  const wholes = having(instance, '总');
  const parts = having(instance, '分');
  const whole = valueOf(wholes);
  const sum = valueOf(parts);
  const fits = meet(rangeOf(wholes), rangeOf(parts));
  const unit = wholes[0]!.unit;
  const difference = formatNumber(Math.abs(roundTo(sum - whole, 6)), {
    unit: unit === '%' || unit === '‰' ? '' : unit
  });
  const arithmetic = `${sumText(parts)}，原文合计${wholes.length > 1 ? sumText(wholes) : formatNumber(whole)}`;
  return fits
    ? { kind: '合计', outcome: agreement(whole, sum), what: '分项相加等于合计。', arithmetic }
    : { kind: '合计', outcome: '不符', what: `分项相加比合计${sum > whole ? '多' : '少'}${difference}。`, arithmetic };
}

function withinVerdict(instance: Instance): Verdict {
  const wholes = having(instance, '总');
  const parts = having(instance, '分');
  const whole = rangeOf(wholes);
  const part = rangeOf(parts);
  const fits = part.low <= whole.high + 1e-9 * Math.max(1, Math.abs(whole.high));
  const arithmetic = `${sumText(parts)}${valueOf(parts) > valueOf(wholes) ? '＞' : valueOf(parts) === valueOf(wholes) ? '＝' : '＜'}${sumText(wholes)}`;
  return {
    kind: '部分与总数',
    outcome: fits ? '相符' : '不符',
    what: fits ? '部分没有超过总数。' : '部分超过了总数。',
    arithmetic
  };
}

function times(range: Range, factor: number): Range {
  return { low: range.low * factor, high: range.high * factor };
}

function rateVerdict(instance: Instance): Verdict {
  const rate = having(instance, '率')[0]!;
  const above = having(instance, '分子');
  const below = having(instance, '分母');
  if (above.length === 0 || below.length === 0)
    return wholeNumberCheck(rate, above.length > 0 ? above : below, above.length > 0 ? '分母' : '分子');
  if (!instance.every((b) => b.qualifier === '') || valueOf(below) <= 0) return undefined;
  const scale = perUnit(rate.unit);
  const quotient = times(quotientOf(rangeOf(above), rangeOf(below)), scale);
  const exact = (valueOf(above) / valueOf(below)) * scale;
  const bracketed = (list: readonly BoundMember[]): string =>
    list.length > 1 ? `（${list.map((b) => b.text).join('＋')}）` : list[0]!.text;
  const fine = Math.abs(exact - rate.amount.value) < 1e-9 * Math.max(1, exact) ? rate.decimals : rate.decimals + 1;
  const arithmetic = (decimals: number): string =>
    `${bracketed(above)}÷${bracketed(below)}＝${formatNumber(roundTo(exact, decimals), { decimals, unit: rateUnit(rate) })}，原文${rate.text}`;
  if (meet(quotient, rate.amount))
    return { kind: '率与数', outcome: '相符', what: '率与分子、分母相符。', arithmetic: arithmetic(fine) };
  if (meet(quotient, cutOff(rate.amount))) {
    return {
      kind: '率与数',
      outcome: '末位截取',
      what: '差在末位，可能是截取，没有四舍五入。',
      arithmetic: arithmetic(fine)
    };
  }
  return {
    kind: '率与数',
    outcome: '不符',
    what: '率不等于分子除以分母，相差超过四舍五入。',
    arithmetic: arithmetic(Math.max(2, rate.decimals))
  };
}

function rateUnit(rate: BoundMember): string {
  return /^(%|‰|1\/)/.test(rate.unit) ? rate.unit : '';
}

function denominatorVerdict(instance: Instance): Verdict {
  if (!instance.every((b) => b.qualifier === '')) return undefined;
  const sets = instance.map((b) => b.member.set).filter((set, i, all) => all.indexOf(set) === i);
  const found = sets.map((set) => denominatorOf(instance.filter((b) => b.member.set === set)));
  if (found.some((d) => d === undefined)) return undefined;
  const ranges = found as Denominator[];
  const low = Math.max(...ranges.map((d) => d.low));
  const high = Math.min(...ranges.map((d) => d.high));
  const fits = low <= high * (1 + 1e-9);
  return {
    kind: '分母',
    outcome: fits ? '相符' : '不符',
    what: fits ? '几处推出的分母在四舍五入的范围内相同。' : '同一个分母，几处推出来的不一样，不能同时成立。',
    arithmetic: ranges.map((d) => d.text).join('；')
  };
}

interface Denominator extends Range {
  readonly text: string;
}

/** The denominator that a rate and its numerator imply, cut-off rates allowed for; undefined where the rate may be zero. */
function denominatorOf(set: Instance): Denominator | undefined {
  const below = having(set, '分母');
  if (below.length > 0) return { ...rangeOf(below), text: sumText(below) };
  const rate = having(set, '率')[0]!;
  const above = having(set, '分子');
  if (rate.amount.low <= 0) return undefined;
  const scale = perUnit(rate.unit);
  const widest = { low: rate.amount.low, high: rate.amount.value + rate.amount.step };
  const implied = (valueOf(above) / rate.amount.value) * scale;
  return {
    ...times(quotientOf(rangeOf(above), widest), scale),
    text: `${above.map((b) => b.text).join('＋')}÷${rate.text}≈${formatNumber(implied, { decimals: implied < 1000 ? 1 : 0 })}`
  };
}

function sameVerdict(instance: Instance): Verdict {
  const fits = instance.every((a) => instance.every((b) => meet(a.amount, b.amount)));
  const values = instance.map((b) => b.amount.value);
  return {
    kind: '一事多处',
    outcome: fits ? agreement(Math.min(...values), Math.max(...values)) : '不符',
    what: fits ? '几处的数相同。' : '应当相同的数不一样。',
    arithmetic: instance.map((b) => b.text).join(fits ? '＝' : '≠')
  };
}
