/** A report read, and held against the last one of its series. */
import type { Dataset } from '../model/dataset';
import { compareWithLast, type LastComparison, unframed } from '../read/lastReport';
import { readReport, type ReportForm, type ReportKind } from '../read/readReport';
import { keptFacts } from './kept';

/** The last report of a series, as far as it is known. */
export interface KnownLast {
  /** Id of its source; empty for none. */
  readonly source: string;
  /** Empty where it isn't kept here. */
  readonly text: string;
  /** Undefined where it isn't kept here: the new report's is taken. */
  readonly kind: ReportKind | undefined;
}

/** What stands in `text`, framed by the last report where its source and its text are known. */
export function heldAgainstLast(dataset: Dataset, text: string, form: ReportForm, last: KnownLast): LastComparison {
  const facts = readReport(text, form);
  const source = dataset.sources.find(({ id }) => id === last.source);
  if (!source || last.text === '') return { facts: unframed(facts), missing: [] };
  const lastForm: ReportForm = {
    place: form.place,
    period: source.period ?? form.period,
    kind: last.kind ?? form.kind
  };
  const known = keptFacts(dataset, source.id);
  return compareWithLast(text, facts, { text: last.text, facts: known, form: lastForm }, form);
}
