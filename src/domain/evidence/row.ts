/** A row that a check looked at, whichever table it stands in, and how it is named to a reader. */
import { citationOf, type Citation, taskCitation } from './citation';
import type { Observation, ProgressRow } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';

export type AuditRow = Observation | ProgressRow;

/** Where a row stands: in the report, and in the dataset's own table. */
export interface AuditWitness extends Citation {
  readonly file: 'observations.csv' | 'progress.csv';
  readonly fileRow: number;
}

/** Whether a row is of observations.csv, not of progress.csv. */
export function isObservation(row: AuditRow): row is Observation {
  return 'indicator' in row;
}

/** Name of the indicator or the programme. */
function rowName(row: AuditRow): string {
  return isObservation(row) ? row.indicator.name : row.programme.name;
}

/** `象山县2020年10月全血采集量`. */
export function rowTitle(row: AuditRow): string {
  const part = isObservation(row) && row.part !== '' ? `（${row.part}）` : '';
  return `${placeLabel(row.place)}${periodLabel(row.period)}${rowName(row)}${part}`;
}

/** The row as a citation, with its file and its row in it as an editor counts them. */
export function witnessOf(row: AuditRow): AuditWitness {
  return isObservation(row)
    ? { ...citationOf(row), file: 'observations.csv', fileRow: row.row }
    : { ...taskCitation(row), file: 'progress.csv', fileRow: row.row };
}

/** Rows each once, in the order of first appearance. */
export function distinctRows(rows: readonly AuditRow[]): AuditRow[] {
  return rows.filter((row, i) => rows.indexOf(row) === i);
}
