/** Where texts of reports, work under way and rules of series are kept, as the stores see it. */
import type { BatchFile } from '../../domain/batch/batch';
import type { Decided } from '../../domain/confirm/work';
import type { SeriesRules } from '../../domain/confirm/series';
import type { ReportKind } from '../../domain/read/readReport';

/** The text of a report that was kept, by the id of its source. */
export interface KeptText {
  readonly source: string;
  readonly text: string;
  readonly title: string;
  readonly place: string;
  /** Canonical form. */
  readonly period: string;
  readonly kind: ReportKind;
  /** ISO time. */
  readonly saved: string;
}

/** What the clerk says of a report before it is read. */
export interface ReportAnswers {
  readonly title: string;
  readonly place: string;
  readonly period: string;
  readonly kind: ReportKind;
  /** Id of the source of the last report of the series; empty for none. */
  readonly last: string;
}

/** A report that is being confirmed, so that a reload loses nothing. */
export interface StoredWork extends Decided {
  readonly form: 1;
  readonly file: BatchFile;
  readonly text: string;
  readonly unread: readonly string[];
  readonly answers: ReportAnswers;
  /** Whether the answers were given, so that it is read. */
  readonly begun: boolean;
  readonly at: string;
  /** The last report's text, as it was read. */
  readonly lastText: string;
}

/** Each method rejects with an `Error` whose message is Chinese, a whole sentence. */
export interface ReportStorage {
  texts(): Promise<readonly KeptText[]>;
  putText(text: KeptText): Promise<void>;
  work(): Promise<StoredWork | undefined>;
  /** Undefined takes it away. */
  putWork(work: StoredWork | undefined): Promise<void>;
  rules(): Promise<readonly SeriesRules[]>;
  putRules(rules: SeriesRules): Promise<void>;
  deleteRules(series: string): Promise<void>;
}
