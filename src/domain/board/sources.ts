import type { ProgressBoard } from './board';
import type { SourceLine } from '../evidence/citation';
import { completionSources } from '../progress/sources';

/** Rows, then plans, each with its witnesses. */
export function progressSources(b: ProgressBoard): SourceLine[] {
  return [...b.rows, ...b.plans].flatMap(completionSources);
}
