/** One list of the audit as the address asks for it: the contradictions, what was found right, or what was over-fulfilled. */
import type { AuditRow } from '../evidence/row';
import type { Audit } from './audit';
import { findingsSummary } from './report';
import { withoutFullStop } from '../wording/withoutFullStop';

/** Over-100% completions stand in the same list; they have neither kind nor doubt of their own. */
export interface AuditItem {
  readonly title: string;
  readonly what: string;
  readonly arithmetic: string;
  /** What may explain it; empty mostly. */
  readonly note: string;
  readonly rows: readonly AuditRow[];
  /** How sure it is, or what came of it. */
  readonly mark: string;
  readonly kind: string;
}

/**
 * @param kind one of `AUDIT_KINDS`; empty for all
 * @returns the contradictions with the surest first, the others as the reports stand
 */
export function auditItems(audit: Audit, show: string, kind = ''): AuditItem[] {
  return itemsOf(audit, show).filter((item) => kind === '' || item.kind === kind);
}

function itemsOf({ findings, right, over }: Audit, show: string): AuditItem[] {
  if (show === 'over') {
    return over.map(({ title, text, rows }) => {
      return { title, what: '', arithmetic: text, note: '', rows, mark: '不算问题', kind: '完成率' };
    });
  }
  if (show === 'right') return right.map((check) => ({ ...check, mark: check.outcome }));
  return findings.map((finding) => ({ ...finding, mark: finding.confidence }));
}

/** `查出32处：…` of all, `判读存疑：查出16处` of one kind, `核对没有问题的1,203处`. */
export function auditVerdict(audit: Audit, show: string, kind: string): string {
  const count = auditItems(audit, show, kind).length;
  const of = kind === '' ? '' : `${kind}：`;
  if (show === 'over') return `完成率超过100%的${count}处，不算问题`;
  if (show === 'right') return `${of}核对没有问题的${count}处`;
  return kind === '' ? withoutFullStop(findingsSummary(audit)) : `${of}查出${count}处`;
}
