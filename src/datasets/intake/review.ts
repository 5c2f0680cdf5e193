/** What a proposal comes to, against what is there. */
import type { RowChange } from '../../domain/batch/batch';
import type { Choice } from '../../domain/batch/conflicts';
import { type Difference, differenceSteps } from '../../domain/batch/difference';
import type { Oddity } from '../../domain/batch/plausible';
import type { Steps } from '../../domain/steps/steps';
import { type FilesReview, reviewedChanges } from './reviewFiles';

/** What the rows are against what is there. */
export interface Checked extends FilesReview {
  readonly odd: readonly Oddity[];
}

/** With the changes that the choices make, and what they come to. */
export interface IntakeReview extends Checked {
  readonly changes: readonly RowChange[];
  readonly difference: Difference;
}

/** What was checked with the changes that `choices` make of it. */
export function* withChanges(checked: Checked, choices: ReadonlyMap<number, Choice>): Steps<IntakeReview> {
  const changes = yield* reviewedChanges(checked.reviewed, choices);
  return { ...checked, changes, difference: yield* differenceSteps(checked.base, changes, checked.names) };
}
