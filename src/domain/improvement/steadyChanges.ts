import type { Dataset } from '../model/dataset';
import type { Indicator, Place } from '../model/records';
import { type Period, sameSpan } from '../time/period';
import { spanLabel } from '../time/periodLabel';
import { baseChange, knownPeriods } from '../trend/baseChange';
import { basePeriod } from '../trend/changeBase';
import type { ChangeAgainst } from '../trend/changeKind';
import { pointsOf } from '../trend/points';

/**
 * The changes of an indicator in all periods as long as one of them, each against what the one is held against: what an axis
 * has to cover so that the bars of one step can be held against those of the next. In points or percent, as the bars.
 */
export function steadyChanges(
  dataset: Dataset,
  indicator: Indicator,
  { period, against, places }: { period: Period; against: ChangeAgainst; places: readonly Place[] }
): number[] {
  const known = knownPeriods(dataset, indicator.id);
  const steps = [...known.values()].filter((p) => sameSpan(p, period) && spanLabel(p) === spanLabel(period));
  const bases = new Map(steps.map((p) => [p.text, basePeriod(p, against, known)]));
  return places.flatMap((place) => {
    const points = pointsOf(indicator, dataset.observationsIn(indicator.id, place.id));
    return points.flatMap((point) => {
      const base = point.derived ? undefined : bases.get(point.period.text);
      return (base && baseChange(indicator, point, points, base).value) ?? [];
    });
  });
}
