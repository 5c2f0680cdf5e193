import { citationOf, type Citation, taskCitation } from '../evidence/citation';
import type { Completion } from './completion';
import type { Dataset } from '../model/dataset';
import type { ProgressRow, Source } from '../model/records';

/** A task's own row and those that say the same. */
export function rowsOf(c: Completion): ProgressRow[] {
  return [c.row, ...c.witnesses];
}

/** Where they stand. */
export function completionSources(c: Completion): Citation[] {
  return rowsOf(c).map(taskCitation);
}

/** The reports that some tasks rest on, each once, in the dataset's order. */
export function reportsOf(dataset: Dataset, tasks: readonly Completion[]): Source[] {
  const used = new Set(tasks.flatMap(rowsOf).map((row) => row.source.id));
  return dataset.sources.filter((s) => used.has(s.id));
}

/** The latest cut-off day, ISO; empty where none is stated. */
export function latestAsOf(rows: readonly { readonly asOf: string }[]): string {
  return rows.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
}

/** What a bullet bar rests on: the task, and the figure of the year before where it has that tick. */
export function bulletSources(c: Completion): Citation[] {
  const { row = null, observation = null } = c.lastYear ?? {};
  const before = row ? [taskCitation(row)] : observation ? [citationOf(observation, '上年同期')] : [];
  return [...completionSources(c), ...before];
}
