/** What a proposal comes to, against what is there. */
import type { Finding } from '../../domain/audit/audit';
import type { RowChange } from '../../domain/batch/batch';
import type { Difference } from '../../domain/batch/difference';
import type { Oddity } from '../../domain/batch/plausible';
import type { ReportRow } from '../../domain/missing/reporting';
import type { FilesReview } from './reviewFiles';

/** What the rows are against what is there. */
export interface Checked extends FilesReview {
  readonly odd: readonly Oddity[];
}

/** With the changes that the choices make, and what they come to. */
export interface IntakeReview extends Checked {
  readonly changes: readonly RowChange[];
  readonly difference: Difference;
}

/** What is to be seen of the data as it would be. */
export interface Foresight {
  /** What the audit finds then and doesn't now. */
  readonly findings: readonly Finding[];
  /** The latest month that the files bring figures of, and who still owes figures of it. */
  readonly month: string;
  readonly owing: readonly ReportRow[];
}
