import { lineOf, type SourceLine, taskLine } from '../evidence/citation';
import type { Completion } from './completion';

/** A task's own row and those that say the same. */
export function completionSources(c: Completion): SourceLine[] {
  return [c.row, ...c.witnesses].map(taskLine);
}

/** What a bullet bar rests on: the task, and the figure of the year before where it has that tick. */
export function bulletSources(c: Completion): SourceLine[] {
  const { row = null, observation = null } = c.lastYear ?? {};
  const before = row ? [taskLine(row)] : observation ? [lineOf(observation, '上年同期')] : [];
  return [...completionSources(c), ...before];
}
