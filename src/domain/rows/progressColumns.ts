import { type DictionaryColumn, type CodedColumns, ColumnBuilder } from '../model/codedColumn';
import { memoByDataset } from '../model/memo';
import type { Place, Programme, ProgressRow, Source, Status } from '../model/records';
import type { Period } from '../time/period';

export interface ProgressFields {
  programme: Programme;
  place: Place;
  period: Period;
  asOf: string;
  source: Source;
  status: Status;
  written: string;
  section: string;
  note: string;
}

/** The rows of progress.csv in columns, for filters and orders; computed once. */
export const progressColumns = memoByDataset((dataset): CodedColumns<ProgressFields> => {
  const column = <T>(of: (row: ProgressRow) => T, keyOf?: (entry: T) => unknown): DictionaryColumn<T> => {
    const builder = new ColumnBuilder<T>(dataset.progress.length, keyOf);
    dataset.progress.forEach((row, i) => builder.set(i, of(row)));
    return builder.column();
  };
  return {
    programme: column((r) => r.programme),
    place: column((r) => r.place),
    period: column(
      (r) => r.period,
      (p) => p.text
    ),
    asOf: column((r) => r.asOf),
    source: column((r) => r.source),
    status: column((r) => r.status),
    written: column((r) => r.written),
    section: column((r) => r.section),
    note: column((r) => r.note)
  };
});
