/** Relations over small made-up datasets, for the tests of the audit. */
import { type Audit, auditOf } from '../../../src/domain/audit/audit';
import type { Check } from '../../../src/domain/audit/check';
import { Dataset } from '../../../src/domain/model/dataset';
import type {
  Confidence,
  Relation,
  RelationKind,
  RelationMember,
  RelationRole
} from '../../../src/domain/model/relation';
import { dataset, period, type Small } from '../factory';

export interface Member {
  readonly role: RelationRole;
  readonly of?: string;
  readonly task?: string;
  readonly at?: string;
  readonly in?: string;
  readonly set?: number;
  readonly factor?: string;
}

export interface Related {
  readonly kind: RelationKind;
  readonly confidence?: Confidence;
  readonly members: readonly Member[];
}

export function audited(small: Small, ...related: readonly Related[]): Audit {
  const plain = dataset(small);
  const relations = related.map((r, i): Relation => ({
    id: `r${i + 1}`,
    kind: r.kind,
    confidence: r.confidence ?? '确定',
    note: '',
    members: r.members.map((m): RelationMember => ({
      row: 2,
      role: m.role,
      set: m.set ?? 1,
      indicator: m.of === undefined ? null : plain.indicator(m.of)!,
      programme: m.task === undefined ? null : plain.programmes.find((p) => p.id === m.task)!,
      place: m.at === undefined ? null : plain.place(m.at)!,
      period: m.in === undefined ? null : period(m.in),
      source: null,
      factor: m.factor ?? ''
    }))
  }));
  return auditOf(
    new Dataset({
      title: plain.title,
      version: plain.version,
      sources: plain.sources,
      places: plain.places,
      indicators: plain.indicators,
      programmes: plain.programmes,
      progress: plain.progress,
      observations: plain.blocks()[0]!.columns,
      relations
    })
  );
}

/** Outcome and arithmetic of every check, findings first. */
export function told(audit: Audit): [string, string][] {
  return [...audit.findings, ...audit.right].map((c: Check): [string, string] => [c.outcome, c.arithmetic]);
}
