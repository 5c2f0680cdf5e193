import { type Citation, PERSONS } from '../evidence/citation';
import type { Observation, ProgressRow } from '../model/records';

/** The rows whose numbers a figure shows: not the people by whom it weighs or divides them. */
export function ownRows(citations: readonly Citation[]): (Observation | ProgressRow)[] {
  return citations.filter(({ note }) => !note.startsWith(PERSONS)).map(({ row }) => row);
}
