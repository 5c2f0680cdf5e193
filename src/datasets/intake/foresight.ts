/** What is to be seen of the data as they would be with what was brought. */
import { auditOf, type Finding } from '../../domain/audit/audit';
import { newFindings } from '../../domain/batch/newFindings';
import { type ReportRow, reportBoard } from '../../domain/missing/reporting';
import type { Dataset } from '../../domain/model/dataset';

export interface Foresight {
  /** What the audit finds then and doesn't now. */
  readonly findings: readonly Finding[];
  /** The latest month that the files bring figures of, and who still owes figures of it. */
  readonly month: string;
  readonly owing: readonly ReportRow[];
}

/**
 * @param now the data without, `then` with what was brought
 * @param latest the latest day of the new figures, ISO; empty if none
 */
export function foresee(now: Dataset, then: Dataset, latest: string): Foresight {
  const month = latest.slice(0, 7);
  const { rows } = reportBoard(then, { month });
  const owing = rows.filter(({ state }) => state === '未报' || state === '报了一部分');
  return { findings: newFindings(auditOf(now), auditOf(then)), month, owing };
}
