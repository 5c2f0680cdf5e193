import { type CodedColumn, type CodedColumns, ColumnBuilder } from '../model/codedColumn';
import type { Dataset } from '../model/dataset';
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

const progressCache = new WeakMap<Dataset, CodedColumns<ProgressFields>>();

export function progressColumns(dataset: Dataset): CodedColumns<ProgressFields> {
  let columns = progressCache.get(dataset);
  if (!columns) {
    const column = <T>(of: (row: ProgressRow) => T, keyOf?: (entry: T) => unknown): CodedColumn<T> => {
      const builder = new ColumnBuilder<T>(dataset.progress.length, keyOf);
      dataset.progress.forEach((row, i) => builder.set(i, of(row)));
      return builder.column();
    };
    columns = {
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
    progressCache.set(dataset, columns);
  }
  return columns;
}
