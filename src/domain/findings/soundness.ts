import { contradictionOf } from '../audit/contradicted';
import type { Dataset } from '../model/dataset';
import type { Finding } from './headline';

/** What gives place to others, as it is printed. */
export const CONTRADICTED_RULE = '自查查出与别的数矛盾的数，不用来作变化、好坏这些要点，让给后面的。';

/** A finding that is about a contradiction says so; any other gives place to the next where the audit contradicts its figures. */
export function isSound(dataset: Dataset, { kind, from }: Finding): boolean {
  return kind === '数不符' || contradictionOf(dataset, from) === undefined;
}
