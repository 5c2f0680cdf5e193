import type { Dataset } from '../model/dataset';
import { valueFacts } from '../model/facts';
import { type Period, sameSpan } from '../time/period';
import { spanLabel } from '../time/periodLabel';

/**
 * The values of an indicator in all periods as long as one of them, at the places that a reader steps through them with:
 * what an axis has to cover so that the bars of one step can be held against those of the next.
 * @param places ids of those on the chart
 */
export function steadyValues(
  dataset: Dataset,
  indicator: string,
  period: Period,
  places: ReadonlySet<string>
): number[] {
  return valueFacts(dataset, indicator)
    .filter(
      (fact) =>
        places.has(fact.place.id) && sameSpan(fact.period, period) && spanLabel(fact.period) === spanLabel(period)
    )
    .map(({ observation }) => observation.value);
}
