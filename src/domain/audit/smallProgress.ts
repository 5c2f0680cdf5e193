/** Results of tasks so small that somebody could be recognised. `withheldResults` says what goes with them. */
import type { Dataset } from '../model/dataset';
import type { Programme, ProgressRow } from '../model/records';
import type { SmallNumberRule } from '../model/smallNumberRule';
import { PEOPLE, smallBelow } from './smallNumbers';

/** Results of a task below this are small, by its own id, else by its indicator's, else for all that counts people; 0 where none is. */
export function smallResultBelow(programme: Programme, dataset: Dataset, rule: SmallNumberRule): number {
  const has = (id: string) => Object.prototype.hasOwnProperty.call(rule.byIndicator, id);
  if (has(programme.id)) return rule.byIndicator[programme.id]!;
  const indicator = has(programme.indicator) ? dataset.indicator(programme.indicator) : undefined;
  if (indicator) return smallBelow(indicator, rule);
  return PEOPLE.includes(programme.unit) ? rule.threshold : 0;
}

/** The rows whose result is above 0 and below the threshold, in file order. */
export function smallResults(dataset: Dataset, rule: SmallNumberRule): ProgressRow[] {
  return dataset.progress.filter(
    ({ done, programme }) => done !== null && done > 0 && done < smallResultBelow(programme, dataset, rule)
  );
}
