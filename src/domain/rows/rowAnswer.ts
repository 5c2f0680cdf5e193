import type { Dataset } from '../model/dataset';
import type { Steps } from '../steps/steps';
import type { NameMatcher } from '../wording/search';
import { observationChoicesSteps, progressChoices, type RowChoices } from './choices';
import { observationRowsSteps, progressRows, type RowFilter } from './filterRows';
import type { RowOrder } from './sorts';

export interface RowQuestion {
  /** Rows of the tasks; else of the observations. */
  readonly tasks: boolean;
  readonly filter: RowFilter;
  readonly order: RowOrder;
  /** Finds names by their letters. */
  readonly match?: NameMatcher | undefined;
}

export interface RowAnswer {
  /** Numbers of the rows, in order. */
  readonly rows: Int32Array;
  readonly choices: RowChoices;
}

/** What 数据 shows of either table, in parts. */
export function* rowAnswer(dataset: Dataset, { tasks, filter, order, match }: RowQuestion): Steps<RowAnswer> {
  if (tasks) return { rows: progressRows(dataset, filter, order, match), choices: progressChoices(dataset) };
  const choices = yield* observationChoicesSteps(dataset);
  return { rows: yield* observationRowsSteps(dataset, filter, order, match), choices };
}
