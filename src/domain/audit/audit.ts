/**
 * 自查: what the texts contradict themselves in, what is odd, and what was checked and found right. It names and
 * never repairs; nothing here changes a figure of the dataset.
 */
import { checkChanges } from './changes';
import { AUDIT_KINDS, type AuditKind, type Check, CONFIDENCE_ORDER } from './check';
import { checkFacts, checkRepeatedTasks, checkTaskResults } from './facts';
import { auditInputs } from './inputs';
import { checkOwnRates } from './ownFigures';
import { checkProgress, type Overdone, overdoneOf } from './progress';
import { checkRelations } from './relations';
import { checkCumulative, checkDoubts, checkEqualIncreases, checkForms, checkValues, rowKey } from './values';
import type { AuditRow } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import { memoInSteps } from '../model/memo';
import type { Relation } from '../model/relation';
import type { Steps } from '../steps/steps';

/** One contradiction or oddity of the texts. */
export type Finding = Check;

export interface Audit {
  /** The surest first, then by kind, then as the reports stand. */
  readonly findings: readonly Finding[];
  /** Checked and found right, each with its outcome. */
  readonly right: readonly Check[];
  /** Over-100% completions: named, no fault. */
  readonly over: readonly Overdone[];
  /** Relations that no report has all figures for. */
  readonly unused: readonly Relation[];
  /** Whether there was a table of relations to check by. */
  readonly hasRelations: boolean;
  readonly counts: readonly AuditCount[];
}

export interface AuditCount {
  readonly kind: AuditKind;
  readonly findings: number;
  /** 相符, 末位截取 and 相容 together; rows without a fault where `byRow`. */
  readonly right: number;
  /** Every row was looked at, and those found right aren't listed one by one. */
  readonly byRow: boolean;
}

/** Rows up to which an audit takes no time that a reader would notice; beyond, it waits until it is asked for. */
const AT_ONCE = 20_000;

/** @param more rows that are to come */
export function isQuickToAudit(dataset: Dataset, more = 0): boolean {
  return dataset.size + more <= AT_ONCE;
}

const audits = memoInSteps(1, runAudit);

/** The audit of a dataset; computed once. */
export function auditOf(dataset: Dataset): Audit {
  return audits.now(dataset, '');
}

/** The same a little at a time, kept for `auditOf`. */
export function auditSteps(dataset: Dataset): Steps<Audit> {
  return audits.steps(dataset, '');
}

function* runAudit(dataset: Dataset): Steps<Audit> {
  const stored = dataset.answer('audit');
  if (stored?.inputs === auditInputs(dataset)) return stored.audit as Audit;
  const { checks: related, unused } = checkRelations(dataset);
  yield 0;
  const checks = mergeRepeats([
    ...related,
    ...checkProgress(dataset),
    ...(yield* checkFacts(dataset)),
    ...checkRepeatedTasks(dataset),
    ...checkTaskResults(dataset),
    ...(yield* checkChanges(dataset)),
    ...(yield* checkValues(dataset)),
    ...(yield* checkOwnRates(dataset)),
    ...(yield* checkCumulative(dataset)),
    ...checkForms(dataset),
    ...checkEqualIncreases(dataset)
  ]);
  yield dataset.size;
  const explained = new Set(checks.filter((c) => c.outcome === '不符').flatMap((c) => c.rows.map(rowKey)));
  const all = [...checks, ...mergeRepeats(checkDoubts(dataset, explained))];
  const findings = all.filter((c) => c.outcome === '不符').sort(bySureness(dataset));
  const right = all.filter((c) => c.outcome !== '不符').sort(byReport(dataset));
  return {
    findings,
    right,
    over: overdoneOf(dataset),
    unused,
    hasRelations: dataset.relations !== null,
    counts: AUDIT_KINDS.map((kind) => countOf(kind, findings, right, dataset))
  };
}

function countOf(kind: AuditKind, findings: readonly Check[], right: readonly Check[], dataset: Dataset): AuditCount {
  const found = findings.filter((f) => f.kind === kind);
  const rows = kind === '数值范围' ? dataset.size : kind === '写法' ? dataset.size + dataset.progress.length : null;
  return {
    kind,
    findings: found.length,
    right:
      rows === null ? right.filter((c) => c.kind === kind).length : rows - found.reduce((n, f) => n + f.rows.length, 0),
    byRow: rows !== null
  };
}

/** The same thing in two copies of one report is one thing with more witnesses. */
function mergeRepeats(checks: readonly Check[]): Check[] {
  const merged = new Map<string, Check>();
  for (const check of checks) {
    const key = [check.kind, check.outcome, check.title, check.arithmetic, check.note].join('\n');
    const before = merged.get(key);
    merged.set(key, before ? { ...before, rows: union(before.rows, check.rows) } : check);
  }
  return [...merged.values()];
}

function union(a: readonly AuditRow[], b: readonly AuditRow[]): AuditRow[] {
  const known = new Set(a.map(rowKey));
  return [...a, ...b.filter((row) => !known.has(rowKey(row)))];
}

type Order = (a: Check, b: Check) => number;

function byReport(dataset: Dataset): Order {
  const rankOf = new Map(dataset.sources.map((source, i) => [source.id, i]));
  const place = (check: Check): number => {
    const row = check.rows[0]!;
    return rankOf.get(row.source.id)! * 1e7 + (row.line ?? row.row);
  };
  return (a, b) => place(a) - place(b);
}

function bySureness(dataset: Dataset): Order {
  const report = byReport(dataset);
  return (a, b) =>
    CONFIDENCE_ORDER[a.confidence] - CONFIDENCE_ORDER[b.confidence] ||
    AUDIT_KINDS.indexOf(a.kind) - AUDIT_KINDS.indexOf(b.kind) ||
    report(a, b);
}
