import type { Dataset } from '../model/dataset';
import type { Indicator } from '../model/records';
import type { Period } from '../time/period';
import type { Finding } from './headline';
import { extremesIn, gapIn } from './indicatorFindings';

export type ComparisonKind = '好坏' | '缺报';

/** What a kind of comparison says of all places by one indicator in one time; undefined where it says nothing. @throws NotLoadedError */
export function comparisonIn(
  dataset: Dataset,
  kind: ComparisonKind,
  indicator: Indicator,
  within: Period
): Finding | undefined {
  return kind === '好坏' ? extremesIn(dataset, indicator, within) : gapIn(dataset, indicator, { within });
}
