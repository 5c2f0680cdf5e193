/**
 * 自查 as the file of a pack says it: every check with its words, and the rows that they rest on in columns, as a chunk has
 * them, so that a check can be opened without its block.
 */
import { type Audit, type AuditCount, auditOf } from '../../domain/audit/audit';
import { AUDIT_KINDS, type Check, CONFIDENCE_ORDER, TooManyChecks } from '../../domain/audit/check';
import { auditInputs } from '../../domain/audit/inputs';
import type { Overdone } from '../../domain/audit/progress';
import { type AuditRow, isObservation } from '../../domain/evidence/row';
import type { Dataset } from '../../domain/model/dataset';
import type { StoredAudit } from '../../domain/model/storedAnswers';
import { asList, asText } from '../check/json';
import { DAMAGED, PackFault } from './fault';
import { objectOf } from './objectOf';
import { oneOf } from './oneOf';
import { rowsOf, storedRows } from './storedRows';
import { wholeNumber } from './wholeNumber';

const OUTCOMES = ['不符', '相符', '末位截取', '相容'] as const;
const CONFIDENCES = Object.keys(CONFIDENCE_ORDER) as Check['confidence'][];

/** Undefined where there are too many checks to be stored. */
export function storedAudit(dataset: Dataset): unknown {
  let audit: Audit;
  try {
    audit = auditOf(dataset);
  } catch (error) {
    if (error instanceof TooManyChecks) return undefined;
    throw error;
  }
  const checks = [...audit.findings, ...audit.right, ...audit.over];
  const { stored, spotOf } = storedRows(
    dataset,
    checks.flatMap(({ rows }) => rows.filter(isObservation))
  );
  const progressAt = new Map(dataset.progress.map((row, i) => [row, i]));
  // Rows of progress.csv below zero.
  const rowsAt = (rows: readonly AuditRow[]): number[] =>
    rows.map((row) => (isObservation(row) ? spotOf(row) : -1 - progressAt.get(row)!));
  const plain = (check: Check) => ({ ...check, rows: rowsAt(check.rows) });
  const relationAt = new Map((dataset.relations ?? []).map((relation, i) => [relation, i]));
  return {
    inputs: auditInputs(dataset),
    ...stored,
    findings: audit.findings.map(plain),
    right: audit.right.map(plain),
    over: audit.over.map((one) => ({ ...one, rows: rowsAt(one.rows) })),
    unused: audit.unused.map((relation) => relationAt.get(relation)!),
    counts: audit.counts
  };
}

/** @throws PackFault for what is no audit, or not of this dataset */
export function auditFrom(value: unknown, dataset: Dataset): StoredAudit {
  const stored = objectOf(value);
  const inputs = asText(stored.inputs);
  // Of other tables it doesn't hold, and needn't fit them.
  if (inputs !== auditInputs(dataset)) return { inputs, audit: null };
  const rows = rowsOf(stored, dataset);
  const rowOf = (at: unknown): AuditRow => {
    const row = typeof at !== 'number' ? undefined : at < 0 ? dataset.progress[-1 - at] : rows[at];
    if (!row) throw new PackFault(DAMAGED);
    return row;
  };
  const checkOf = (item: unknown): Check => {
    const { kind, outcome, confidence, rows: own, ...texts } = objectOf(item);
    const { title, what, arithmetic, note } = texts;
    return {
      kind: oneOf(AUDIT_KINDS, kind),
      outcome: oneOf(OUTCOMES, outcome),
      ...{ title: asText(title), what: asText(what), arithmetic: asText(arithmetic) },
      confidence: oneOf(CONFIDENCES, confidence),
      rows: asList(own).map(rowOf),
      note: asText(note)
    };
  };
  const audit: Audit = {
    findings: asList(stored.findings).map(checkOf),
    right: asList(stored.right).map(checkOf),
    over: asList(stored.over).map((item): Overdone => {
      const { title, rate, text, rows: own } = objectOf(item);
      if (typeof rate !== 'number') throw new PackFault(DAMAGED);
      return { title: asText(title), rate, text: asText(text), rows: asList(own).map(rowOf) };
    }),
    unused: asList(stored.unused).map((at) => {
      const relation = dataset.relations?.[wholeNumber(at)];
      if (!relation) throw new PackFault(DAMAGED);
      return relation;
    }),
    hasRelations: dataset.relations !== null,
    counts: asList(stored.counts).map((item): AuditCount => {
      const { kind, findings, right, byRow } = objectOf(item);
      const counts = { findings: wholeNumber(findings), right: wholeNumber(right) };
      return { kind: oneOf(AUDIT_KINDS, kind), ...counts, byRow: byRow === true };
    })
  };
  return { inputs, audit };
}
