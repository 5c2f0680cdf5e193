/** Counts of people so small that somebody could be recognised. `withheldNumbers` says what goes with them. */
import type { Dataset } from '../model/dataset';
import type { Indicator, Observation } from '../model/records';
import type { SmallNumberRule } from '../model/smallNumberRule';

/** Units that count people: beds, institutions, visits and meetings make nobody known. */
export const PEOPLE: readonly string[] = ['人', '例', '名', '位'];

/** Counts of an indicator below this are small; 0 where none is. */
export function smallBelow(indicator: Indicator, rule: SmallNumberRule): number {
  const own = Object.prototype.hasOwnProperty.call(rule.byIndicator, indicator.id)
    ? rule.byIndicator[indicator.id]
    : undefined;
  if (own !== undefined) return own;
  return indicator.kind === '数量' && PEOPLE.includes(indicator.unit) ? rule.threshold : 0;
}

/** Whether a figure is small: above 0 and below the threshold; the numerator of a rate counts where its indicator has one of its own. */
function isSmall(o: Observation, rule: SmallNumberRule): boolean {
  const below = smallBelow(o.indicator, rule);
  const counted = o.indicator.kind === '数量' ? o.value : o.numerator;
  return o.measure === '数值' && counted !== null && counted > 0 && counted < below;
}

/** The figures that are small, in file order, those of sub-groups included. */
export function smallNumbers(dataset: Dataset, rule: SmallNumberRule): Observation[] {
  const isAsked = dataset.indicators.some((indicator) => smallBelow(indicator, rule) > 0);
  return isAsked ? dataset.allObservations().filter((o) => isSmall(o, rule)) : [];
}
