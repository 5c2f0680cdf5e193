import type { ProgressBoard } from './board';
import type { Citation } from '../evidence/citation';
import { completionSources } from '../progress/sources';

/** Rows, then plans, each with its witnesses. */
export function progressSources(b: ProgressBoard): Citation[] {
  return [...b.rows, ...b.plans].flatMap(completionSources);
}
