/** Members of a relation with the figures that a report gives for them. */
import { type Amount, amountOf } from './amount';
import { type AuditRow, isObservation } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import { figureSign } from '../model/goal';
import type { Kind, Observation, ProgressRow, Qualifier } from '../model/records';
import type { Relation, RelationMember } from '../model/relation';
import { decimalsWritten } from '../number/decimalsWritten';
import type { Period } from '../time/period';
import { formatNumber } from '../wording/format';

/** A member with its figure, multiplied by its factor. */
export interface BoundMember {
  readonly member: RelationMember;
  readonly row: AuditRow;
  readonly amount: Amount;
  readonly unit: string;
  readonly qualifier: Qualifier;
  /** `7,354×1,000`, `42%`. */
  readonly text: string;
  /** As many decimals as the source printed. */
  readonly decimals: number;
}

/** One set of figures that a relation applies to. */
export type Instance = readonly BoundMember[];

/**
 * Every place, period and report where all members of a relation have a figure. Open columns of all members
 * take one value together; an open period also lets a figure of a day stand for the span it lies in.
 */
export function instancesOf(dataset: Dataset, relation: Relation): Instance[] {
  const candidates = relation.members.map((member) => byPlaceAndSource(candidatesOf(dataset, member), member));
  const anchorAt = Math.max(
    0,
    relation.members.findIndex((m) => m.place === null || m.period === null || m.source === null)
  );
  const instances: Instance[] = [];
  const seen = new Set<string>();
  candidates[anchorAt]!.forEach((anchors) => {
    for (const anchor of anchors) {
      const key = `${anchor.place.id} ${anchor.period.text} ${anchor.source.id}`;
      // A second value for the same fact is the business of another check.
      if (seen.has(key)) continue;
      seen.add(key);
      const instance = bindAll(relation.members, candidates, anchor, anchorAt);
      if (instance) instances.push(instance);
    }
  });
  return instances;
}

type Candidates = ReadonlyMap<string, readonly AuditRow[]>;

function candidatesOf(dataset: Dataset, member: RelationMember): AuditRow[] {
  const rows: readonly AuditRow[] = member.indicator
    ? dataset.observationsOf(member.indicator.id, '数值')
    : dataset.progress.filter((row) => row.programme.id === member.programme!.id);
  return rows.filter(
    (row) =>
      figureOf(row, member) !== null &&
      (member.place === null || row.place.id === member.place.id) &&
      (member.period === null || row.period.text === member.period.text) &&
      (member.source === null || row.source.id === member.source.id)
  );
}

function byPlaceAndSource(rows: readonly AuditRow[], member: RelationMember): Candidates {
  const map = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const key = lookupKey(member, row);
    const list = map.get(key);
    if (list) list.push(row);
    else map.set(key, [row]);
  }
  return map;
}

function lookupKey(member: RelationMember, row: AuditRow): string {
  return `${member.place ? '' : row.place.id} ${member.source ? '' : row.source.id}`;
}

function bindAll(
  members: readonly RelationMember[],
  candidates: readonly Candidates[],
  anchor: AuditRow,
  anchorAt: number
): Instance | undefined {
  const bound: BoundMember[] = [];
  for (const [i, member] of members.entries()) {
    const list = candidates[i]!.get(lookupKey(member, anchor)) ?? [];
    const row = i === anchorAt ? anchor : member.period ? list[0] : inPeriod(list, anchor.period);
    if (!row) return undefined;
    bound.push(boundMember(member, row));
  }
  return bound;
}

/** The row of that very period, else the latest of a day within it, or of the span around that day. */
function inPeriod(rows: readonly AuditRow[], period: Period): AuditRow | undefined {
  const exact = rows.find((row) => row.period.text === period.text);
  if (exact) return exact;
  const fitting = rows.filter(({ period: p }) =>
    p.kind === '时点'
      ? period.start <= p.start && p.start <= period.end
      : period.kind === '时点' && p.start <= period.start && period.start <= p.end
  );
  return fitting.reduce<AuditRow | undefined>(
    (latest, row) => (latest && latest.period.end >= row.period.end ? latest : row),
    undefined
  );
}

function figureOf(row: AuditRow, member: RelationMember): number | null {
  return isObservation(row) ? (row as Observation).value : (row as ProgressRow)[fieldOf(row as ProgressRow, member)];
}

/** Which figure of a task a member asks for. */
function fieldOf({ done, rate }: ProgressRow, { role }: RelationMember): 'target' | 'done' | 'rate' {
  if (role === '率') return 'rate';
  if (role === '分子') return 'done';
  if (role === '分母') return 'target';
  return done !== null ? 'done' : rate !== null ? 'rate' : 'target';
}

function signOf(row: AuditRow, member: RelationMember): Qualifier {
  return isObservation(row) ? row.qualifier : figureSign(row as ProgressRow, fieldOf(row as ProgressRow, member));
}

const RATE_KINDS: ReadonlySet<Kind> = new Set<Kind>(['比率', '占比', '人均']);

function boundMember(member: RelationMember, row: AuditRow): BoundMember {
  const value = figureOf(row, member)!;
  const rate = member.role === '率' || (isObservation(row) && RATE_KINDS.has(row.indicator.kind));
  const qualifier = signOf(row, member);
  const amount = amountOf({ value, written: row.written, qualifier, rate });
  const factor = factorOf(member.factor);
  const isRate = member.role === '率' || (!isObservation(row) && value === row.rate && row.done === null);
  const unit = isObservation(row) ? row.indicator.unit : isRate ? '%' : row.unit;
  const decimals = decimalsWritten(row.written, value);
  return {
    member,
    row,
    unit,
    decimals,
    qualifier,
    amount: factor === 1 ? amount : scaled(amount, factor),
    text: `${formatNumber(value, { decimals, qualifier, unit: rate && /^(%|‰|1\/)/.test(unit) ? unit : '' })}${factorText(member.factor)}`
  };
}

function scaled(amount: Amount, factor: number): Amount {
  return {
    value: amount.value * factor,
    low: amount.low * factor,
    high: amount.high * factor,
    step: amount.step * factor,
    exact: amount.exact
  };
}

/** `1000` is 1,000; `1/365` a 365th; empty 1. */
function factorOf(text: string): number {
  if (text === '') return 1;
  const [above, below = '1'] = text.split('/');
  return Number(above) / Number(below);
}

function factorText(text: string): string {
  if (text === '') return '';
  const [above, below] = text.split('/').map(Number);
  const times = above === 1 && below !== undefined ? '' : `×${formatNumber(above!)}`;
  return `${times}${below === undefined ? '' : `÷${formatNumber(below)}`}`;
}
